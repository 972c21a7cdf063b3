package [=package].infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Requests that come while the service is down: all are kept, and each is worked on once when it is back. */
class StoredOutageTest {
    private final PipedCircuit circuit = new PipedCircuit();

    @Test
    void anOutageOfHalfAnHourLosesNothing() {
        List<String> ids =
                IntStream.range(0, 1000).mapToObj(number -> "request-" + number).toList();
        circuit.service.isDown = true;
        ids.forEach(circuit::store);
        List<String> callsWhileOpen = new ArrayList<>();
        circuit.service.meanwhile = () -> {
            if (!circuit.status().equals("CLOSED")) {
                callsWhileOpen.add(circuit.status());
            }
        };

        circuit.run(Duration.ofMinutes(30));

        assertThat(circuit.service.done).isEmpty();
        assertThat(circuit.queue.size()).as("stored").isEqualTo(1000);
        assertThat(circuit.pipe.state()).isEqualTo("STOPPED");
        assertThat(circuit.queue.mostReceives()).isLessThan(Timing.standard().maxReceiveCount() / 2);

        circuit.service.isDown = false;
        circuit.run(Duration.ofMinutes(30));

        assertThat(circuit.service.done).as("worked on, each once").containsExactlyInAnyOrderElementsOf(ids);
        assertThat(ids).allMatch(circuit.work::isCompleted);
        assertThat(circuit.queue.size()).as("left in the queue").isZero();
        assertThat(circuit.dead()).isEmpty();
        assertThat(circuit.status()).isEqualTo("CLOSED");
        assertThat(circuit.pipe.state()).isEqualTo("RUNNING");
        assertThat(callsWhileOpen).as("calls while the circuit was open").hasSize(circuit.probes());
        assertThat(circuit.probes()).as("probes in half an hour, with backoff").isBetween(3, 12);
    }
}
