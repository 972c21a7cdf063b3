package [=package].infrastructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pipe from the stream to the circuit breaker, as it is deployed. */
class RequestPipeTest {
    private static final SynthesizedStack DEV = SynthesizedStack.of("dev");
    private static final JsonNode PIPE = pipe(DEV);
    private static final JsonNode SOURCE = PIPE.at("/SourceParameters/KinesisStreamParameters");

    @Test
    void eachRecordOfAShardIsAnExecutionOfItsOwnAfterTheOneBefore() {
        assertThat(SOURCE.path("StartingPosition").asText()).isEqualTo("TRIM_HORIZON");
        assertThat(SOURCE.path("BatchSize").asInt()).isEqualTo(1);
        assertThat(SOURCE.path("ParallelizationFactor").asInt()).isEqualTo(1);
        assertThat(SOURCE.has("MaximumBatchingWindowInSeconds")).isFalse();
        assertThat(PIPE.at("/TargetParameters/StepFunctionStateMachineParameters/InvocationType")
                        .asText())
                .isEqualTo("[=slot("pipe.invocation")?trim]");
    }

    @Test
    void recordsAreGivenUpByAgeOnlyAndBeforeTheStreamLosesThem() {
        JsonNode stream = DEV.onlyOne("AWS::Kinesis::Stream");

        assertThat(SOURCE.path("MaximumRetryAttempts").asInt()).isEqualTo(-1);
        assertThat(SOURCE.path("MaximumRecordAgeInSeconds").asInt())
                .isBetween(1, (stream.path("RetentionPeriodHours").asInt() - 24) * 3600);
    }

    @Test
    void whatIsGivenUpLeavesAPointerInTheDeadLetterQueue() {
        String queue = SOURCE.at("/DeadLetterConfig/Arn/Fn::GetAtt/0").asText();

        assertThat(queue).startsWith("DeadLetters");
        assertThat(DEV.properties(queue).path("MessageRetentionPeriod").asInt()).isEqualTo(14 * 24 * 3600);
    }

    @Test
    void onlyWhereThatIsSaidARecordIsGivenUpAfterSomeAttempts() {
        JsonNode pipe = pipe(SynthesizedStack.of(Map.of("recordRetries", "2")));

        assertThat(pipe.at("/SourceParameters/KinesisStreamParameters/MaximumRetryAttempts")
                        .asInt())
                .isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-2", "many", "10000", "1.5"})
    void refusesWhatIsNoNumberOfAttempts(String retries) {
        assertThatThrownBy(() -> SynthesizedStack.of(Map.of("recordRetries", retries)))
                .hasMessageContaining("'" + retries + "' is no number of retries");
    }

    @Test
    void noDeploymentStartsOrStopsIt() {
        assertThat(PIPE.has("DesiredState")).isFalse();
    }

    @Test
    void itMayReadTheStreamStartTheBreakerAndLeavePointersAndNothingElse() {
        List<JsonNode> statements = DEV.statementsOf("RequestPipeRole");

        assertThat(statements).hasSize(3);
        assertThat(statements.get(0).path("Action"))
                .extracting(JsonNode::asText)
                .containsExactlyInAnyOrder(
                        "kinesis:DescribeStream",
                        "kinesis:DescribeStreamSummary",
                        "kinesis:GetRecords",
                        "kinesis:GetShardIterator",
                        "kinesis:ListShards",
                        "kinesis:ListStreams");
        assertThat(statements.get(0).path("Resource")).isEqualTo(PIPE.path("Source"));
        assertThat(statements.get(1).path("Action").asText()).isEqualTo("[=slot("pipe-control.start-action")?trim]");
        assertThat(statements.get(1).path("Resource")).isEqualTo(PIPE.path("Target"));
        assertThat(statements.get(2).path("Action").asText()).isEqualTo("sqs:SendMessage");
        assertThat(statements.get(2).path("Resource")).isEqualTo(SOURCE.at("/DeadLetterConfig/Arn"));
    }

    private static JsonNode pipe(SynthesizedStack stack) {
        return stack.propertiesOf("AWS::Pipes::Pipe").stream()
                .filter(pipe -> pipe.path("TargetParameters").has("StepFunctionStateMachineParameters"))
                .findFirst()
                .orElseThrow();
    }
}
