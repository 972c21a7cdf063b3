package [=package].infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The pipe from the work queue to the circuit breaker, as it is deployed. */
class RequestPipeTest {
    private static final SynthesizedStack DEV = SynthesizedStack.of("dev");
    private static final JsonNode PIPE = DEV.propertiesOf("AWS::Pipes::Pipe").stream()
            .filter(pipe -> pipe.has("TargetParameters"))
            .filter(pipe -> pipe.path("TargetParameters").has("StepFunctionStateMachineParameters"))
            .findFirst()
            .orElseThrow();

    @Test
    void eachMessageIsAnExecutionOfItsOwn() {
        assertThat(PIPE.at("/SourceParameters/SqsQueueParameters/BatchSize").asInt())
                .isEqualTo(1);
        assertThat(PIPE.at("/TargetParameters/StepFunctionStateMachineParameters/InvocationType")
                        .asText())
                .isEqualTo("[=slot("pipe.invocation")?trim]");
    }

    @Test
    void noDeploymentStartsOrStopsIt() {
        assertThat(PIPE.has("DesiredState")).isFalse();
    }

    @Test
    void itMayTakeMessagesAndStartTheBreakerAndNothingElse() {
        List<JsonNode> statements = DEV.statementsOf("RequestPipeRole");

        assertThat(statements).hasSize(2);
        assertThat(statements.get(0).path("Action"))
                .extracting(JsonNode::asText)
                .containsExactlyInAnyOrder("sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes");
        assertThat(statements.get(0).path("Resource")).isEqualTo(PIPE.path("Source"));
        assertThat(statements.get(1).path("Action").asText()).isEqualTo("[=slot("pipe-control.start-action")?trim]");
        assertThat(statements.get(1).path("Resource")).isEqualTo(PIPE.path("Target"));
    }

[#if slot("pipe.invocation")?trim == "REQUEST_RESPONSE"]
    @Test
    void aMessageIsHiddenLongerThanItsExecutionCanTake() {
        JsonNode queue = DEV.properties(PIPE.at("/Source/Fn::GetAtt/0").asText());

        assertThat(queue.path("VisibilityTimeout").asLong())
                .isGreaterThan(
                        CircuitBreaker.definition().seconds("/TimeoutSeconds").toSeconds());
        assertThat(queue.at("/RedrivePolicy/maxReceiveCount").asInt())
                .isEqualTo(Timing.standard().maxReceiveCount());
    }
[#else]
    @Test
    void aMessageWhoseExecutionCannotBeStartedComesBack() {
        JsonNode queue = DEV.properties(PIPE.at("/Source/Fn::GetAtt/0").asText());

        assertThat(queue.at("/RedrivePolicy/maxReceiveCount").asInt())
                .isEqualTo(Timing.standard().maxReceiveCount());
    }
[/#if]
}
