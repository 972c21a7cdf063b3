package [=package].infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

[@imports]
import [=package].infrastructure.asl.Execution;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
[/@imports]

/** The table of the circuit is down: that must not take down what it protects. */
class StateStoreTest {
    private final LocalBreaker breaker = new LocalBreaker();
    private final LocalBreaker strict = new LocalBreaker(Map.of("StatusWithoutTable", "OPEN"));

    @BeforeEach
    void theTablesAreDown() {
        breaker.table.readsFail = true;
        breaker.table.writesFail = true;
        strict.table.readsFail = true;
    }

    @Test
    void theWorkGoesOn() {
        Execution execution = breaker.run();

        assertThat(execution.succeeded()).isTrue();
        assertThat(breaker.service.calls()).isEqualTo(1);
        assertThat(breaker.table.reads()).as("asked once more").isEqualTo(2);
    }

    @Test
    void workThatFailsIsReportedAsSuch() {
        breaker.service.isDown();

        assertThat(breaker.run().error()).isEqualTo("Work.Failed");

        assertThat(breaker.service.calls()).isEqualTo(4);
    }

    @Test
    void workThatFailsOpensTheCircuitAsSoonAsTheTableIsBack() {
        breaker.table.writesFail = false;
        breaker.service.isDown();

        breaker.run();

        assertThat(breaker.status()).isEqualTo("OPEN");
    }

    @Test
    void aProbeThatCannotBeRecordedHasDoneItsWork() {
        breaker.table.readsFail = false;
        breaker.table.writesFail = false;
        breaker.opened().cooledDown();
        breaker.machine.before("CloseCircuit", () -> breaker.table.writesFail = true);

        assertThat(breaker.run().succeeded()).isTrue();

        assertThat(breaker.status()).as("until the lease ends").isEqualTo("HALF_OPEN");
    }

    @Test
    void whereItIsSetToFailNoWorkIsDone() {
        Execution execution = strict.run();

        assertThat(execution.error()).isEqualTo("Circuit.Open");
        assertThat(execution.cause()).contains("retryAfterSeconds\":30");
        assertThat(strict.service.calls()).isZero();
    }

    @Test
    void theContextDecides() {
        assertThat(statusWithoutTable(Map.of())).isEqualTo("CLOSED");
        assertThat(statusWithoutTable(Map.of("circuitTableDown", "work"))).isEqualTo("CLOSED");
        assertThat(statusWithoutTable(Map.of("circuitTableDown", "fail"))).isEqualTo("OPEN");
    }

    private static String statusWithoutTable(Map<String, String> context) {
        return SynthesizedStack.of(context).propertiesOf("AWS::StepFunctions::StateMachine").stream()
                .map(machine -> machine.at("/DefinitionSubstitutions/StatusWithoutTable"))
                .filter(value -> !value.isMissingNode())
                .findFirst()
                .orElseThrow()
                .asText();
    }
}
