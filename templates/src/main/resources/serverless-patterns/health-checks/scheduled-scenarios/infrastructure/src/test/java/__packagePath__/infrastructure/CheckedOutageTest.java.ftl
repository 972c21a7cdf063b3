package [=package].infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

[@imports]
import [=package].functions.CheckEvents;
import java.time.Duration;
import org.junit.jupiter.api.Test;
[/@imports]

/** The circuit breaker and its health checks through an outage: the circuit opens and closes on its own. */
class CheckedOutageTest {
    private final LocalBreaker breaker = new LocalBreaker();
    private final ControlledCircuit circuit = new ControlledCircuit(breaker.clock, breaker.table);

    @Test
    void theCircuitOpensAndClosesWithoutAnyRequest() {
        minutes(3, false);
        assertThat(circuit.status()).isEqualTo("OPEN");

        assertThat(breaker.run().error()).isEqualTo("Circuit.Open");
        assertThat(breaker.service.calls()).isZero();

        minutes(3, true);
        assertThat(circuit.status()).isEqualTo("CLOSED");
        assertThat(LocalBreaker.path(breaker.run())).endsWith("Work");
    }

    @Test
    void whatWorkHasOpenedIsClosedByChecksBeforeTheLongestCooldownIsOver() {
        breaker.service.isDown();
        breaker.run();
        for (int probe = 0; probe < 6; probe++) {
            breaker.cooledDown().run();
        }
        minutes(2, false);
        breaker.service.isUp();
        assertThat(Duration.between(breaker.clock.instant(), breaker.at("openUntil")))
                .isGreaterThan(Duration.ofMinutes(10));

        minutes(3, true);

        assertThat(circuit.status()).isEqualTo("CLOSED");
        assertThat(breaker.run().succeeded()).isTrue();
    }

    @Test
    void aProbeThatSucceedsClosesFasterThanChecks() {
        minutes(3, false);

        breaker.cooledDown().run();

        assertThat(circuit.status()).isEqualTo("CLOSED");
        minutes(2, false);
        assertThat(circuit.status()).as("two bad checks are none").isEqualTo("CLOSED");
    }

    @Test
    void checksThatAreBlindForTheOutageLetFewRequestsThrough() {
        breaker.service.isDown();
        breaker.run();
        for (int minute = 0; minute < 60; minute++) {
            minutes(1, true);
            breaker.run();
        }

        // Four attempts each time that checks close the circuit, and the probes, which become rare.
        assertThat(breaker.service.calls()).isLessThan(50);
        assertThat(circuit.status()).isNotEqualTo("CLOSED");
    }

    /** Checks of so many minutes, each of which comes a second later. */
    private void minutes(int count, boolean healthy) {
        for (int i = 0; i < count; i++) {
            breaker.clock.advance(Duration.ofSeconds(59));
            var checkedAt = breaker.clock.instant();
            breaker.clock.advance(Duration.ofSeconds(1));
            circuit.deliver(CheckEvents.checked(healthy, checkedAt, "stack", ControlledCircuit.NAME));
        }
    }
}
