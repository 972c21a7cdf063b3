package [=package].infrastructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

[@imports]
import [=package].infrastructure.apigateway.ApiGateway;
import [=package].infrastructure.apigateway.BackendAnswer;
import [=package].infrastructure.apigateway.ClientRequest;
import [=package].infrastructure.apigateway.ClientResponse;
import [=package].infrastructure.apigateway.FormBody;
import [=package].infrastructure.apigateway.IntegrationResponses;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
[/@imports]

/** The deployed mapping templates, rendered as API Gateway renders them, with hostile input. */
class RequestTemplatesTest {
    private static final String REQUEST_ID = "b1946ac9-0000-4000-8000-000000000002";
    private static final String LONGEST_KEY = "k".repeat(80);
    private static final String SEND_MESSAGE =
            RequestTemplate.of("idempotency-key", "sqs-send-message").text();
    // The templates of errors must set the status themselves, hence 200 for all of them here.
    private static final IntegrationResponses RESPONSES = IntegrationResponses.when(
                    "2\\d{2}",
                    202, RequestTemplate.of("idempotency-key", "accepted").text())
            .and("4\\d{2}", 200, RequestTemplate.of("aws-error").text())
            .and("5\\d{2}", 200, RequestTemplate.of("unavailable").text())
            .otherwise(200, RequestTemplate.of("internal-error").text());
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    static String[] hostileBodies() {
        return new String[] {
            "{\"name\":\"it's\"}",
            "{\"name\":\"say \\\"hi\\\" \\\\ back\\\\slash \\u0027\"}",
            "a&DelaySeconds=900&MessageBody=other",
            "1+1=2 %20 %26 100%",
            "@@name@@",
            "{\"a\":1},\"admin\":true",
            "{\"emoji\":\"\uD83D\uDE80\",\"umlaut\":\"\u00E4\u00F6\u00FC\",\"separators\":\"\u2028\u2029\"}",
            "line\nline\r\nline\ttab\n",
            "  blanks around  ",
            "#set($context.responseOverride.status = 200)$context.apiId #foreach($x in [1..9])$x#end",
            "## comment\n#* block *# #[[raw]]# \\$input.body ${input.body} $!none",
            "<xml attribute='value'/>",
            "null",
        };
    }

    @ParameterizedTest
    @MethodSource("hostileBodies")
    void storesTheBodyAsItIs(String body) {
        assertThat(sent(post().header("Idempotency-Key", "k1").body(body)))
                .containsExactly(
                        entry("Action", "SendMessage"),
                        entry("Version", "2012-11-05"),
                        entry("MessageBody", body),
                        entry("MessageAttribute.1.Name", "id"),
                        entry("MessageAttribute.1.Value.DataType", "String"),
                        entry("MessageAttribute.1.Value.StringValue", "k1"));
    }

    @Test
    void storesAnEmptyBodyAsAnEmptyObject() {
        assertThat(sent(post())).containsEntry("MessageBody", "{}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Idempotency-Key", "idempotency-key", "IDEMPOTENCY-KEY"})
    void takesTheKeyOfTheClientAsId(String headerName) {
        ClientRequest request = post().header("Host", "example.com").header(headerName, LONGEST_KEY);

        assertThat(idSent(request)).isEqualTo(LONGEST_KEY);
        assertThat(idAnswered(request)).isEqualTo(LONGEST_KEY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"X-Idempotency-Key", "Idempotency-Key2", "Idempotency_Key", "Idempotency-KeyIdempotency-Key"})
    void takesNoOtherHeaderAsId(String headerName) {
        ClientRequest request = post().header(headerName, "k1");

        assertThat(idSent(request)).isEqualTo(REQUEST_ID);
        assertThat(idAnswered(request)).isEqualTo(REQUEST_ID);
    }

    @Test
    void takesTheRequestIdWithoutKey() {
        assertThat(idSent(post())).isEqualTo(REQUEST_ID);
        assertThat(idAnswered(post())).isEqualTo(REQUEST_ID);
    }

    @Test
    void takesNoKeyOutsideTheHeaders() {
        ClientRequest request = post().queryParameter("Idempotency-Key", "k1").pathParameter("Idempotency-Key", "k2");

        assertThat(idSent(request)).isEqualTo(REQUEST_ID);
        assertThat(idAnswered(request)).isEqualTo(REQUEST_ID);
    }

    static String[] hostileKeys() {
        return new String[] {
            "",
            " ",
            LONGEST_KEY + "k",
            "k".repeat(10_000),
            "k 1",
            "k1\n",
            "k1\nk2",
            "k'1",
            "k\\1",
            "k1\",\"admin\":\"true",
            "k1&DelaySeconds=900",
            "k%26a",
            "k+1",
            "k.1",
            "$context.apiId",
            "#set($id='x')",
            "../k1",
            "k\u00E91",
            "\uD83D\uDE80",
        };
    }

    @ParameterizedTest
    @MethodSource("hostileKeys")
    void takesTheRequestIdForAKeyThatIsNotAllowed(String key) {
        ClientRequest request = post().header("Idempotency-Key", key).body("{}");

        assertThat(sent(request)).hasSize(6).containsEntry("MessageAttribute.1.Value.StringValue", REQUEST_ID);
        assertThat(idAnswered(request)).isEqualTo(REQUEST_ID);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"SendMessageResponse\":{\"SendMessageResult\":{\"MessageId\":\"m1\"}}}",
                "not JSON { arn:aws:sqs:eu-west-1:123456789012:queue",
                "",
            })
    void answersAcceptedWhenStored(String awsBody) {
        ClientResponse response = answered(200, awsBody);

        assertThat(response.status()).isEqualTo(202);
        assertThat(json(response)).isEqualTo(Map.of("id", "k1", "requestId", REQUEST_ID));
    }

    @ParameterizedTest
    @CsvSource({
        "429, ThrottlingException",
        "429, RequestThrottled",
        "429, Throttled",
        "429, KmsThrottled",
        "429, TooManyRequestsException",
        "429, OverLimit",
        "429, com.amazonaws.dynamodb.v20120810#ProvisionedThroughputExceededException",
        "429, RequestLimitExceeded",
        "429, ExecutionLimitExceeded",
        "400, ValidationException",
        "400, InvalidParameterValue",
        "400, InvalidMessageContents",
        "400, com.amazonaws.sqs#InvalidMessageContents",
        "400, InvalidArgumentException",
        "400, InvalidExecutionInput",
        "200, com.amazonaws.dynamodb.v20120810#ConditionalCheckFailedException",
        "200, ExecutionAlreadyExists",
        "500, AccessDenied",
        "500, AccessDeniedException",
        "500, AWS.SimpleQueueService.NonExistentQueue",
        "500, StateMachineDoesNotExist",
        "500, ResourceNotFoundException",
        "500, KMS.DisabledException",
        "500, SignatureDoesNotMatch",
        "500, InvalidClientTokenId",
        "500, SomethingNew",
    })
    void answersByTheErrorCodeOfAws(int status, String code) {
        String message = "\"User arn:aws:sts::123456789012:assumed-role/r may not Throttle Validation\"";
        String jsonProtocol = "{\"__type\":\"" + code + "\",\"message\":" + message + "}";
        String error = "\"Error\":{\"Type\":\"Sender\",\"Code\":\"" + code + "\",\"Message\":" + message + "}";

        assertError(answered(400, jsonProtocol), status);
        assertError(answered(400, "{" + error + ",\"RequestId\":\"r1\"}"), status);
        assertError(answered(403, "{\"ErrorResponse\":{" + error + "}}"), status);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "[]",
                "null",
                "\"ThrottlingException\"",
                "<Error><Code>AccessDenied</Code><Message>arn:aws:s3:::bucket</Message></Error>",
                "{\"__type\": null, \"Error\": \"Throttling\"}",
                "{\"__type\": {\"a\": []}, \"Error\": [1, 2]}",
                "{\"__type\": \"Thrott",
                "{\"message\":\"ConditionalCheckFailedException\"}",
            })
    void answersInternalErrorWhenTheErrorCannotBeRead(String awsBody) {
        ClientResponse response = answered(400, awsBody);

        assertThat(response.status()).isEqualTo(500);
        assertThat(json(response)).containsEntry("message", "Internal server error");
        assertThat(response.body()).doesNotContain("arn:");
    }

    @ParameterizedTest
    @CsvSource({"500", "502", "503", "504"})
    void answersUnavailableWhenTheServiceFails(int awsStatus) {
        for (String awsBody : new String[] {"", "<html>", "{\"__type\":\"arn:aws\"}", "{\"__type\":\"Thrott"}) {
            assertError(answered(awsStatus, awsBody), 503);
        }
    }

    @ParameterizedTest
    @CsvSource({"100", "301", "304", "600"})
    void answersInternalErrorForAnyOtherStatus(int awsStatus) {
        assertError(answered(awsStatus, "{\"QueueUrl\":\"https://sqs/123456789012/q\"}"), 500);
    }

    private static void assertError(ClientResponse response, int status) {
        assertThat(response.status()).isEqualTo(status);
        assertThat(json(response)).containsEntry("requestId", REQUEST_ID).hasSize(2);
        assertThat(response.body()).doesNotContain("arn:", "123456789012", "Exception");
        if (status == 429 || status == 503) {
            assertThat(response.header("Retry-After")).contains("5");
        } else {
            assertThat(response.headers()).isEmpty();
        }
        if (status == 200) {
            assertThat(json(response)).containsEntry("duplicate", true);
        }
    }

    private static ClientRequest post() {
        return ApiGateway.request().method("POST").context("requestId", REQUEST_ID);
    }

    private static Map<String, String> sent(ClientRequest request) {
        return FormBody.decode(request.render(SEND_MESSAGE));
    }

    private static String idSent(ClientRequest request) {
        return sent(request).get("MessageAttribute.1.Value.StringValue");
    }

    private static Object idAnswered(ClientRequest request) {
        return json(request.respond(RESPONSES, BackendAnswer.of(200, "{}"))).get("id");
    }

    private static ClientResponse answered(int awsStatus, String awsBody) {
        return post().header("Idempotency-Key", "k1").respond(RESPONSES, BackendAnswer.of(awsStatus, awsBody));
    }

    private static Map<?, ?> parse(String body) throws JsonProcessingException {
        return JSON.readValue(body, Map.class);
    }

    private static Map<Object, Object> json(ClientResponse response) {
        try {
            return Map.copyOf(parse(response.body()));
        } catch (JsonProcessingException e) {
            throw new AssertionError("The client gets no JSON: " + response.body(), e);
        }
    }
}
