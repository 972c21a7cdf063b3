package [=package].infrastructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PipeTimingTest {
    @Test
    void theControlWaitsLongerThanAPipeTakes() {
        PipeTiming timing = PipeTiming.standard();

        assertThat(timing.patience()).isGreaterThan(Duration.ofMinutes(2));
        assertThat(timing.machine()).isLessThan(Duration.ofMinutes(5));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            # stopWindow, patience, probeWithin, handling, breaker, probe, machine, complaint
            PT5M, PT4M, PT1M, PT50S, PT150S, PT160S, PT290S, stopWindow
            PT3M, PT5M, PT1M, PT50S, PT150S, PT160S, PT290S, patience + 40 s
            PT3M, PT4M, PT1M, PT50S, PT158S, PT160S, PT290S, breaker + 5 s
            PT3M, PT4M, PT2M, PT50S, PT150S, PT160S, PT290S, probeWithin + handling + probe
            PT3M, PT4M, PT1M, PT50S, PT150S, PT160S, PT301S, 5 min
            """)
    void refusesTimesThatContradictEachOther(
            Duration stopWindow,
            Duration patience,
            Duration probeWithin,
            Duration handling,
            Duration breaker,
            Duration probe,
            Duration machine,
            String complaint) {
        assertThatThrownBy(() -> new PipeTiming(stopWindow, patience, probeWithin, handling, breaker, probe, machine))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(complaint);
    }
}
