package [=package].infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The flag {@code bypassCircuitBreaker} where requests wait in storage while the circuit is open. */
class BypassedPipeTest {
    private static final Duration TWO_MINUTES = Duration.ofMinutes(2);

    private final PipedCircuit circuit = new PipedCircuit();

    @Test
    void whatIsStoredIsWorkedOnWhateverTheCircuitSays() {
        openForAnHour();
        circuit.storage.store("request-1", "group");

        circuit.breaker.flags.on("bypassCircuitBreaker");
        circuit.run(TWO_MINUTES);

        assertThat(circuit.pipe.state()).isEqualTo("RUNNING");
        assertThat(circuit.service.done()).containsExactly("request-1");
        assertThat(circuit.breaker.status()).isEqualTo("OPEN");
        assertThat(circuit.probes()).isZero();
    }

    @Test
    void afterItTheCircuitIsObeyedAgain() {
        openForAnHour();
        circuit.breaker.flags.on("bypassCircuitBreaker");
        circuit.run(TWO_MINUTES);

        circuit.breaker.flags.off("bypassCircuitBreaker");
        circuit.run(TWO_MINUTES);

        assertThat(circuit.pipe.state()).isEqualTo("STOPPED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Lambda.TooManyRequestsException", "States.Timeout"})
    void theCircuitIsObeyedWhenFlagsCannotBeRead(String error) {
        circuit.breaker.flags.on("bypassCircuitBreaker");
        circuit.breaker.flags.fail(error);

        openForAnHour();
    }

    private void openForAnHour() {
        circuit.open(Duration.ofHours(1));
        circuit.run(TWO_MINUTES);
        assertThat(circuit.pipe.state()).isEqualTo("STOPPED");
    }
}
