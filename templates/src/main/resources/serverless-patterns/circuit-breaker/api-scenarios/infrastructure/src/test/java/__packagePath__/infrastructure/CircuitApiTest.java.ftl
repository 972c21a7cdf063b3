package [=package].infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

[@imports]
import [=package].infrastructure.apigateway.ApiGateway;
import [=package].infrastructure.apigateway.BackendAnswer;
import [=package].infrastructure.apigateway.ClientRequest;
import [=package].infrastructure.apigateway.ClientResponse;
import [=package].infrastructure.apigateway.IntegrationResponses;
import [=package].infrastructure.asl.Execution;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awscdk.services.apigateway.IntegrationResponse;
[/@imports]

/** From the client's request to its response: the request template, the state machine, the response template. */
class CircuitApiTest {
    private static final String ARN = "arn:aws:states:eu-west-1:123456789012:stateMachine:m";
    private static final String REQUEST_ID = "b1946ac9-0000-4000-8000-000000000002";
    private static final String BODY = "{\"name\":\"hammer\",\"quantity\":3}";
    private static final SynthesizedStack DEV = SynthesizedStack.of("dev");
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final LocalBreaker breaker = new LocalBreaker();

    @Test
    void theClientGetsTheResultOfTheWork() {
        ClientResponse response = send(post("k1").body(BODY));

        assertThat(response.status()).isEqualTo(200);
        assertThat(json(response.body()))
                .isEqualTo(breaker.machine.executions().get(0).output());
        assertThat(response.headers()).isEmpty();
    }

    @Test
    void anOpenCircuitSaysWhenToTryAgain() {
        breaker.opened();

        ClientResponse response = send(post("k1").body(BODY));

        assertError(response, 503);
        assertThat(Integer.parseInt(response.header("Retry-After").orElseThrow()))
                .isBetween(30, 33);
    }

    @Test
    void aServiceThatFailsIsABadGateway() {
        breaker.service.isDown();

        ClientResponse response = send(post("k1").body(BODY));

        assertError(response, 502);
        assertThat(response.header("Retry-After")).isEmpty();
    }

    @Test
    void aServiceThatRejectsTheRequestSaysWhy() {
        breaker.service.rejects();

        ClientResponse response = send(post("k1").body(BODY));

        assertError(response, 422);
        assertThat(json(response.body()).path("message").asText())
                .isEqualTo(breaker.machine.executions().get(0).cause());
    }

    @Test
    void ourOwnThrottlingIsToBeTriedAgain() {
        breaker.service.throttles();

        ClientResponse response = send(post("k1").body(BODY));

        assertError(response, 429);
        assertThat(response.header("Retry-After")).contains("2");
    }

    @Test
    void anExecutionThatTakesTooLongIsATimeout() {
        breaker.service.duringTheNextCall(
                () -> breaker.clock.advance(breaker.timing.machine().plusMillis(1)));

        assertError(send(post("k1").body(BODY)), 504);
    }

    static String[] hostileBodies() {
        return HostileInput.bodies();
    }

    @ParameterizedTest
    @MethodSource("hostileBodies")
    void theBodyArrivesAsItIs(String body) {
        JsonNode start = start(post("k1").body(body));
        JsonNode input = json(start.path("input").textValue());

        assertThat(start.properties()).hasSize(3);
        assertThat(start.path("stateMachineArn").asText()).isEqualTo(ARN);
        assertThat(start.path("name").asText()).isEqualTo(REQUEST_ID);
        assertThat(input.properties()).hasSize(3);
        assertThat(input.path("id").asText()).isEqualTo("k1");
        assertThat(input.path("receivedAt").asLong()).isEqualTo(LocalBreaker.START.toEpochMilli());
        assertThat(input.path("body").textValue()).isEqualTo(body);
    }

    @ParameterizedTest
    @MethodSource("hostileBodies")
    void whateverTheBodyTheAnswerIsTrueAndJson(String body) {
        ClientResponse response = send(post("k1").body(body));

        assertThat(response.status()).isIn(200, 422);
        assertThat(json(response.body()).isObject()).isTrue();
        assertThat(breaker.status()).isEqualTo("CLOSED");
    }

    static String[] hostileKeys() {
        return HostileInput.keys();
    }

    @ParameterizedTest
    @MethodSource("hostileKeys")
    void aHostileKeyIsNoId(String key) {
        JsonNode start = start(post(key).body(BODY));

        assertThat(json(start.path("input").textValue()).path("id").asText()).isEqualTo(REQUEST_ID);
    }

    @Test
    void whatIsTooLargeIsSentSoThatStepFunctionsRefusesIt() {
        int overhead = start(post("k1").body(" ")).path("input").asText().length() - 1;
        int largest = 200 * 1024 - overhead;

        assertThat(start(post("k1").body("x".repeat(largest))).path("input").asText())
                .hasSize(200 * 1024);
        assertThat(start(post("k1").body("x".repeat(largest + 1))).path("input").asText())
                .isEqualTo("too large");
        assertThat(start(post("k1").body("\"".repeat(largest / 2 + 1)))
                        .path("input")
                        .asText())
                .isEqualTo("too large");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "it's",
                "say \"hi\"",
                "back\\slash",
                "line\nline",
                "\uD83D\uDE80 \u2028",
                "$context.apiId #set($x = 1)",
                "\", \"admin\": \"true",
            })
    void theReasonOfARejectionIsEscaped(String reason) {
        ClientResponse response = answer(200, execution("FAILED", "Work.Rejected", reason));

        assertThat(response.status()).isEqualTo(422);
        assertThat(json(response.body()).path("message").textValue()).isEqualTo(reason);
        assertThat(json(response.body())).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({
        "500, FAILED, States.Runtime",
        "500, FAILED, DynamoDB.AmazonDynamoDBException",
        "500, FAILED,",
        "500, RUNNING,",
        "500, ,",
        "502, FAILED, Work.Failed",
        "504, TIMED_OUT, States.Timeout",
    })
    void whatEndsOtherwiseIsNoSuccessAndShowsNothing(int status, String executionStatus, String error) {
        String cause = "arn:aws:states at com.example.Secret";

        assertError(answer(200, execution(executionStatus, error, cause)), status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "[]", "null", "<html>", "{\"status\": {}}", "{\"status\": [\"SUCCEEDED\"]}"})
    void anAnswerThatCannotBeReadIsNoSuccess(String body) {
        assertThat(answer(200, body).status()).isEqualTo(500);
    }

    @ParameterizedTest
    @CsvSource({
        "400, 429, ThrottlingException",
        "400, 400, InvalidExecutionInput",
        "400, 500, StateMachineDoesNotExist",
        "403, 500, AccessDeniedException",
        "500, 503, InternalFailure",
        "503, 503, ServiceUnavailable",
        "302, 500, None",
    })
    void whatStepFunctionsRefusesIsNoSuccessEither(int awsStatus, int status, String code) {
        assertError(answer(awsStatus, "{\"__type\":\"" + code + "\",\"message\":\"arn:aws:states\"}"), status);
    }

    @Test
    void theApiMayOnlyStartTheBreakerAndWaitForIt() {
        JsonNode statement = DEV.onlyStatementOf("CircuitApiRole");
        JsonNode machine = DEV.resources().path(statement.at("/Resource/Ref").asText());

        assertThat(statement.path("Action").asText()).isEqualTo("states:StartSyncExecution");
        assertThat(machine.at("/Properties/DefinitionString").asText())
                .isEqualTo(CircuitBreaker.definition().text());
        assertThat(machine.at("/Properties/StateMachineType").asText()).isEqualTo("EXPRESS");
    }

    @Test
    void apiGatewayWaitsLongerThanTheExecutionLasts() {
        assertThat(DEV.propertiesOf("AWS::ApiGateway::Method").stream()
                        .map(method -> method.path("Integration"))
                        .filter(integration ->
                                integration.at("/Credentials").toString().contains("CircuitApiRole"))
                        .map(integration -> integration.path("TimeoutInMillis").asLong()))
                .isNotEmpty()
                .allSatisfy(timeout -> assertThat(timeout)
                        .isEqualTo(breaker.timing.caller().toMillis())
                        .isLessThanOrEqualTo(29_000));
    }

    private static ClientRequest post(String key) {
        return ApiGateway.request()
                .method("POST")
                .context("requestId", REQUEST_ID)
                .context("requestTimeEpoch", LocalBreaker.START.toEpochMilli())
                .header("Idempotency-Key", key);
    }

    private static JsonNode start(ClientRequest request) {
        return json(request.render(CircuitApi.requestTemplate(ARN)));
    }

    /** All the way: to the state machine and back. */
    private ClientResponse send(ClientRequest request) {
        Execution execution = breaker.machine.run(start(request).path("input").textValue());
        ObjectNode answer = JSON.createObjectNode()
                .put("executionArn", execution.arn())
                .put("status", execution.status())
                .put("error", execution.error())
                .put("cause", execution.cause());
        if (execution.succeeded()) {
            answer.remove("error");
            answer.remove("cause");
            answer.put("output", execution.output().toString());
        }
        return documented(request.respond(responses(), BackendAnswer.of(200, answer.toString())));
    }

    private static ClientResponse answer(int awsStatus, String awsBody) {
        return documented(post("k1").respond(responses(), BackendAnswer.of(awsStatus, awsBody)));
    }

    private static ClientResponse documented(ClientResponse response) {
        OpenApi.checkRendered("POST", "/[=slot("request-path")]", response);
        return response;
    }

    private static String execution(String status, String error, String cause) {
        return JSON.createObjectNode()
                .put("executionArn", "arn:aws:states:eu-west-1:123456789012:express:m:n:u")
                .put("status", status)
                .put("error", error)
                .put("cause", cause)
                .toString();
    }

    private static void assertError(ClientResponse response, int status) {
        assertThat(response.status()).isEqualTo(status);
        assertThat(json(response.body()).properties()).hasSize(2);
        assertThat(json(response.body()).path("requestId").asText()).isEqualTo(REQUEST_ID);
        assertThat(response.body()).doesNotContain("arn:", "123456789012", "Exception", "com.example");
    }

    private static IntegrationResponses responses() {
        IntegrationResponses responses = IntegrationResponses.none();
        for (IntegrationResponse response : CircuitApi.responses()) {
            int status = Integer.parseInt(response.getStatusCode());
            String template = response.getResponseTemplates().get("application/json");
            String pattern = response.getSelectionPattern();
            responses =
                    pattern == null ? responses.otherwise(status, template) : responses.and(pattern, status, template);
        }
        return responses;
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError("No JSON: " + text, e);
        }
    }
}
