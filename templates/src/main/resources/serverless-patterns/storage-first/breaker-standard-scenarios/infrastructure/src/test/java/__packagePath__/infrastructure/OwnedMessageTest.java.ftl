package [=package].infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

[@imports]
import [=package].infrastructure.asl.TaskFailure;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
[/@imports]

/** The pipe has deleted the message when the execution starts: what is not done has to be put back, or set aside. */
class OwnedMessageTest {
    private static final Duration AN_HOUR = Duration.ofHours(1);

    private final PipedCircuit circuit = new PipedCircuit();
    private final VirtualQueue queue = circuit.storage.queue;

    @Test
    void anOpenCircuitPutsTheMessageBackWithWhatItHad() {
        circuit.store(1);
        ObjectNode sent = queue.received().get(0);
        circuit.open(AN_HOUR);

        assertThat(circuit.pipe.poll().orElseThrow().error()).isEqualTo("Circuit.Open");

        assertThat(circuit.service.calls()).isZero();
        ObjectNode back = queue.received().get(0);
        assertThat(back.path("MessageId")).as("a new message").isNotEqualTo(sent.path("MessageId"));
        assertThat(back.path("Body")).isEqualTo(sent.path("Body"));
        assertThat(back.at("/Attributes/MessageGroupId")).isEqualTo(sent.at("/Attributes/MessageGroupId"));
        sent.path("MessageAttributes")
                .properties()
                .forEach(attribute -> assertThat(back.at("/MessageAttributes/" + attribute.getKey()))
                        .as(attribute.getKey())
                        .isEqualTo(attribute.getValue()));
        assertThat(text(back, "id")).isEqualTo("request-0");
        assertThat(text(back, "receivedAt")).matches("[0-9]{13}");
        assertThat(text(back, "failures")).as("nothing has failed").isEmpty();
    }

    @Test
    void aRequestTakesTheStepsThatReadmePrices() {
        circuit.store(1);

        int steps = circuit.pipe.poll().orElseThrow().states().size();

        assertThat(StateDiagram.readme())
                .contains("Step Functions Standard, " + steps + " state transitions for each request");
    }

    @Test
    void itComesBackLaterThanThePipeCanBringIt() {
        circuit.store(1);
        circuit.open(AN_HOUR);
        var before = circuit.clock.instant();
        circuit.pipe.poll();
        assertThat(queue.size()).isEqualTo(1);
        while (queue.next().isEmpty()) {
            circuit.clock.advance(Duration.ofSeconds(1));
        }

        assertThat(Duration.between(before, circuit.clock.instant()))
                .isGreaterThanOrEqualTo(Timing.standard().stopWindow());
    }

    @Test
    void aMessageThatCannotBePutBackAtOnceIsNotLost() {
        circuit.store(1);
        circuit.open(AN_HOUR);
        var tries = new int[1];
        circuit.breaker.aws.task("arn:aws:states:::sqs:sendMessage", arguments -> {
            if (++tries[0] <= 200) {
                throw new TaskFailure("SQS.SqsException", "Service Unavailable");
            }
            return queue.send(arguments);
        });

        circuit.pipe.poll();

        assertThat(queue.size()).isEqualTo(1);
    }

    @Test
    void theFailuresOfTheWorkAreCounted() {
        circuit.breaker.force("CLOSED");
        circuit.store(1);
        circuit.service.isDown();

        for (int failures = 1; failures < Timing.standard().maxFailures(); failures++) {
            bringNext();
            assertThat(text(queue.received().get(0), "failures")).isEqualTo(Integer.toString(failures));
        }
        bringNext();

        assertThat(queue.size()).isZero();
        ObjectNode dead = circuit.storage.dead().get(0);
        assertThat(text(dead, "id")).isEqualTo("request-0");
        assertThat(text(dead, "reason")).isNotEmpty();
        assertThat(text(dead, "failures")).as("moved back it starts anew").isEmpty();
    }

    @Test
    void aFailureCountsAndAnOpenCircuitDoesNot() {
        circuit.store(1);
        circuit.service.isDown();
        circuit.pipe.poll();
        assertThat(text(queue.received().get(0), "failures")).isEqualTo("1");
        circuit.open(AN_HOUR);

        bringNext();

        assertThat(text(queue.received().get(0), "failures")).isEqualTo("1");
        assertThat(circuit.storage.dead()).isEmpty();
    }

    @Test
    void theSameRequestProbesTwiceAtMostAndThenTheServiceItselfIsAsked() {
        circuit.stopped(Duration.ZERO);
        circuit.store(1);
        circuit.service.isDown();

        circuit.run(AN_HOUR);

        assertThat(circuit.probes()).isGreaterThan(3);
        assertThat(failures()).allMatch(failures -> failures <= 3);
    }

    @Test
    void requestsTakeTurnsToProbe() {
        circuit.stopped(Duration.ZERO);
        circuit.store(10);
        circuit.service.isDown();

        circuit.run(AN_HOUR);

        assertThat(circuit.probes()).isGreaterThan(3);
        assertThat(failures()).allMatch(failures -> failures <= 2);
    }

    @Test
    void aRequestThatHasFailedOftenDoesNotProbe() {
        circuit.breaker.force("CLOSED");
        circuit.store(1);
        circuit.service.isDown();
        int often = Timing.standard().maxFailuresOfAProbe() + 1;
        for (int failures = 0; failures < often; failures++) {
            bringNext();
        }
        circuit.clock.advance(Timing.standard().putBack());
        circuit.breaker.table.put(Map.of());
        circuit.stopped(Duration.ZERO);

        circuit.run(AN_HOUR);

        assertThat(circuit.probes()).isGreaterThan(1);
        assertThat(failures()).containsExactly(often);
        assertThat(circuit.storage.dead()).isEmpty();
    }

    @Test
    void whoLosesTheLeasePutsItsMessageBack() {
        circuit.stopped(Duration.ZERO);
        circuit.store(2);
        circuit.pipe.is("RUNNING");
        circuit.service.duringTheNextCall(circuit.pipe::poll);

        circuit.pipe.poll();

        assertThat(circuit.probes()).isEqualTo(1);
        assertThat(circuit.service.done()).containsExactly("request-0");
        assertThat(text(queue.received().get(0), "id")).isEqualTo("request-1");
    }

    /** Has the pipe bring the message as soon as it is visible. */
    private void bringNext() {
        assertThat(queue.size()).as("messages that can be brought").isPositive();
        while (circuit.pipe.poll().isEmpty()) {
            circuit.clock.advance(Duration.ofSeconds(1));
        }
    }

    private List<Integer> failures() {
        return queue.received().stream()
                .map(message -> text(message, "failures"))
                .filter(failures -> !failures.isEmpty())
                .map(Integer::valueOf)
                .toList();
    }

    private static String text(JsonNode message, String attribute) {
        return message.at("/MessageAttributes/" + attribute + "/StringValue").asText();
    }
}
