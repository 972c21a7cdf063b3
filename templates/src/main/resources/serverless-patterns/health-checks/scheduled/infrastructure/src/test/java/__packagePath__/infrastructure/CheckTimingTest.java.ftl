package [=package].infrastructure;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckTimingTest {
    @ParameterizedTest
    @CsvSource(textBlock = """
            # interval, function, unhealthy, healthy, most, calm, complaint
            PT30S, PT10S, 3, 3, 15, PT1H,  interval
            PT0S,  PT10S, 3, 3, 15, PT1H,  interval
            PT1M,  PT7S,  3, 3, 15, PT1H,  function
            PT1M,  PT31S, 3, 3, 15, PT1H,  function
            PT1M,  PT10S, 1, 3, 15, PT1H,  unhealthy
            PT1M,  PT10S, 3, 1, 15, PT1H,  healthy
            PT1M,  PT10S, 3, 5, 4,  PT1H,  most
            PT1M,  PT10S, 5, 3, 4,  PT1H,  most
            PT1M,  PT10S, 3, 3, 15, PT16M, calm
            """)
    void refusesValuesThatContradictEachOther(
            Duration interval,
            Duration function,
            int unhealthy,
            int healthy,
            int most,
            Duration calm,
            String complaint) {
        assertThatThrownBy(() -> new CheckTiming(interval, function, unhealthy, healthy, most, calm))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("CheckTiming: " + complaint);
    }
}
