package [=package].infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The circuit breaker and its alarm, while the service is so bad that only retries save the requests. */
class AlarmedOutageTest {
    private final LocalBreaker breaker = new LocalBreaker();
    private final ControlledCircuit circuit = new ControlledCircuit(breaker.clock, breaker.table);

    @Test
    void theAlarmOpensTheOkHasItProbedAndTheProbeCloses() {
        breaker.service.recoversAfter(3);
        assertThat(breaker.run().succeeded())
                .as("what a retry saves opens nothing")
                .isTrue();
        assertThat(circuit.status()).isEqualTo("CLOSED");

        alarm("ALARM");
        assertThat(breaker.run().error()).isEqualTo("Circuit.Open");

        breaker.clock.advance(Duration.ofMinutes(3));
        alarm("OK");
        assertThat(circuit.status()).isEqualTo("OPEN");
        assertThat(breaker.run().states()).contains("Probe", "CloseCircuit");
        assertThat(circuit.status()).isEqualTo("CLOSED");
    }

    @Test
    void anOkWithoutTrafficDoesNotLetTheOutageIn() {
        alarm("ALARM");
        breaker.service.isDown();
        breaker.clock.advance(Duration.ofMinutes(3));
        alarm("OK");

        int calls = breaker.service.calls();
        for (int request = 0; request < 10; request++) {
            breaker.run();
        }

        assertThat(breaker.service.calls() - calls).as("one probe").isEqualTo(1);
        assertThat(circuit.status()).isEqualTo("OPEN");
    }

    @Test
    void theNextOkDoesNotShortenTheCooldownOfTheProbeThatJustFailed() {
        alarm("ALARM");
        breaker.service.isDown();
        breaker.clock.advance(Duration.ofMinutes(3));
        alarm("OK");
        breaker.run();
        int calls = breaker.service.calls();

        alarm("ALARM");
        alarm("OK");
        breaker.run();

        assertThat(breaker.service.calls()).isEqualTo(calls);
    }

    /** The alarm changes its state, and its event comes two seconds later. */
    private void alarm(String state) {
        breaker.clock.advance(Duration.ofSeconds(1));
        var changedAt = breaker.clock.instant();
        breaker.clock.advance(Duration.ofSeconds(2));
        circuit.deliver(AlarmEvents.changed(state, changedAt));
    }
}
