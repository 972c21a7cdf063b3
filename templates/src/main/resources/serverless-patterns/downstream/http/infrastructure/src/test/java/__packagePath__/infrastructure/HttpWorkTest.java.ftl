package [=package].infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

[@imports]
import [=package].infrastructure.asl.Execution;
import [=package].infrastructure.asl.LocalAws;
import [=package].infrastructure.asl.TaskFailure;
import [=package].infrastructure.asl.VirtualClock;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
[/@imports]

/** What the service is sent, what becomes of its answers, and what the state machine may call. */
class HttpWorkTest {
    private static final SynthesizedStack DEV = SynthesizedStack.of("dev");
    private static final String NO_SERVICE = "https://service.invalid/[=resourcePath]";
    private static final Map<String, String> NAMES = TestService.substitutions();

    private final LocalAws aws = new LocalAws(new VirtualClock(Instant.parse("2026-01-01T00:00:00Z")));
    private final List<JsonNode> calls = new ArrayList<>();

    @Test
    void theServiceGetsTheRequestUnderItsId() {
        answers(JsonNodeFactory.instance.objectNode().put("ResponseBody", "ok"));

        Execution execution = new Attempt(NAMES, aws).work("k1", "{\"name\":\"it's\",\"quantity\":3}");

        assertThat(execution.output().asText()).isEqualTo("ok");
        assertThat(calls).hasSize(1);
        JsonNode call = calls.get(0);
        assertThat(call.path("Method").asText()).isEqualTo("POST");
        assertThat(call.path("ApiEndpoint").asText()).isEqualTo(NAMES.get("WorkUrl"));
        assertThat(call.at("/Authentication/ConnectionArn").asText()).isEqualTo(NAMES.get("WorkConnectionArn"));
        assertThat(call.at("/Headers/Idempotency-Key").asText()).isEqualTo("k1");
        assertThat(call.path("RequestBody").toString()).isEqualTo("{\"name\":\"it's\",\"quantity\":3}");
    }

    @Test
    void anAnswerWithoutBodyIsASuccess() {
        answers(JsonNodeFactory.instance.objectNode().put("StatusCode", 204));

        assertThat(new Attempt(NAMES, aws).work("k1", "{}").output().toString()).isEqualTo("{}");
    }

    @ParameterizedTest
    @CsvSource({
        "States.Http.StatusCode.400, Work.Rejected, The service answered 400",
        "States.Http.StatusCode.404, Work.Rejected, The service answered 404",
        "States.Http.StatusCode.422, Work.Rejected, The service answered 422",
        "States.DataLimitExceeded, Work.Rejected, The answer of the service is too large",
        "States.Http.StatusCode.409, Work.Throttled, States.Http.StatusCode.409: secret",
        "States.Http.StatusCode.401, Http.StatusCode.401, States.Http.StatusCode.401: secret",
        "States.Http.StatusCode.403, Http.StatusCode.403, States.Http.StatusCode.403: secret",
        "States.Http.StatusCode.408, Http.StatusCode.408, States.Http.StatusCode.408: secret",
        "States.Http.StatusCode.429, Http.StatusCode.429, States.Http.StatusCode.429: secret",
        "States.Http.StatusCode.500, Http.StatusCode.500, States.Http.StatusCode.500: secret",
        "States.Http.StatusCode.503, Http.StatusCode.503, States.Http.StatusCode.503: secret",
        "States.Http.Socket, Http.Socket, States.Http.Socket: secret",
        "Events.ConnectionResource.InvalidConnectionState, Events.ConnectionResource.InvalidConnectionState,"
                + "Events.ConnectionResource.InvalidConnectionState: secret",
    })
    void theStatusOfTheServiceDecides(String answer, String error, String cause) {
        aws.task("arn:aws:states:::http:invoke", arguments -> {
            throw new TaskFailure(answer, "secret");
        });

        Execution execution = new Attempt(NAMES, aws).work("k1", "{}");

        assertThat(execution.error()).isEqualTo(error);
        assertThat(execution.cause()).isEqualTo(cause);
    }

    @Test
    void aBodyThatIsNoJsonIsRejectedWithoutACall() {
        answers(JsonNodeFactory.instance.objectNode());

        Execution execution = new Attempt(NAMES, aws).work("k1", "hammer");

        assertThat(execution.error()).isEqualTo("Work.Rejected");
        assertThat(execution.cause()).isEqualTo("The body is no JSON");
        assertThat(calls).isEmpty();
    }

    @Test
    void aProbeAsksForTheHealthAndSendsNothing() {
        answers(JsonNodeFactory.instance.objectNode().put("StatusCode", 200));

        assertThat(new Attempt(NAMES, aws).probe().succeeded()).isTrue();

        assertThat(calls).hasSize(1);
        assertThat(calls.get(0).path("Method").asText()).isEqualTo("GET");
        assertThat(calls.get(0).path("ApiEndpoint").asText()).isEqualTo(NAMES.get("WorkHealthUrl"));
        assertThat(calls.get(0).has("RequestBody")).isFalse();
    }

    @Test
    void aHealthThatCannotBeAskedForIsNotHealthy() {
        aws.task("arn:aws:states:::http:invoke", arguments -> {
            throw new TaskFailure("States.Http.StatusCode.404", "");
        });

        assertThat(new Attempt(NAMES, aws).probe().error())
                .as("404 of the health is no rejection, which would close the circuit")
                .isEqualTo("States.Http.StatusCode.404");
    }

    @Test
    void theMachineMaySendTheseTwoRequestsAndNoOther() {
        List<JsonNode> requests = DEV.statementsOf("WorkerMachineRole").stream()
                .filter(statement -> statement.path("Action").asText().equals("states:InvokeHTTPEndpoint"))
                .toList();

        assertThat(requests)
                .extracting(HttpWorkTest::methodAndEndpoint)
                .containsExactlyInAnyOrder("POST " + NO_SERVICE, "GET " + NO_SERVICE + "/health");
        assertThat(requests)
                .allSatisfy(statement ->
                        assertThat(statement.at("/Resource/Ref").asText()).startsWith("WorkerMachine"));
    }

    @Test
    void theMachineMayUseThisConnectionOnly() {
        List<JsonNode> statements = DEV.statementsOf("WorkerMachineRole");

        assertThat(statements)
                .filteredOn(statement -> statement.toString().contains("events:RetrieveConnectionCredentials"))
                .extracting(statement -> statement.at("/Resource/Fn::GetAtt").toString())
                .singleElement()
                .asString()
                .contains("WorkConnection", "\"Arn\"");
        assertThat(statements)
                .filteredOn(statement -> statement.toString().contains("secretsmanager:"))
                .extracting(statement -> statement.at("/Resource/Fn::GetAtt").toString())
                .singleElement()
                .asString()
                .contains("WorkConnection", "\"SecretArn\"");
    }

    @Test
    void theServiceIsTheOneOfTheCommandLine() {
        var stack = SynthesizedStack.of(Map.of("workUrl", "https://api.example.com/v1/"));
        String definitions =
                stack.propertiesOf("AWS::StepFunctions::StateMachine").toString();

        assertThat(definitions)
                .contains("\"WorkUrl\":\"https://api.example.com/v1/\"")
                .contains("\"WorkHealthUrl\":\"https://api.example.com/v1/health\"");
    }

    @Test
    void untilItIsNamedNothingIsSentToAnyone() {
        String definitions =
                DEV.propertiesOf("AWS::StepFunctions::StateMachine").toString();

        assertThat(definitions).contains("\"WorkUrl\":\"" + NO_SERVICE + "\"");
    }

    @Test
    void theKeyIsNotInTheTemplate() {
        String key = DEV.onlyOne("AWS::Events::Connection")
                .at("/AuthParameters/ApiKeyAuthParameters/ApiKeyValue")
                .toString();

        assertThat(key).contains("{{resolve:secretsmanager:");
    }

    private void answers(ObjectNode answer) {
        aws.task("arn:aws:states:::http:invoke", arguments -> {
            calls.add(arguments);
            return answer;
        });
    }

    private static String methodAndEndpoint(JsonNode statement) {
        JsonNode equals = statement.at("/Condition/StringEquals");
        return equals.path("states:HTTPMethod").asText() + " "
                + equals.path("states:HTTPEndpoint").asText();
    }
}
