package [=package].infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

[@imports]
import [=package].infrastructure.asl.Execution;
import [=package].infrastructure.asl.LocalAws;
import [=package].infrastructure.asl.StateMachine;
import [=package].infrastructure.asl.TaskFailure;
import [=package].infrastructure.asl.TaskFunction;
import [=package].infrastructure.asl.VirtualClock;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
[/@imports]

/** What becomes of a request: the state machine is run, with a function and a dead-letter queue of this test. */
class ProcessRequestsTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final String REJECTED = "com.acme.RejectedRequestException";
    private static final JsonNode DONE = JsonNodeFactory.instance.objectNode().put("outcome", "PROCESSED");

    private final VirtualClock clock = new VirtualClock(START);
    private final List<JsonNode> parked = new ArrayList<>();
    private final LocalAws aws = new LocalAws(clock)
            .jitter(() -> 0.5)
            .lambda("work", payload -> DONE)
            .task("arn:aws:states:::sqs:sendMessage", message -> {
                parked.add(message);
                return JsonNodeFactory.instance.objectNode().put("MessageId", "m1");
            });
    private final StateMachine machine = StateMachine.of(
            RequestMachine.definition().text(),
            Map.of("WorkFunctionArn", "work", "RejectedRequestException", REJECTED, "DeadLetterQueueUrl", "queue"),
            aws);

    @Test
    void aRequestIsWorkedOnOnce() {
        List<JsonNode> worked = new ArrayList<>();
        aws.lambda("work", payload -> {
            worked.add(payload);
            return DONE;
        });

        Execution execution = machine.run("k1", request("{}"));

        assertThat(execution.states()).containsExactly("Work");
        assertThat(execution.output()).isEqualTo(DONE);
        assertThat(worked).containsExactly(request("{}"));
        assertThat(parked).isEmpty();
    }

    @Test
    void anOutageOfSixHoursIsSurvived() {
        aws.lambda("work", failingUntil(Timing.standard().outage(), "java.lang.IllegalStateException"));

        assertThat(machine.run("k1", request("{}")).states()).containsExactly("Work");
        assertThat(clock.instant()).isBefore(START.plus(Duration.ofHours(7)));
        assertThat(parked).isEmpty();
    }

    @Test
    void throttlingIsSurvivedForLonger() {
        aws.lambda("work", failingUntil(Duration.ofHours(12), "Lambda.TooManyRequestsException"));

        assertThat(machine.run("k1", request("{}")).states()).containsExactly("Work");
    }

    @Test
    void whatFailsForLongerIsParkedWithItsReason() {
        aws.lambda("work", failingUntil(Duration.ofDays(3), "java.lang.IllegalStateException"));

        Execution execution = machine.run("k1", request("{}"));

        assertThat(execution.states()).containsExactly("Work", "Park");
        assertThat(execution.output().toString())
                .isEqualTo("{\"outcome\":\"PARKED\",\"error\":\"java.lang.IllegalStateException\"}");
        assertThat(attribute("reason")).isEqualTo("java.lang.IllegalStateException: down");
        assertThat(attribute("id")).isEqualTo("k1");
    }

    @Test
    void whatTheWorkRejectsIsParkedAtOnce() {
        aws.lambda("work", failingUntil(Duration.ofDays(3), REJECTED));

        assertThat(machine.run("k1", request("{}")).status()).isEqualTo("SUCCEEDED");
        assertThat(clock.instant()).isEqualTo(START);
        assertThat(attribute("reason")).isEqualTo(REJECTED + ": down");
    }

    @Test
    void aFunctionThatHangsIsTriedAgain() {
        aws.lambda("work", payload -> {
            clock.advance(Duration.ofMinutes(2));
            return DONE;
        });

        machine.run("k1", request("{}"));

        assertThat(attribute("reason")).isEqualTo("States.Timeout: ");
        assertThat(clock.instant()).isAfter(START.plus(Duration.ofHours(6)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"name\":\"it's\"}", "\u2028 \uD83D\uDE80 \\\" \u0001", "{% 1 %}", "${WorkFunctionArn}"})
    void theParkedMessageIsTheWholeInput(String body) throws JsonProcessingException {
        aws.lambda("work", failingUntil(Duration.ofDays(3), REJECTED));

        machine.run("k1", request(body));

        assertThat(parked.get(0).path("QueueUrl").asText()).isEqualTo("queue");
        assertThat(new ObjectMapper().readTree(parked.get(0).path("MessageBody").asText()))
                .isEqualTo(new ObjectMapper().readTree(request(body).toString()));
    }

    @Test
    void anExecutionStartedByHandIsParkedUnderItsName() {
        aws.lambda("work", failingUntil(Duration.ofDays(3), REJECTED));

        machine.run("by-hand", JsonNodeFactory.instance.objectNode());

        assertThat(attribute("id")).isEqualTo("by-hand");
    }

    @Test
    void aLongReasonIsCut() {
        aws.lambda("work", payload -> {
            throw new TaskFailure(REJECTED, "x".repeat(30_000));
        });

        machine.run("k1", request("{}"));

        assertThat(attribute("reason")).hasSize(500);
    }

    @Test
    void anErrorWithoutNameAndCauseIsParked() {
        aws.lambda("work", payload -> {
            throw new TaskFailure(null, null);
        });

        machine.run("k1", request("{}"));

        assertThat(attribute("reason")).isEqualTo("null: null");
    }

    /** Then an alarm reports the execution, which still holds the request. */
    @Test
    void anExecutionFailsOnlyWhenTheRequestCannotBeParked() {
        aws.lambda("work", failingUntil(Duration.ofDays(3), REJECTED));
        aws.task("arn:aws:states:::sqs:sendMessage", message -> {
            throw new TaskFailure("SQS.SdkClientException", "no route");
        });

        Execution execution = machine.run("k1", request("{}"));

        assertThat(execution.status()).isEqualTo("FAILED");
        assertThat(execution.error()).isEqualTo("SQS.SdkClientException");
        assertThat(execution.input()).isEqualTo(request("{}"));
        assertThat(clock.instant()).isAfter(START.plus(Duration.ofHours(10)));
    }

    private TaskFunction failingUntil(Duration outage, String error) {
        return payload -> {
            if (clock.instant().isBefore(START.plus(outage))) {
                throw new TaskFailure(error, "down");
            }
            return DONE;
        };
    }

    private String attribute(String name) {
        assertThat(parked).hasSize(1);
        return parked.get(0).at("/MessageAttributes/" + name + "/StringValue").asText();
    }

    private static ObjectNode request(String body) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", "k1")
                .put("receivedAt", START.toEpochMilli())
                .put("body", body);
    }
}
