[#assign fifo = slot("work-queue.fifo")?has_content]
[#-- Whoever puts messages back cannot keep their order. --]
[#assign ordered = fifo && slot("pipe.invocation")?trim == "REQUEST_RESPONSE"]
[#assign once = downstream == "lambda" || slot("breaker.ledger")?has_content]
package [=package].infrastructure;

[#if ordered]
import static java.util.Comparator.comparingInt;
[/#if]
import static org.assertj.core.api.Assertions.assertThat;

[#if slot("breaker.reads-json")?has_content]
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
[/#if]
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What becomes of requests whose work is not done. */
class FailedRequestTest {
    private final PipedCircuit circuit = new PipedCircuit();
    private final VirtualQueue queue = circuit.storage.queue;

    @Test
    void aRejectedRequestIsSetAsideAtOnceWithItsReason() {
        circuit.store(1);
        var sent = queue.received().get(0);
        circuit.service.rejects();

        circuit.pipe.poll();

        assertThat(queue.size()).isZero();
        assertThat(circuit.service.calls()).isEqualTo(1);
        assertThat(circuit.breaker.status()).isEqualTo("CLOSED");
        var dead = circuit.storage.dead().get(0);
        assertThat(dead.path("Body")).as("as it came").isEqualTo(sent.path("Body"));
        assertThat(dead.at("/MessageAttributes/id/StringValue").asText()).isNotEmpty();
        assertThat(dead.at("/MessageAttributes/reason/StringValue").asText()).isNotEmpty();
    }

    @Test
    void whatWasSetAsideCanBeMovedBack() {
        circuit.store(1);
        circuit.service.rejects();
        circuit.pipe.poll();
        circuit.service.isUp();

        circuit.storage.moveBack();
        circuit.pipe.poll();

        assertThat(circuit.service.done()).containsExactly("request-0");
        assertThat(circuit.storage.size()).isZero();
    }
[#if slot("breaker.reads-json")?has_content]

    @Test
    void aMessageThatIsNoRequestIsSetAsideToo() {
        queue.send(JsonNodeFactory.instance.objectNode().put("MessageBody", "no request"));

        circuit.pipe.poll();

        assertThat(queue.size()).isZero();
        assertThat(circuit.service.calls()).isZero();
        var dead = circuit.storage.dead().get(0);
        assertThat(dead.at("/MessageAttributes/reason/StringValue").asText()).isEqualTo("message is no stored request");
    }
[/#if]
[#if ordered]

    @Test
    void withinAGroupNothingOvertakes() {
        circuit.service.isDown();
        for (int number = 0; number < 20; number++) {
            circuit.storage.store("request-" + number, "one-group");
        }
        circuit.run(Duration.ofMinutes(10));
        circuit.service.isUp();

        circuit.run(Duration.ofMinutes(30));

        assertThat(circuit.service.done()).hasSize(20).isSortedAccordingTo(comparingInt(FailedRequestTest::number));
    }

    @Test
    void whatWeThrottleOurselvesComesBackInItsOrder() {
        circuit.store(1);
        circuit.service.throttles();

        circuit.pipe.poll();

        assertThat(circuit.breaker.status()).isEqualTo("CLOSED");
        assertThat(queue.size()).isEqualTo(1);
        assertThat(circuit.storage.dead()).isEmpty();
    }

    private static int number(String id) {
        return Integer.parseInt(id.substring("request-".length()));
    }
[#else]

    @Test
    void whatWeThrottleOurselvesGoesBackAndCountsAgainstNothing() {
        circuit.store(1);
        circuit.service.throttles();
        circuit.pipe.poll();
        assertThat(circuit.breaker.status()).isEqualTo("CLOSED");
        assertThat(queue.mostReceives()).as("it is a new message").isZero();

        circuit.service.isUp();
        circuit.run(Duration.ofMinutes(2));

        assertThat(circuit.service.done()).containsExactly("request-0");
        assertThat(queue.size()).isZero();
        assertThat(circuit.storage.dead()).isEmpty();
    }
[/#if]

    @Test
    void aRequestThatFailsAgainAndAgainEndsInTheDeadLetters() {
        circuit.breaker.force("CLOSED");
        circuit.store(1);
        circuit.service.isDown();

        var timing = Timing.standard();
        circuit.run(timing.visibility().multipliedBy(timing.maxReceiveCount() + 2));

        assertThat(queue.size()).isZero();
        assertThat(circuit.storage.dead()).hasSize(1);
    }

    @Test
    void aRequestThatComesTwice[=once?then("IsWorkedOnOnce", "HasTheSameIdBothTimes")]() {
        circuit.storage.store("request-1", "group");
        circuit.storage.store("request-1", "group");

        circuit.run(Duration.ofMinutes(1));

        assertThat(circuit.service.done()).containsExactly("request-1"[#if !once], "request-1"[/#if]);
        assertThat(queue.size()).isZero();
    }
}
