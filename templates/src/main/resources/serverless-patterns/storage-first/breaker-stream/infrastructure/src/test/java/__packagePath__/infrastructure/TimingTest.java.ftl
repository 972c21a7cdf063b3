[#assign ledger = slot("work")?has_content]
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

    @Test
    void afterAnOutageThePipeRunsBeforeTheAlarmOfAFailingRecord() {
        Timing timing = Timing.standard();

        assertThat(timing.recovery()).isGreaterThan(CircuitTiming.standard().maxCooldown());
        assertThat(timing.blocked()).isGreaterThan(timing.recovery());
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            # machine, recovery, blocked, outage, stream, dead letters[#if ledger], ledger[/#if], complaint
            PT7M,   PT21M, PT1H, P6D,  P7D,   P14D[#if ledger], P40D[/#if],  10 x machine
            PT150S, PT61M, PT1H, P6D,  P7D,   P14D[#if ledger], P40D[/#if],  recovery
            PT150S, PT21M, PT1H, PT1H, P7D,   P14D[#if ledger], P40D[/#if],  blocked + recovery
            PT150S, PT21M, PT1H, P8D,  P9D,   P14D[#if ledger], P40D[/#if],  7 d
            PT150S, PT21M, PT1H, P6D,  P6D,   P14D[#if ledger], P40D[/#if],  outage + 1 d
            PT150S, PT21M, PT1H, P6D,  P366D, P14D[#if ledger], P400D[/#if], 365 d
            PT150S, PT21M, PT1H, P6D,  P7D,   P15D[#if ledger], P40D[/#if],  14 d
[#if ledger]
            PT150S, PT21M, PT1H, P6D,  P7D,   P14D, P21D,  streamRetention + deadLetterRetention
[/#if]
            """)
    void refusesTimesThatContradictEachOther(
            Duration machine,
            Duration recovery,
            Duration blocked,
            Duration outage,
            Duration stream,
            Duration deadLetters,
[#if ledger]
            Duration ledger,
[/#if]
            String complaint) {
        assertThatThrownBy(() -> new Timing(machine, recovery, blocked, outage, stream, deadLetters[#if ledger], ledger[/#if]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(complaint);
    }
}
