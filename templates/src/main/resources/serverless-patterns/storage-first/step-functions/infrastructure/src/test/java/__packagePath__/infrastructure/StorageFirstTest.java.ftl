package [=package].infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

[@imports]
import [=package].infrastructure.apigateway.ClientRequest;
import [=package].infrastructure.apigateway.ClientResponse;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
[/@imports]

/** The entry: what reaches Step Functions, and what the client is told. */
class StorageFirstTest {
    /** What Step Functions answers when the execution is started. */
    static final String STORED = "{\"executionArn\":\"arn:aws:states:eu-west-1:123456789012:execution:m:k1\","
            + "\"startDate\":1.7672256E9}";

    private static final long NOW = 1_767_225_600_000L;
    private static final String ARN = "arn:aws:states:eu-west-1:123456789012:stateMachine:m";
    private static final SynthesizedStack DEV = SynthesizedStack.of("dev");
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    static String[] hostileBodies() {
        return HostileInput.bodies();
    }

    @ParameterizedTest
    @MethodSource("hostileBodies")
    void theBodyIsStoredAsItIs(String body) {
        JsonNode execution = start(post().header("Idempotency-Key", "k1").body(body));
        JsonNode input = json(execution.path("input").textValue());

        assertThat(execution.properties()).hasSize(3);
        assertThat(execution.path("stateMachineArn").asText()).isEqualTo(ARN);
        assertThat(execution.path("name").asText()).isEqualTo("k1");
        assertThat(input.properties()).hasSize(3);
        assertThat(input.path("id").asText()).isEqualTo("k1");
        assertThat(input.path("receivedAt").isNumber()).isTrue();
        assertThat(input.path("receivedAt").asLong()).isEqualTo(NOW);
        assertThat(input.path("body").textValue()).isEqualTo(body);
    }

    @Test
    void anEmptyBodyIsStoredAsAnEmptyObject() {
        assertThat(json(start(post()).path("input").textValue()).path("body").textValue())
                .isEqualTo("{}");
    }

    static String[] hostileKeys() {
        return HostileInput.keys();
    }

    @ParameterizedTest
    @MethodSource("hostileKeys")
    void aHostileKeyIsNoName(String key) {
        JsonNode execution = start(post().header("Idempotency-Key", key).body("{}"));

        assertThat(execution.path("name").asText()).isEqualTo(StorageApi.REQUEST_ID);
        assertThat(json(execution.path("input").textValue()).path("id").asText())
                .isEqualTo(StorageApi.REQUEST_ID);
    }

    @Test
    void whatIsTooLargeIsSentSoThatStepFunctionsRefusesIt() {
        int overhead = start(post().body(" ")).path("input").asText().length() - 1;
        int largest = 200 * 1024 - overhead;

        assertThat(start(post().body("x".repeat(largest))).path("input").asText())
                .hasSize(200 * 1024);
        assertThat(start(post().body("x".repeat(largest + 1))).path("input").asText())
                .isEqualTo("too large");
        assertThat(start(post().body("\"".repeat(largest / 2 + 1)))
                        .path("input")
                        .asText())
                .isEqualTo("too large");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ExecutionAlreadyExists", "com.amazonaws.swf.service.v2.model#ExecutionAlreadyExists"})
    void aRequestThatIsStoredAlreadyIsADuplicate(String code) {
        String body = "{\"__type\":\"" + code + "\",\"message\":\"Execution Already Exists: 'arn:aws:states'\"}";

        ClientResponse response = StorageApi.answer(StorageApi.post(), 400, body);

        assertThat(response.status()).isEqualTo(200);
        assertThat(StorageApi.json(response))
                .containsEntry("duplicate", true)
                .containsEntry("requestId", StorageApi.REQUEST_ID)
                .hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({
        "429, ThrottlingException",
        "429, ExecutionLimitExceeded",
        "429, KmsThrottlingException",
        "400, InvalidExecutionInput",
        "400, com.amazonaws.swf.service.v2.model#InvalidExecutionInput",
        "400, ValidationException",
        "500, InvalidArn",
        "500, InvalidName",
        "500, StateMachineDoesNotExist",
        "500, StateMachineDeleting",
        "500, AccessDeniedException",
    })
    void theErrorCodeOfStepFunctionsDecides(int status, String code) {
        String body = "{\"__type\":\"" + code + "\",\"message\":\"arn:aws:states ExecutionAlreadyExists\"}";

        StorageResponsesTest.assertError(StorageApi.answer(StorageApi.post(), 400, body), status);
    }

    @Test
    void theApiMayOnlyStartTheMachine() {
        JsonNode statement = DEV.onlyStatementOf("StorageFirstRole");

        assertThat(statement.path("Action").asText()).isEqualTo("states:StartExecution");
        assertThat(DEV.resources()
                        .path(statement.at("/Resource/Ref").asText())
                        .path("Type")
                        .asText())
                .isEqualTo("AWS::StepFunctions::StateMachine");
    }

    private static ClientRequest post() {
        return StorageApi.post().context("requestTimeEpoch", NOW);
    }

    private static JsonNode start(ClientRequest request) {
        return json(request.render(StorageFirst.requestTemplate(ARN)));
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError("No JSON: " + text, e);
        }
    }
}
