[#assign ledger = slot("breaker.ledger")?has_content]
package [=package].infrastructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimingTest {
    @Test
    void aMessageSurvivesThreeOutages() {
        Timing timing = Timing.standard();

        // In each it may open the circuit, and probes twice; it is put back later than the pipe can bring it.
        assertThat(timing.maxFailures()).isGreaterThanOrEqualTo(3 * (1 + 2));
        assertThat(timing.maxFailuresOfAProbe()).isLessThan(timing.maxFailures() - timing.probes());
        assertThat(timing.putBack()).isGreaterThan(Duration.ofMinutes(2));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            # stopWindow, putBack, visibility, starts, attempts, queue, dead letters[#if ledger], ledger[/#if], complaint
            PT3M, PT2M,   PT3M,    100,  3, P10D,    P14D[#if ledger], P25D[/#if], stopWindow
            PT3M, PT901S, PT3M,    100,  3, P10D,    P14D[#if ledger], P25D[/#if], 15 min
            PT3M, PT3M,   PT29S,   100,  3, P10D,    P14D[#if ledger], P25D[/#if], 30 s
            PT3M, PT3M,   PT12H1S, 1,    3, P10D,    P14D[#if ledger], P25D[/#if], 12 h
            PT3M, PT3M,   PT3M,    100,  3, P1D,     P14D[#if ledger], P25D[/#if], starts x visibility
            PT3M, PT3M,   PT3M,    100,  3, P13DT1S, P14D[#if ledger], P25D[/#if], queueRetention + 1 d
            PT3M, PT3M,   PT3M,    100,  3, P10D,    P15D[#if ledger], P25D[/#if], 14 d
            PT3M, PT3M,   PT3M,    100,  0, P10D,    P14D[#if ledger], P25D[/#if], attempts (0)
            PT3M, PT3M,   PT3M,    1001, 3, P10D,    P14D[#if ledger], P25D[/#if], must not exceed 1000
[#if ledger]
            PT3M, PT3M,   PT3M,    100,  3, P10D,    P14D, P24D, ledgerRetention
[/#if]
            """)
    void refusesLimitsThatContradictEachOther(
            Duration stopWindow,
            Duration putBack,
            Duration visibility,
            int starts,
            int attempts,
            Duration queue,
            Duration deadLetters,
[#if ledger]
            Duration ledger,
[/#if]
            String complaint) {
[#if ledger]
        assertThatThrownBy(() ->
                        new Timing(stopWindow, putBack, visibility, starts, attempts, 3, 2, queue, deadLetters, ledger))
[#else]
        assertThatThrownBy(
                        () -> new Timing(stopWindow, putBack, visibility, starts, attempts, 3, 2, queue, deadLetters))
[/#if]
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(complaint);
    }
}
