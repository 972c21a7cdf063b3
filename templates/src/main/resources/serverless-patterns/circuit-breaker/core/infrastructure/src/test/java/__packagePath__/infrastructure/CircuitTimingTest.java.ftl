package [=package].infrastructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CircuitTimingTest {
    @Test
    void aFailureAfterThreeRetriesOpensTheCircuitForHalfAMinute() {
        CircuitTiming timing = CircuitTiming.standard();

        assertThat(timing.attempts()).isGreaterThan(timing.work().multipliedBy(4));
        assertThat(timing.threshold()).isEqualTo(1);
        assertThat(timing.cooldown()).isEqualTo(Duration.ofSeconds(30));
        assertThat(timing.maxCooldown()).isEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void theStateMachineWaitsForAnAttemptAsLongAsItMayTake() {
        CircuitTiming timing = CircuitTiming.standard();

        for (String state : List.of("Work", "Probe")) {
            JsonNode attempt = CircuitBreaker.definition().json().at("/States/" + state);
            long longest = attempt.findValues("TimeoutSeconds").stream()
                    .mapToLong(JsonNode::asLong)
                    .max()
                    .orElseThrow();
[#if downstream == "ecs"]
            assertThat(longest).as(state).isLessThan(timing.work().toSeconds());
[#else]
            assertThat(longest).as(state).isEqualTo(timing.work().toSeconds());
[/#if]
        }
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            # work, attempts, stateStore, machine, caller, probe, lease, cooldown, maxCooldown, threshold, window, complaint
            PT0S, PT21S, PT6S, PT28S, PT29S, PT8S,  PT13S, PT30S, PT15M, 1, PT1M, 1 s
            PT4S, PT23S, PT6S, PT28S, PT29S, PT8S,  PT13S, PT30S, PT15M, 1, PT1M, attempts + stateStore
            PT4S, PT21S, PT8S, PT28S, PT29S, PT8S,  PT13S, PT30S, PT15M, 1, PT1M, attempts + stateStore
            PT4S, PT21S, PT6S, PT29S, PT29S, PT8S,  PT13S, PT30S, PT15M, 1, PT1M, machine + 1 s
            PT4S, PT21S, PT6S, PT28S, PT29S, PT8S,  PT7S,  PT30S, PT15M, 1, PT1M, lease
            PT4S, PT21S, PT6S, PT28S, PT29S, PT23S, PT25S, PT30S, PT15M, 1, PT1M, probe + stateStore
            PT4S, PT21S, PT6S, PT28S, PT29S, PT8S,  PT13S, PT0S,  PT15M, 1, PT1M, cooldown
            PT4S, PT21S, PT6S, PT28S, PT29S, PT8S,  PT13S, PT30S, PT29S, 1, PT1M, maxCooldown
            PT4S, PT21S, PT6S, PT28S, PT29S, PT8S,  PT13S, PT30S, PT15M, 0, PT1M, threshold (0)
            PT4S, PT21S, PT6S, PT28S, PT29S, PT8S,  PT13S, PT30S, PT15M, 1, PT0S, window
            """)
    void refusesLimitsThatContradictEachOther(
            Duration work,
            Duration attempts,
            Duration stateStore,
            Duration machine,
            Duration caller,
            Duration probe,
            Duration lease,
            Duration cooldown,
            Duration maxCooldown,
            int threshold,
            Duration window,
            String complaint) {
        assertThatThrownBy(() -> new CircuitTiming(
                        work,
                        attempts,
                        stateStore,
                        machine,
                        caller,
                        probe,
                        lease,
                        cooldown,
                        maxCooldown,
                        threshold,
                        window))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(complaint);
    }
}
