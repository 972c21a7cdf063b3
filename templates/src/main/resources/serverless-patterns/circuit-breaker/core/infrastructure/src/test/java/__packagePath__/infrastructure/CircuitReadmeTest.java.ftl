package [=package].infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What README.md says of the circuit breaker is what is deployed. */
class CircuitReadmeTest {
    @Test
    void theStateDiagramIsTheStateMachine() {
        assertThat(StateDiagram.drawn("Circuit breaker")).isEqualTo(StateDiagram.defined(CircuitBreaker.definition()));
    }

    @Test
    void theLimitsAreThoseOfTheStack() {
        CircuitTiming timing = CircuitTiming.standard();

        assertThat(StateDiagram.readme())
                .contains("| `work` | " + timing.work().toSeconds() + " s |")
                .contains("| `machine` | " + timing.machine().toSeconds() + " s |")
                .contains("| `caller` | " + timing.caller().toSeconds() + " s |")
                .contains("| `threshold` | " + timing.threshold() + " |")
                .contains("| `window` | " + timing.window().toSeconds() + " s |")
                .contains("| `cooldown` | " + timing.cooldown().toSeconds() + " s |")
                .contains("| `maxCooldown` | " + timing.maxCooldown().toSeconds() + " s |");
    }
}
