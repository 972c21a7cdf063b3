package [=package].infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What README.md says of the health checks is what is deployed. */
class HealthReadmeTest {
    @Test
    void theStateDiagramIsTheStateMachine() {
        assertThat(StateDiagram.drawn("Health checks")).isEqualTo(StateDiagram.defined(HealthControl.definition()));
    }
}
