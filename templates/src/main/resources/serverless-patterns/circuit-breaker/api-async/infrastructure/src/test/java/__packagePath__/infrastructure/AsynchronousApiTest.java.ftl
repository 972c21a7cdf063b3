package [=package].infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

[@imports]
import [=package].infrastructure.apigateway.ApiGateway;
import [=package].infrastructure.apigateway.BackendAnswer;
import [=package].infrastructure.apigateway.ClientRequest;
import [=package].infrastructure.apigateway.ClientResponse;
import [=package].infrastructure.apigateway.IntegrationResponses;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awscdk.services.apigateway.IntegrationResponse;
[/@imports]

/** The entry: what reaches Step Functions, and what the client is told, by the deployed templates. */
class AsynchronousApiTest {
    private static final String PATH = "/[=slot("request-path")]";
    private static final String REQUEST_ID = "b1946ac9-0000-4000-8000-000000000002";
    private static final String ARN = "arn:aws:states:eu-west-1:123456789012:stateMachine:m";
    private static final String EXECUTIONS = "arn:aws:states:eu-west-1:123456789012:execution:m";
    private static final String STARTED = "{\"executionArn\":\"" + EXECUTIONS + ":k1\",\"startDate\":1.7672256E9}";
    private static final SynthesizedStack DEV = SynthesizedStack.of("dev");
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    static String[] hostileBodies() {
        return HostileInput.bodies();
    }

    @ParameterizedTest
    @MethodSource("hostileBodies")
    void theRequestStartsAnExecutionOfItsName(String body) {
        String rendered = post("k1").body(body).render(AsynchronousApi.startTemplate(ARN));
        JsonNode input = json(json(rendered).path("input").textValue());

        assertThat(json(rendered).path("stateMachineArn").asText()).isEqualTo(ARN);
        assertThat(json(rendered).path("name").asText()).isEqualTo("k1");
        assertThat(input.properties()).hasSize(3);
        assertThat(input.path("id").asText()).isEqualTo("k1");
        assertThat(input.path("body").textValue()).isEqualTo(body);
    }

    @Test
    void aStartedRequestIsAcceptedAndHasAPlaceToAskFor() {
        ClientResponse response = posted(200, STARTED);

        assertThat(response.status()).isEqualTo(202);
        assertThat(response.header("Location")).contains("/dev" + PATH + "/k1");
        assertThat(json(response.body()).path("id").asText()).isEqualTo("k1");
        assertThat(json(response.body()).path("status").asText()).isEqualTo("RUNNING");
        assertThat(response.body()).doesNotContain("arn:", "123456789012");
    }

    @ParameterizedTest
    @CsvSource({
        "400, ExecutionAlreadyExists, 200",
        "400, InvalidExecutionInput, 400",
        "400, ThrottlingException, 429",
        "400, ExecutionLimitExceeded, 429",
        "400, StateMachineDoesNotExist, 500",
        "403, AccessDeniedException, 500",
        "500, InternalServerError, 503",
        "302, Found, 500",
    })
    void whatIsNotStartedIsNotAccepted(int awsStatus, String code, int status) {
        ClientResponse response = posted(awsStatus, error(code));

        assertThat(response.status()).isEqualTo(status);
        assertThat(response.header("Location")).isEmpty();
        assertSafe(response);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            RUNNING        | -             | {"id":"k1","status":"RUNNING"}
            PENDING_REDRIVE| -             | {"id":"k1","status":"RUNNING"}
            FAILED         | Work.Rejected | {"id":"k1","status":"FAILED","reason":"REJECTED"}
            FAILED         | Circuit.Open  | {"id":"k1","status":"FAILED","reason":"UNAVAILABLE"}
            FAILED         | Work.Failed   | {"id":"k1","status":"FAILED","reason":"FAILED"}
            FAILED         | -             | {"id":"k1","status":"FAILED","reason":"FAILED"}
            TIMED_OUT      | States.Timeout| {"id":"k1","status":"FAILED","reason":"TIMEOUT"}
            ABORTED        | -             | {"id":"k1","status":"FAILED","reason":"FAILED"}
            """)
    void theStatusSaysWhatBecameOfTheRequest(String status, String error, String expected) {
        String known = error == null ? "" : ",\"error\":\"" + error + "\",\"cause\":\"arn:aws:ecs:task, it's secret\"";

        ClientResponse response = asked("k1", 200, execution(status, known));

        assertThat(response.status()).isEqualTo(200);
        assertThat(json(response.body())).isEqualTo(json(expected));
        assertThat(response.header("Retry-After").isPresent()).isEqualTo(expected.contains("RUNNING"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"outcome\":\"DONE\"}", "{\"name\":\"it's \\\"quoted\\\" $context.apiId #end\"}", "[]", "3"})
    void theResultOfTheWorkIsPassedOnAsItIs(String output) {
        String member = ",\"output\":" + JSON.getNodeFactory().textNode(output);

        ClientResponse response = asked("k1", 200, execution("SUCCEEDED", member));

        assertThat(json(response.body()).path("status").asText()).isEqualTo("SUCCEEDED");
        assertThat(json(response.body()).path("result")).isEqualTo(json(output));
    }

    @ParameterizedTest
    @CsvSource({
        "400, ExecutionDoesNotExist, 404",
        "400, com.amazonaws.swf.service.v2.model#ExecutionDoesNotExist, 404",
        "400, InvalidArn, 404",
        "400, ThrottlingException, 429",
        "400, KmsAccessDeniedException, 500",
        "403, AccessDeniedException, 500",
        "503, ServiceUnavailable, 503",
    })
    void whatCannotBeSaidIsAnError(int awsStatus, String code, int status) {
        ClientResponse response = asked("k1", awsStatus, error(code));

        assertThat(response.status()).isEqualTo(status);
        assertSafe(response);
    }

    @Test
    void theExecutionIsAskedForByItsName() {
        assertThat(describe("k_1-A")).isEqualTo("{\"executionArn\": \"" + EXECUTIONS + ":k_1-A\"}");
    }

    static String[] hostileKeys() {
        return HostileInput.keys();
    }

    @ParameterizedTest
    @MethodSource("hostileKeys")
    void aHostileIdNamesNoExecution(String id) {
        assertThat(describe(id)).isEqualTo("{\"executionArn\": \"" + EXECUTIONS + ":\"}");
        assertThat(json(asked(id, 400, error("InvalidArn")).body())).isNotNull();
    }

    @Test
    void eachMethodMayDoOneThing() {
        JsonNode start = DEV.onlyStatementOf("AsynchronousApiStartRole");
        JsonNode status = DEV.onlyStatementOf("AsynchronousApiStatusRole");

        assertThat(start.path("Action").asText()).isEqualTo("states:StartExecution");
        assertThat(start.at("/Resource/Ref").asText()).startsWith("WorkerMachine");
        assertThat(status.path("Action").asText()).isEqualTo("states:DescribeExecution");
        assertThat(status.path("Resource").toString()).contains(":execution:", "WorkerMachine", "\":*\"");
    }

    @Test
    void bothMethodsAreAuthorized() {
        assertThat(DEV.propertiesOf("AWS::ApiGateway::Method"))
                .extracting(method -> method.path("HttpMethod").asText())
                .contains("POST", "GET");
        assertThat(DEV.propertiesOf("AWS::ApiGateway::Method"))
                .noneMatch(method ->
                        method.path("AuthorizationType").asText("NONE").equals("NONE"));
    }

    private static ClientRequest post(String key) {
        return ApiGateway.request()
                .method("POST")
                .header("Idempotency-Key", key)
                .context("requestId", REQUEST_ID)
                .context("path", "/dev" + PATH);
    }

    private static ClientRequest get(String id) {
        return ApiGateway.request().pathParameter("id", id).context("requestId", REQUEST_ID);
    }

    private static ClientResponse posted(int awsStatus, String body) {
        ClientResponse response =
                post("k1").respond(responses(AsynchronousApi.startResponses()), BackendAnswer.of(awsStatus, body));
        OpenApi.checkRendered("POST", PATH, response);
        return response;
    }

    private static ClientResponse asked(String id, int awsStatus, String body) {
        ClientResponse response =
                get(id).respond(responses(AsynchronousApi.statusResponses()), BackendAnswer.of(awsStatus, body));
        OpenApi.checkRendered("GET", PATH + "/{id}", response);
        return response;
    }

    private static String describe(String id) {
        return get(id).render(AsynchronousApi.statusTemplate(EXECUTIONS));
    }

    private static String execution(String status, String more) {
        return "{\"executionArn\":\"%s:k1\",\"stateMachineArn\":\"%s\",\"name\":\"k1\",\"status\":\"%s\",\"input\":\"{}\"%s}"
                .formatted(EXECUTIONS, ARN, status, more);
    }

    private static String error(String code) {
        return "{\"__type\":\"" + code + "\",\"message\":\"" + ARN + " ExecutionAlreadyExists ExecutionDoesNotExist\"}";
    }

    private static IntegrationResponses responses(List<IntegrationResponse> deployed) {
        IntegrationResponses responses = IntegrationResponses.none();
        for (IntegrationResponse response : deployed) {
            int status = Integer.parseInt(response.getStatusCode());
            String template = response.getResponseTemplates().get("application/json");
            String pattern = response.getSelectionPattern();
            responses =
                    pattern == null ? responses.otherwise(status, template) : responses.and(pattern, status, template);
        }
        return responses;
    }

    private static void assertSafe(ClientResponse response) {
        assertThat(json(response.body()).path("requestId").asText()).isEqualTo(REQUEST_ID);
        assertThat(response.body()).doesNotContain("arn:", "123456789012", "Exception", "Execution");
        if (response.status() == 429 || response.status() == 503) {
            assertThat(response.header("Retry-After")).contains("5");
        }
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError("No JSON: " + text, e);
        }
    }
}
