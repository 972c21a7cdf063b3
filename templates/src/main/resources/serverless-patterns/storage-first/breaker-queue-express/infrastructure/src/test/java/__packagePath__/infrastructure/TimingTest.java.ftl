[#assign fifo = slot("work-queue.fifo")?has_content]
[#assign ledger = slot("work")?has_content || slot("breaker.ledger")?has_content]
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

        // In each it is delivered twice while the pipe is being stopped, and probes twice.
        assertThat(timing.maxReceiveCount()).isGreaterThan(timing.attempts() + 3 * (2 + 2));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            # work, machine, visibility, queue, dead letters[#if ledger], ledger[/#if], complaint
            PT40S, PT150S, PT180S,   P10D,   P14D[#if ledger],   P60D[/#if], 6 x work
            PT30S, PT160S, PT180S,   P10D,   P14D[#if ledger],   P60D[/#if], machine + 30 s
            PT30S, PT150S, PT12H1S,  P10D,   P14D[#if ledger],   P60D[/#if], 12 h
            PT30S, PT150S, PT180S,   P1D,    P14D[#if ledger],   P60D[/#if], visibility + 1 d
            PT30S, PT150S, PT180S,   P13DT1S, P14D[#if ledger],  P60D[/#if], queueRetention + 1 d
            PT30S, PT150S, PT180S,   P10D,   P15D[#if ledger],   P60D[/#if], 14 d
[#if ledger]
            PT30S, PT150S, PT180S,   P10D,   P14D,   P24D, ledgerRetention
[/#if]
            """)
    void refusesTimesThatContradictEachOther(
            Duration work,
            Duration machine,
            Duration visibility,
            Duration queue,
            Duration deadLetters,
[#if ledger]
            Duration ledger,
[/#if]
            String complaint) {
        assertThatThrownBy(() -> timing(work, machine, visibility, 3, queue, deadLetters[#if ledger], ledger[/#if]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(complaint);
    }

    @ParameterizedTest
    @CsvSource({"0, attempts (0)", "1000, 1000 deliveries"})
    void refusesTooFewOrTooManyAttempts(int attempts, String complaint) {
        Timing standard = Timing.standard();

        assertThatThrownBy(() -> timing(
                        standard.work(),
                        standard.machine(),
                        standard.visibility(),
                        attempts,
                        standard.queueRetention(),
                        standard.deadLetterRetention()[#if ledger],
                        standard.ledgerRetention()[/#if]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(complaint);
    }

    private static Timing timing(
[#if ledger]
            Duration work,
            Duration machine,
            Duration visibility,
            int attempts,
            Duration queue,
            Duration deadLetters,
            Duration ledger) {
[#else]
            Duration work, Duration machine, Duration visibility, int attempts, Duration queue, Duration deadLetters) {
[/#if]
        Duration stopWindow = PipeTiming.standard().stopWindow();
        return new Timing(work, machine, stopWindow, visibility, attempts, 3, 2, queue, deadLetters[#if ledger], ledger[/#if]);
    }
}
