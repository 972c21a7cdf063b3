package [=package].infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A request whose probe fails is still in the queue, and does not use up its deliveries. */
class GivenBackTest {
    private final PipedCircuit circuit = new PipedCircuit();
    private final VirtualQueue queue = circuit.storage.queue;

    @Test
    void aRequestWhoseProbeFailsIsGivenBackAtOnce() {
        circuit.stopped(Duration.ZERO);
        circuit.store(1);
        circuit.service.isDown();

        circuit.control();

        assertThat(circuit.breaker.status()).isEqualTo("OPEN");
        assertThat(queue.next()).as("visible again").isPresent();
    }

    @Test
    void theSameRequestProbesTwiceAtMostAndThenTheServiceItselfIsAsked() {
        circuit.stopped(Duration.ZERO);
        circuit.store(1);
        circuit.service.isDown();

        circuit.run(Duration.ofMinutes(15));

        assertThat(circuit.probes()).isGreaterThan(2);
        assertThat(queue.mostReceives()).isEqualTo(2);
    }

    @Test
    void requestsTakeTurnsToProbe() {
        circuit.stopped(Duration.ZERO);
        circuit.store(10);
        circuit.service.isDown();

        circuit.run(Duration.ofMinutes(30));

        assertThat(circuit.probes()).isGreaterThan(3);
        assertThat(queue.mostReceives()).isLessThanOrEqualTo(2);
    }

    @Test
    void whatWasDeliveredOftenIsNotTakenOnTop() {
        circuit.store(1);
        for (int received = 0; received < Timing.standard().maxReceivesOfAProbe(); received++) {
            queue.next();
            circuit.clock.advance(Timing.standard().visibility());
        }
        circuit.stopped(Duration.ZERO);
        circuit.service.isDown();

        circuit.run(Duration.ofMinutes(15));

        assertThat(circuit.probes()).isGreaterThan(1);
        assertThat(queue.mostReceives()).isEqualTo(Timing.standard().maxReceivesOfAProbe() + 1);
        assertThat(circuit.storage.dead()).isEmpty();
    }
}
