package [=package].infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awscdk.assertions.Match;

/** The state machine: its definition as it is deployed, and what it may do. */
class RequestMachineTest {
    private static final SynthesizedStack DEV = SynthesizedStack.of("dev");
    private static final SynthesizedStack PROD = SynthesizedStack.of("prod");
    private static final JsonNode MACHINE = DEV.propertiesOf("AWS::StepFunctions::StateMachine").stream()
            .filter(machine -> machine.path("StateMachineType").asText().equals("STANDARD"))
            .findFirst()
            .orElseThrow();
    private static final JsonNode WORK = RequestMachine.definition().json().at("/States/Work");

    @Test
    void theDefinitionIsDeployedAsItIsWithEverySubstitution() {
        assertThat(MACHINE.path("DefinitionString").asText())
                .isEqualTo(RequestMachine.definition().text());
        assertThat(MACHINE.path("DefinitionSubstitutions").properties())
                .extracting(Map.Entry::getKey)
                .containsExactlyInAnyOrderElementsOf(RequestMachine.definition().substitutions());
        assertThat(MACHINE.path("StateMachineType").asText()).isEqualTo("STANDARD");
    }

    /** Step Functions compares the full name of the class, which is another one for a nested class. */
    @Test
    void theErrorThatIsNeverTriedAgainIsAClassOfTheFunctions() {
        String exception =
                MACHINE.at("/DefinitionSubstitutions/RejectedRequestException").asText();

        assertThat(getClass().getResource("/" + exception.replace('.', '/') + ".class"))
                .as(exception)
                .isNotNull();
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
}
