package [=package].infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** While the pipe stands still, the service itself is asked whether it is back: no record can be taken out of a stream. */
class StreamProbeTest {
    private final PipedCircuit circuit = new PipedCircuit();

    @Test
    void aServiceThatIsBackClosesTheCircuitAndTheRecordsWaitForThePipe() {
        circuit.stopped(Duration.ZERO);
        circuit.store(3);

        circuit.control();

        assertThat(circuit.probes()).isEqualTo(1);
        assertThat(circuit.breaker.status()).isEqualTo("CLOSED");
        assertThat(circuit.service.done()).isEmpty();
        assertThat(circuit.storage.size()).isEqualTo(3);
    }

    @Test
    void aServiceThatIsDownKeepsTheCircuitOpen() {
        circuit.stopped(Duration.ZERO);
        circuit.service.isDown();

        circuit.control();

        assertThat(circuit.probes()).isEqualTo(1);
        assertThat(circuit.breaker.status()).isEqualTo("OPEN");
        assertThat(circuit.storage.dead()).as("a probe is no request").isEmpty();
    }

    @Test
    void beforeTheCooldownIsOverNobodyProbes() {
        circuit.stopped(Duration.ofHours(1));

        circuit.control();

        assertThat(circuit.breaker.machine.executions()).isEmpty();
    }

    @Test
    void ofTwoControlsOneProbes() {
        circuit.stopped(Duration.ZERO);
        circuit.breaker.machine.before("Probe", circuit::control);

        circuit.control();

        assertThat(circuit.probes()).isEqualTo(1);
    }
}
