package [=package].infrastructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimingTest {
    @Test
    void messagesSurviveAnOutageOfSixHours() {
        Timing timing = Timing.standard();

        assertThat(timing.visibility().multipliedBy(timing.maxReceiveCount())).isEqualTo(Duration.ofHours(6));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            # function, visibility, outage, queue, dead letters, ledger, complaint
            PT61S, PT6M,    PT6H, P10D, P14D, P25D, 6 x function
            PT60S, PT6M,    PT5M, P10D, P14D, P25D, visibility
            PT60S, PT6M,    P5D,  P10D, P14D, P25D, 1000 x visibility
            PT60S, PT6H,    P10D, P10D, P14D, P25D, outage + 1 d
            PT60S, PT6M,    PT6H, P14D, P14D, P29D, queueRetention + 1 d
            PT60S, PT6M,    PT6H, P10D, P15D, P26D, 14 d
            PT60S, PT6M,    PT6H, P10D, P14D, P24D, queueRetention + deadLetterRetention
            """)
    void refusesTimesThatContradictEachOther(
            Duration function,
            Duration visibility,
            Duration outage,
            Duration queue,
            Duration deadLetters,
            Duration ledger,
            String complaint) {
        assertThatThrownBy(() -> new Timing(function, visibility, outage, queue, deadLetters, ledger))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(complaint);
    }
}
