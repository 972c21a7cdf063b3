package [=package].infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Requests that come while the service is down: all are kept, and each is worked on once when it is back. */
class StoredOutageTest {
    private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);

    private final PipedCircuit circuit = new PipedCircuit();

    @Test
    void anOutageOfHalfAnHourLosesNothing() {
        circuit.service.isDown();
        List<String> ids = circuit.store(1000);
        circuit.pipe.poll();
        assertThat(circuit.breaker.status()).isEqualTo("OPEN");
        int calls = circuit.service.calls();

        circuit.run(HALF_AN_HOUR);

        assertThat(circuit.service.done()).isEmpty();
        assertThat(circuit.storage.size()).as("stored").isEqualTo(1000);
        assertThat(circuit.pipe.state()).isEqualTo("STOPPED");
        assertThat(circuit.service.calls() - calls)
                .as("calls while the circuit was open")
                .isEqualTo(circuit.probes());
        assertThat(circuit.probes()).as("probes in half an hour, with backoff").isBetween(3, 12);

        circuit.service.isUp();
        circuit.run(HALF_AN_HOUR);

        assertThat(circuit.service.done()).as("worked on, each once").containsExactlyInAnyOrderElementsOf(ids);
        assertThat(circuit.storage.size()).as("left").isZero();
        assertThat(circuit.storage.dead()).isEmpty();
        assertThat(circuit.breaker.status()).isEqualTo("CLOSED");
        assertThat(circuit.pipe.state()).isEqualTo("RUNNING");
    }
}
