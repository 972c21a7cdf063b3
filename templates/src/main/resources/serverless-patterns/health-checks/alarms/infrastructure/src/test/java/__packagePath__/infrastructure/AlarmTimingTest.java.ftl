package [=package].infrastructure;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlarmTimingTest {
    @ParameterizedTest
    @CsvSource(textBlock = """
            # period, window, breaching, hold, complaint
            PT30S, 3, 2, PT5M, period
            PT0S,  3, 2, PT5M, period
            PT1M,  3, 4, PT5M, breaching
            PT1M,  3, 0, PT5M, breaching
            PT1M,  3, 2, PT3M, hold
            PT1M,  5, 2, PT5M, hold
            """)
    void refusesValuesThatContradictEachOther(
            Duration period, int window, int breaching, Duration hold, String complaint) {
        assertThatThrownBy(() -> new AlarmTiming(period, window, breaching, hold))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("AlarmTiming: " + complaint);
    }
}
