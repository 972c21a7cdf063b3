package [=package].infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

[@imports]
import [=package].infrastructure.asl.Execution;
import [=package].infrastructure.asl.LocalAws;
import [=package].infrastructure.asl.StateMachine;
import [=package].infrastructure.asl.TaskFailure;
import [=package].infrastructure.asl.VirtualClock;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
[/@imports]

/** The way of a signal to the circuit. */
class HealthControlTest {
    private static final SynthesizedStack DEV = SynthesizedStack.of("dev");
    private static final JsonNode MACHINE = machine();

    @Test
    void theDefinitionIsDeployedAsItIsTested() {
        assertThat(MACHINE.path("DefinitionString").asText())
                .isEqualTo(HealthControl.definition().text());
        ControlledCircuit.substitutions()
                .forEach((name, value) -> assertThat(MACHINE.path("DefinitionSubstitutions")
                                .path(name)
                                .asText())
                        .isEqualTo(value));
        assertThat(MACHINE.path("StateMachineType").asText()).isEqualTo("EXPRESS");
    }

    @Test
    void itMayReadAndUpdateTheCircuitAndNothingElse() {
        List<JsonNode> statements = DEV.statementsOf("HealthMachineRole").stream()
                .filter(statement -> !statement.path("Resource").asText().equals("*"))
                .toList();

        assertThat(statements).hasSize(1);
        assertThat(statements.get(0).path("Action").toString())
                .isEqualTo("[\"dynamodb:GetItem\",\"dynamodb:UpdateItem\"]");
        assertThat(statements.get(0).at("/Resource/Fn::GetAtt/0"))
                .isEqualTo(MACHINE.at("/DefinitionSubstitutions/CircuitTable/Ref"));
    }

    @Test
    void rulesMayStartItAndNothingElse() {
        JsonNode start = DEV.onlyStatementOf("HealthRuleRole");

        assertThat(start.path("Action").asText()).isEqualTo("states:StartExecution");
        assertThat(DEV.properties(start.at("/Resource/Ref").asText())).isEqualTo(MACHINE);
    }

    @Test
    void signalsThatCannotBeDeliveredAreKeptAndRaiseAnAlarm() {
        List<JsonNode> targets = rules().stream()
                .flatMap(rule -> SynthesizedStack.stream(rule.path("Targets")))
                .toList();

        assertThat(targets).isNotEmpty().allSatisfy(target -> {
            assertThat(target.path("RetryPolicy")
                            .path("MaximumEventAgeInSeconds")
                            .asInt())
                    .isBetween(60, 3600);
            assertThat(target.at("/DeadLetterConfig/Arn/Fn::GetAtt/0").asText()).startsWith("HealthLostSignals");
        });
        assertThat(DEV.propertiesOf("AWS::CloudWatch::Alarm"))
                .anyMatch(alarm -> alarm.path("Dimensions").toString().contains("HealthLostSignals"));
    }

    @Test
    void onlyTheseRulesMayPutSignalsAside() {
        List<JsonNode> allowed = DEV.propertiesOf("AWS::SQS::QueuePolicy").stream()
                .filter(policy -> policy.at("/Queues/0/Ref").asText().startsWith("HealthLostSignals"))
                .flatMap(policy -> SynthesizedStack.stream(policy.at("/PolicyDocument/Statement")))
                .filter(statement -> statement.path("Effect").asText().equals("Allow"))
                .toList();

        assertThat(allowed).hasSameSizeAs(rules()).allSatisfy(statement -> {
            assertThat(statement.path("Action").asText()).isEqualTo("sqs:SendMessage");
            assertThat(statement.path("Principal").toString()).isEqualTo("{\"Service\":\"events.amazonaws.com\"}");
            String rule = statement
                    .at("/Condition/ArnEquals/aws:SourceArn/Fn::GetAtt/0")
                    .asText();
            assertThat(rules()).contains(DEV.properties(rule));
        });
    }

    @Test
    void whatIsNoSignalIsIgnored() {
        var circuit = new ControlledCircuit();

        assertThat(circuit.deliver("{\"detail-type\":\"Scheduled Event\",\"detail\":{}}"))
                .isEqualTo("IGNORED");
        assertThat(circuit.deliver("{}")).isEqualTo("IGNORED");
        assertThat(circuit.attributes()).isEmpty();
    }

    @Test
    void itTriesAgainForAWhileAndThenFailsWhereAnAlarmSeesIt() {
        int[] calls = {0};
        var clock = new VirtualClock(ControlledCircuit.START);
        var aws = new LocalAws(clock).task("arn:aws:states:::dynamodb:getItem", input -> {
            calls[0]++;
            throw new TaskFailure("DynamoDB.ProvisionedThroughputExceededException", "try again");
        });
        Map<String, String> substitutions = new HashMap<>(ControlledCircuit.substitutions());
        substitutions.putAll(Map.of("CircuitTable", "table", "CircuitName", "circuit"));
        var machine = StateMachine.of(HealthControl.definition().text(), substitutions, aws);

        Execution execution = machine.run(ControlledCircuit.ANY_SIGNAL);

        assertThat(execution.error()).isEqualTo("DynamoDB.ProvisionedThroughputExceededException");
        assertThat(calls[0]).isEqualTo(6);
        assertThat(Duration.between(execution.startedAt(), execution.endedAt())).isLessThan(Duration.ofMinutes(4));
        assertThat(DEV.propertiesOf("AWS::CloudWatch::Alarm"))
                .anyMatch(alarm -> alarm.toString().contains("ExecutionsFailed")
                        && alarm.toString().contains("ExecutionsTimedOut")
                        && alarm.toString().contains("\"Ref\":\"HealthMachine"));
    }

    @Test
    void aCircuitThatNeverStandsStillFailsTheExecution() {
        var circuit = new ControlledCircuit();
        int[] writes = {0};
        circuit.control.before(
                "WriteIfUnchanged",
                () -> circuit.change(
                        Map.of("status", writes[0]++ % 2 == 0 ? "OPEN" : "CLOSED", "updatedAt", writes[0])));

        assertThat(circuit.control.run(ControlledCircuit.ANY_SIGNAL).error()).isEqualTo("Circuit.Contended");
        assertThat(writes[0]).isEqualTo(5);
    }

    private static List<JsonNode> rules() {
        return DEV.propertiesOf("AWS::Events::Rule").stream()
                .filter(rule ->
                        DEV.properties(rule.at("/Targets/0/Arn/Ref").asText()).equals(MACHINE))
                .toList();
    }

    private static JsonNode machine() {
        return DEV.propertiesOf("AWS::StepFunctions::StateMachine").stream()
                .filter(machine -> machine.path("DefinitionString")
                        .asText()
                        .equals(HealthControl.definition().text()))
                .findFirst()
                .orElseThrow();
    }
}
