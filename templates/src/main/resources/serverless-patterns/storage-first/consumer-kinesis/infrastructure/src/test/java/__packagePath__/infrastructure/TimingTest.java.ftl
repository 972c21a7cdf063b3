package [=package].infrastructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimingTest {
    @Test
    void recordsSurviveAnOutageOfSixDays() {
        assertThat(Timing.standard().outage()).isEqualTo(Duration.ofDays(6));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            # function, blocked, outage, stream, dead letters, failed, ledger, complaint
            PT16M,  PT3H, P6D, P7D,   P14D, P30D, P38D,  15 min
            PT7M,   PT1H, P6D, P7D,   P14D, P30D, P38D,  10 x function
            PT60S,  P7D,  P6D, P7D,   P14D, P30D, P38D,  blocked
            PT60S,  PT1H, P8D, P9D,   P14D, P30D, P40D,  7 d
            PT60S,  PT1H, P6D, P6D,   P14D, P30D, P37D,  outage + 1 d
            PT60S,  PT1H, P6D, P366D, P14D, P30D, P400D, 365 d
            PT60S,  PT1H, P6D, P7D,   P15D, P30D, P38D,  14 d
            PT60S,  PT1H, P6D, P7D,   P14D, P13D, P38D,  failedRetention
            PT60S,  PT1H, P6D, P7D,   P14D, P30D, P37D,  streamRetention + failedRetention
            """)
    void refusesTimesThatContradictEachOther(
            Duration function,
            Duration blocked,
            Duration outage,
            Duration stream,
            Duration deadLetters,
            Duration failed,
            Duration ledger,
            String complaint) {
        assertThatThrownBy(() -> new Timing(function, blocked, outage, stream, deadLetters, failed, ledger))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(complaint);
    }
}
