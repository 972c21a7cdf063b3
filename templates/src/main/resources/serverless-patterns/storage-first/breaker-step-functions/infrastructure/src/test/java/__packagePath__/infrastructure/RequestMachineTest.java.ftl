package [=package].infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

[@imports]
import [=package].infrastructure.asl.Execution;
import [=package].infrastructure.asl.LocalAws;
import [=package].infrastructure.asl.StateMachine;
import [=package].infrastructure.asl.TaskFailure;
import [=package].infrastructure.asl.VirtualClock;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
[/@imports]

/** The way of a request from its execution into the work queue. */
class RequestMachineTest {
    private static final SynthesizedStack DEV = SynthesizedStack.of("dev");
    private static final String INPUT = "{\"id\":\"id-1\",\"receivedAt\":1767225600000,\"body\":\"{\\\"name\\\":1}\"}";

    private final LocalAws aws = new LocalAws(new VirtualClock(Instant.parse("2026-01-01T00:00:00Z")));
    private final List<JsonNode> sent = new ArrayList<>();

    @Test
    void theRequestGoesIntoTheWorkQueueAsItCame() {
        aws.task("arn:aws:states:::sqs:sendMessage", this::send);

        assertThat(run().succeeded()).isTrue();

        JsonNode message = sent.get(0);
        assertThat(message.path("QueueUrl").asText()).isEqualTo("work-queue");
        assertThat(message.path("MessageBody").asText()).isEqualTo("{\"name\":1}");
        assertThat(message.at("/MessageAttributes/id/StringValue").asText()).isEqualTo("id-1");
        assertThat(message.at("/MessageAttributes/receivedAt/StringValue").asText())
                .isEqualTo("1767225600000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"SQS.SdkClientException", "SQS.AmazonSQSException", "States.Timeout"})
    void aQueueThatDoesNotAnswerIsTriedAgain(String error) {
        aws.task("arn:aws:states:::sqs:sendMessage", arguments -> {
            sent.add(arguments);
            if (sent.size() < 20) {
                throw new TaskFailure(error, "");
            }
            return JsonNodeFactory.instance.objectNode();
        });

        assertThat(run().succeeded()).isTrue();

        assertThat(sent).hasSize(20);
    }

    @Test
    void itMaySendToTheWorkQueueAndNowhereElse() {
        List<JsonNode> statements = DEV.statementsOf("RequestMachineRole").stream()
                .filter(statement -> !statement.path("Resource").asText().equals("*"))
                .toList();

        assertThat(statements).hasSize(1);
        assertThat(statements.get(0).path("Action").asText()).isEqualTo("sqs:SendMessage");
        String queue = statements.get(0).at("/Resource/Fn::GetAtt/0").asText();
        assertThat(DEV.properties(queue).has("RedrivePolicy"))
                .as("it is the work queue")
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ExecutionsFailed", "ExecutionsTimedOut", "ExecutionsAborted"})
    void anExecutionThatHoldsARequestStillRaisesAnAlarm(String metric) {
        assertThat(DEV.propertiesOf("AWS::CloudWatch::Alarm"))
                .anyMatch(alarm -> alarm.path("MetricName").asText().equals(metric)
                        && alarm.at("/Dimensions/0/Value/Ref").asText().startsWith("RequestMachine"));
    }

    private JsonNode send(JsonNode arguments) {
        sent.add(arguments);
        return JsonNodeFactory.instance.objectNode();
    }

    private Execution run() {
        return StateMachine.of(RequestMachine.definition().text(), Map.of("QueueUrl", "work-queue"), aws)
                .run(INPUT);
    }
}
