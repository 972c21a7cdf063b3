package [=package].infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** While the pipe stands still, one stored request finds out whether the service is back. */
class StoredProbeTest {
    private static final Duration AN_HOUR = Duration.ofHours(1);

    private final PipedCircuit circuit = new PipedCircuit();
    private final VirtualQueue queue = circuit.storage.queue;

    @Test
    void oneRequestProbesAndIsDone() {
        circuit.stopped(Duration.ZERO);
        circuit.store(3);

        circuit.control();

        assertThat(circuit.service.done()).containsExactly("request-0");
        assertThat(circuit.breaker.status()).isEqualTo("CLOSED");
        assertThat(queue.size()).as("the others wait for the pipe").isEqualTo(2);
    }

    @Test
    void beforeTheCooldownIsOverNobodyProbes() {
        circuit.stopped(AN_HOUR);
        circuit.store(1);

        circuit.control();

        assertThat(queue.mostReceives()).isZero();
        assertThat(circuit.service.calls()).isZero();
    }

    @Test
    void withAnEmptyQueueTheServiceItselfIsAsked() {
        circuit.stopped(Duration.ZERO);

        circuit.control();

        assertThat(circuit.breaker.status()).isEqualTo("CLOSED");
        assertThat(circuit.service.done()).isEmpty();
    }

    @Test
    void withAnEmptyQueueAndAServiceThatIsDownTheCircuitStaysOpen() {
        circuit.stopped(Duration.ZERO);
        circuit.service.isDown();

        circuit.control();

        assertThat(circuit.probes()).isEqualTo(1);
        assertThat(circuit.breaker.status()).isEqualTo("OPEN");
    }

    @Test
    void aQueueWhoseMessagesAreHiddenIsNotEmpty() {
        circuit.store(1);
        assertThat(queue.next()).as("it fails while the pipe is stopping").isPresent();
        circuit.stopped(Duration.ZERO);

        circuit.control();
        assertThat(circuit.probes()).isZero();
        assertThat(circuit.breaker.status()).isEqualTo("OPEN");

        circuit.clock.advance(Timing.standard().visibility());
        circuit.control();
        assertThat(circuit.service.done()).containsExactly("request-0");
    }

    @Test
    void aRejectedRequestShowsThatTheServiceIsBack() {
        circuit.stopped(Duration.ZERO);
        circuit.store(1);
        circuit.service.rejects();

        circuit.control();

        assertThat(circuit.breaker.status()).isEqualTo("CLOSED");
        assertThat(circuit.storage.dead()).hasSize(1);
        assertThat(queue.size()).isZero();
    }

    @Test
    void ofTwoControlsOneProbes() {
        circuit.stopped(Duration.ZERO);
        circuit.store(2);
        circuit.service.duringTheNextCall(circuit::control);

        circuit.control();

        assertThat(circuit.probes()).isEqualTo(1);
        assertThat(circuit.service.done()).hasSize(1);
        assertThat(queue.size()).isEqualTo(1);
    }
}
