package [=package].infrastructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimingTest {
    @Test
    void requestsSurviveAnOutageOfSixHours() {
        assertThat(Timing.standard().outage()).isEqualTo(Duration.ofHours(6));
        assertThat(Timing.standard().retries()).isBetween(Duration.ofHours(6), Duration.ofHours(7));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            # function, task, outage, retries, work, execution, dead letters, ledger, complaint
            PT16M, PT17M, PT6H, PT6H, PT40H, P3D,   P14D, P93D,  15 min
            PT81S, PT90S, PT6H, PT6H, PT40H, P3D,   P14D, P93D,  function + 10 s
            PT60S, PT90S, PT7H, PT6H, PT40H, P3D,   P14D, P93D,  outage
            PT60S, PT90S, PT6H, PT6H, PT5H,  P3D,   P14D, P93D,  retries
            PT60S, PT90S, PT6H, PT6H, PT49H, P3D,   P14D, P93D,  work + 1 d
            PT60S, PT90S, PT6H, PT6H, PT40H, P366D, P14D, P500D, 365 d
            PT60S, PT90S, PT6H, PT6H, PT40H, P3D,   P15D, P93D,  14 d
            PT60S, PT90S, PT6H, PT6H, PT40H, P3D,   P14D, P92D,  execution + 90 d
            """)
    void refusesTimesThatContradictEachOther(
            Duration function,
            Duration task,
            Duration outage,
            Duration retries,
            Duration work,
            Duration execution,
            Duration deadLetters,
            Duration ledger,
            String complaint) {
        assertThatThrownBy(() -> new Timing(function, task, outage, retries, work, execution, deadLetters, ledger))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(complaint);
    }
}
