package [=package].infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who starts the control of the pipe, and what it may do. */
class PipeControlRightsTest {
    private static final SynthesizedStack DEV = SynthesizedStack.of("dev");

    @Test
    void itIsStartedEveryMinuteAndByNobodyTwice() {
        JsonNode schedule = DEV.propertiesOf("AWS::Scheduler::Schedule").stream()
                .filter(properties -> properties.at("/Target/Arn/Ref").asText().startsWith("PipeControl"))
                .findFirst()
                .orElseThrow();

        assertThat(schedule.path("ScheduleExpression").asText()).isEqualTo("rate(1 minute)");
        assertThat(schedule.at("/Target/RetryPolicy/MaximumRetryAttempts").asInt(-1))
                .isZero();
        JsonNode start = DEV.onlyStatementOf("PipeControlScheduleRole");
        assertThat(start.path("Action").asText()).isEqualTo("states:StartExecution");
        assertThat(start.path("Resource")).isEqualTo(schedule.at("/Target/Arn"));
    }

    @Test
    void itIsStartedWhenTheCircuitChanges() {
        JsonNode rule = DEV.propertiesOf("AWS::Events::Rule").stream()
                .filter(properties ->
                        properties.at("/Targets/0/Arn/Ref").asText().startsWith("PipeControl"))
                .findFirst()
                .orElseThrow();

        assertThat(rule.at("/EventPattern/detail-type/0").asText()).isEqualTo("circuit.state.changed");
        JsonNode start = DEV.onlyStatementOf("PipeControlRuleRole");
        assertThat(start.path("Action").asText()).isEqualTo("states:StartExecution");
        assertThat(start.path("Resource")).isEqualTo(rule.at("/Targets/0/Arn"));
    }

    @Test
    void itMayMoveOnePipeAndNoOther() {
        List<JsonNode> statements = DEV.statementsOf("PipeControlMachineRole").stream()
                .filter(statement -> statement.path("Action").toString().contains("pipes:"))
                .toList();

        assertThat(statements).hasSize(1);
        assertThat(statements.get(0).path("Action").toString())
                .isEqualTo("[\"pipes:DescribePipe\",\"pipes:StartPipe\",\"pipes:StopPipe\"]");
        assertThat(statements.get(0).at("/Resource/Fn::GetAtt/0").asText()).startsWith("RequestPipe");
    }

    @Test
    void aControlThatNobodyStartsOrThatFailsRaisesAnAlarm() {
        List<JsonNode> alarms = DEV.propertiesOf("AWS::CloudWatch::Alarm").stream()
                .filter(alarm -> alarm.at("/Dimensions/0/Value/Ref").asText().startsWith("PipeControl"))
                .toList();

        assertThat(alarms)
                .extracting(alarm -> alarm.path("MetricName").asText())
                .containsExactlyInAnyOrder("ExecutionsFailed", "ExecutionsTimedOut", "ExecutionsStarted");
        assertThat(alarms).allMatch(alarm -> !alarm.path("AlarmActions").isEmpty());
    }
}
