package [=package].infrastructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.dashjoin.jsonata.Jsonata;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awscdk.assertions.Match;

/** The state machine: its definition as it is deployed, and what it may do. */
class RequestMachineTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final SynthesizedStack DEV = SynthesizedStack.of("dev");
    private static final SynthesizedStack PROD = SynthesizedStack.of("prod");
    private static final JsonNode MACHINE = DEV.onlyOne("AWS::StepFunctions::StateMachine");
    private static final JsonNode STATES = RequestMachine.definition().json().path("States");
    private static final JsonNode WORK = STATES.path("Work");
    private static final JsonNode PARK = STATES.path("Park");

    @Test
    void theDefinitionIsDeployedAsItIsWithEverySubstitution() {
        assertThat(MACHINE.path("DefinitionString").asText())
                .isEqualTo(RequestMachine.definition().text());
        assertThat(MACHINE.path("DefinitionSubstitutions").properties())
                .extracting(Map.Entry::getKey)
                .containsExactlyInAnyOrderElementsOf(RequestMachine.definition().substitutions());
        assertThat(MACHINE.path("StateMachineType").asText()).isEqualTo("STANDARD");
    }

    @Test
    void everyTransitionLeadsToAState() {
        List<String> next = new ArrayList<>();
        next.add(RequestMachine.definition().json().path("StartAt").asText());
        for (JsonNode state : STATES) {
            assertThat(state.path("End").asBoolean() ^ state.has("Next")).isTrue();
            next.addAll(state.findValuesAsText("Next"));
        }

        assertThat(next).containsOnly("Work", "Park");
        assertThat(STATES.properties()).extracting(Map.Entry::getKey).containsExactlyInAnyOrder("Work", "Park");
    }

    @Test
    void everyExpressionIsJsonata() {
        List<String> expressions = new ArrayList<>();
        collect(STATES, expressions);

        assertThat(expressions).hasSizeGreaterThan(5);
        for (String expression : expressions) {
            assertThatCode(() -> Jsonata.jsonata(code(expression)))
                    .as(expression)
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void whatTheWorkRejectsIsNeverTriedAgain() {
        String exception =
                MACHINE.at("/DefinitionSubstitutions/RejectedRequestException").asText();
        JsonNode first = WORK.at("/Retry/0");

        assertThat(first.path("ErrorEquals").toString()).isEqualTo("[\"${RejectedRequestException}\"]");
        assertThat(first.path("MaxAttempts").asInt(3)).isZero();
        // Step Functions compares the full name of the class, which is another one for a nested class.
        assertThat(getClass().getResource("/" + exception.replace('.', '/') + ".class"))
                .as(exception)
                .isNotNull();
    }

    @Test
    void anOutageIsTriedForHoursAndThrottlingLonger() {
        JsonNode all = WORK.at("/Retry/2");

        assertThat(WORK.path("Retry")).hasSize(3);
        assertThat(WORK.at("/Retry/1/ErrorEquals").toString())
                .contains("Lambda.TooManyRequestsException", "Lambda.ServiceException");
        assertThat(all.path("ErrorEquals").toString()).isEqualTo("[\"States.ALL\"]");
        assertThat(all.has("JitterStrategy"))
                .as("jitter, which makes the waits shorter than their sum")
                .isFalse();
        assertThat(RequestMachine.definition().waits("Work", 1))
                .isGreaterThan(RequestMachine.definition().waits("Work", 2).multipliedBy(3));
    }

    @Test
    void whatIsGivenUpIsParked() {
        assertThat(WORK.path("Catch")).hasSize(1);
        assertThat(WORK.at("/Catch/0/ErrorEquals").toString()).isEqualTo("[\"States.ALL\"]");
        assertThat(WORK.at("/Catch/0/Next").asText()).isEqualTo("Park");
        assertThat(PARK.has("Catch"))
                .as("a request that cannot be parked fails the execution, which an alarm reports")
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"name\":\"it's\"}", "\u2028 \uD83D\uDE80 \\\" \u0001", "{% 1 %}", "${WorkFunctionArn}"})
    void theParkedMessageIsTheWholeInput(String body) throws JsonProcessingException {
        Map<String, Object> input = Map.of("id", "k1", "receivedAt", 1_767_225_600_000L, "body", body);

        Object message = evaluate(PARK.at("/Arguments/MessageBody"), context(input));

        assertThat(JSON.readTree((String) message)).isEqualTo(JSON.readTree(JSON.writeValueAsString(input)));
        assertThat(evaluate(PARK.at("/Arguments/MessageAttributes/id/StringValue"), context(input)))
                .isEqualTo("k1");
    }

    @Test
    void anExecutionStartedByHandIsParkedUnderItsName() {
        assertThat(evaluate(PARK.at("/Arguments/MessageAttributes/id/StringValue"), context(Map.of())))
                .isEqualTo("by-hand");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "null", textBlock = """
            com.acme.Rejected | {"errorMessage":"no"} | com.acme.Rejected: {"errorMessage":"no"}
            States.Timeout    | ''                    | 'States.Timeout: '
            null              | null                  | null: null
            """)
    void theReasonIsShortAndNeverMissing(String error, String cause, String reason) {
        Map<String, Object> output = new HashMap<>();
        output.put("Error", error);
        output.put("Cause", cause);

        assertThat(evaluate(WORK.at("/Catch/0/Output/reason"), Map.of("errorOutput", output)))
                .isEqualTo(reason);
        output.put("Cause", "x".repeat(30_000));
        assertThat(evaluate(WORK.at("/Catch/0/Output/reason"), Map.of("errorOutput", output))
                        .toString())
                .hasSize(500);
    }

    @Test
    void theMachineMayCallTheFunctionThroughItsAliasAndPark() {
        List<JsonNode> statements = DEV.statementsOf("MachineRole").stream()
                .filter(statement -> !statement.path("Resource").asText().equals("*"))
                .toList();

        assertThat(statements)
                .extracting(statement -> statement.path("Action").asText())
                .containsExactlyInAnyOrder("lambda:InvokeFunction", "sqs:SendMessage");
        assertThat(statements)
                .extracting(statement -> statement.at("/Resource/Ref").asText())
                .anyMatch(reference -> reference.contains("Live"));
    }

    @Test
    void everyStepIsLoggedWithoutData() {
        assertThat(MACHINE.at("/LoggingConfiguration/Level").asText()).isEqualTo("ALL");
        assertThat(MACHINE.at("/LoggingConfiguration/IncludeExecutionData").asBoolean(true))
                .isFalse();
        assertThat(MACHINE.at("/TracingConfiguration/Enabled").asBoolean()).isTrue();
        DEV.template()
                .hasResourceProperties(
                        "AWS::Logs::LogGroup",
                        Map.of("LogGroupName", Match.stringLikeRegexp("^/aws/vendedlogs/states/.+")));
    }

    @Test
    void aProductionMachineKeepsItsExecutions() {
        assertThat(PROD.resources("AWS::StepFunctions::StateMachine"))
                .allMatch(machine -> machine.path("DeletionPolicy").asText().equals("Retain"));
    }

    @ParameterizedTest
    @CsvSource({
        "ExecutionsFailed, 1",
        "ExecutionsTimedOut, 1",
        "ExecutionsAborted, 1",
        "ApproximateNumberOfMessagesVisible, 1",
        "Errors, 12"
    })
    void everyPlaceWhereRequestsCanGetStuckRaisesAnAlarm(String metric, int threshold) {
        DEV.template()
                .hasResourceProperties("AWS::CloudWatch::Alarm", Map.of("MetricName", metric, "Threshold", threshold));
    }

    @Test
    void theLedgerRemembersAsLongAsStepFunctions() {
        JsonNode function = DEV.propertiesOf("AWS::Lambda::Function").stream()
                .filter(candidate -> candidate.path("Handler").asText().endsWith("Process[=Resources]Handler"))
                .findFirst()
                .orElseThrow();

        assertThat(function.at("/Environment/Variables/RETAIN_DAYS").asInt()).isGreaterThanOrEqualTo(90 + 3);
        assertThat(WORK.path("TimeoutSeconds").asInt())
                .isGreaterThan(function.path("Timeout").asInt());
    }

    private static Map<String, Object> context(Map<String, Object> input) {
        return Map.of("context", Map.of("Execution", Map.of("Input", input, "Name", "by-hand")));
    }

    private static Object evaluate(JsonNode expression, Map<String, Object> states) {
        Jsonata jsonata = Jsonata.jsonata(code(expression.asText()));
        Jsonata.Frame frame = jsonata.createFrame();
        frame.bind("states", states);
        return jsonata.evaluate(null, frame);
    }

    private static String code(String expression) {
        assertThat(expression).startsWith("{%").endsWith("%}");
        return expression.substring(2, expression.length() - 2);
    }

    private static void collect(JsonNode node, List<String> expressions) {
        if (node.isTextual() && node.asText().startsWith("{%")) {
            expressions.add(node.asText());
        }
        node.forEach(child -> collect(child, expressions));
    }
}
