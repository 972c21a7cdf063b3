package org.serverlesspatterns.it.asl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.acme.shop.infrastructure.asl.Execution;
import com.acme.shop.infrastructure.asl.UnsupportedFieldException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Retry, by the <a href="https://states-language.net/spec.html#errors">specification</a> and
 * <a href="https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html">Step Functions</a>.
 */
class RetryTest {
    private final Machines machines = new Machines();

    /** The specification's complex example: errors A, B, C, B. */
    @Test
    void eachRetrierCountsForItself() {
        machines.failingTask("ErrorA", "ErrorB", "ErrorC", "ErrorB");

        var execution = run("""
            "Retry": [
              {"ErrorEquals": ["ErrorA", "ErrorB"], "IntervalSeconds": 1, "BackoffRate": 2.0, "MaxAttempts": 2},
              {"ErrorEquals": ["ErrorC"], "IntervalSeconds": 5}
            ],
            "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "Z"}]\
            """);

        assertThat(machines.calls).containsExactly(0L, 1L, 1L + 2, 1L + 2 + 5);
        assertThat(execution.states()).containsExactly("Work", "Z");
    }

    @Test
    void withoutMoreFieldsItWaitsOneTwoAndFourSeconds() {
        machines.failingTask("E", "E", "E", "E", "E");

        var execution = run("\"Retry\": [{\"ErrorEquals\": [\"States.ALL\"]}]");

        assertThat(machines.calls).containsExactly(0L, 1L, 3L, 7L);
        assertThat(execution.status()).isEqualTo("FAILED");
        assertThat(execution.error()).isEqualTo("E");
        assertThat(execution.cause()).isEqualTo("cause of E");
    }

    /** AWS: an interval of 3 and a rate of 2 wait 3, 6 and 12 seconds. */
    @Test
    void theIntervalGrowsByTheBackoffRate() {
        machines.failingTask("E", "E", "E");

        run("\"Retry\": [{\"ErrorEquals\": [\"E\"], \"IntervalSeconds\": 3, \"MaxAttempts\": 3, \"BackoffRate\": 2}]");

        assertThat(machines.calls).containsExactly(0L, 3L, 9L, 21L);
    }

    /** Recorded: 16 s before the attempt that follows four retries with interval 1 and rate 2. */
    @Test
    void theFifthRetryComesAfterSixteenSeconds() {
        machines.failingTask("E", "E", "E", "E", "E");

        run("\"Retry\": [{\"ErrorEquals\": [\"E\"], \"IntervalSeconds\": 1, \"MaxAttempts\": 9, \"BackoffRate\": 2}]");

        assertThat(machines.calls.get(5) - machines.calls.get(4)).isEqualTo(16);
    }

    @Test
    void noWaitIsLongerThanMaxDelaySeconds() {
        machines.failingTask("E", "E", "E", "E");

        run("""
            "Retry": [{"ErrorEquals": ["E"], "IntervalSeconds": 2, "BackoffRate": 3, "MaxDelaySeconds": 10,
              "MaxAttempts": 4}]\
            """);

        assertThat(machines.calls).containsExactly(0L, 2L, 8L, 18L, 28L);
    }

    @Test
    void fullJitterTakesARandomPartOfTheWait() {
        var numbers = new ArrayList<>(List.of(0.5, 0.25, 1.0, 0.0));
        machines.aws.jitter(() -> numbers.remove(0));
        machines.failingTask("E", "E", "E", "E");

        run("""
            "Retry": [{"ErrorEquals": ["E"], "IntervalSeconds": 8, "BackoffRate": 2, "MaxDelaySeconds": 20,
              "MaxAttempts": 4, "JitterStrategy": "FULL"}]\
            """);

        assertThat(machines.calls).containsExactly(0L, 4L, 8L, 28L, 28L);
    }

    @Test
    void jitterIsRandomAndTheSameEachTime() {
        var first = jittered(new Machines());

        assertThat(jittered(new Machines())).isEqualTo(first);
        assertThat(first.get(1)).isBetween(0L, 1000L);
        assertThat(first.get(2) - first.get(1)).isNotEqualTo(first.get(1)).isBetween(0L, 1000L);
    }

    private static List<Long> jittered(Machines machines) {
        machines.failingTask("E", "E").machine("""
            "Work": {"Type": "Task", "Resource": "%s", "End": true, "Retry": [{"ErrorEquals": ["E"],
              "IntervalSeconds": 1000, "BackoffRate": 1, "JitterStrategy": "FULL"}]}\
            """.formatted(Machines.RESOURCE)).run("{}");
        return machines.calls;
    }

    @Test
    void zeroAttemptsNeverRetry() {
        machines.failingTask("E");

        var execution = run("""
            "Retry": [{"ErrorEquals": ["E"], "MaxAttempts": 0}, {"ErrorEquals": ["States.ALL"]}]\
            """);

        assertThat(machines.calls).containsExactly(0L);
        assertThat(execution.error()).isEqualTo("E");
    }

    /** The specification's example: a timeout is not tried again, anything else is. */
    @Test
    void theFirstRetrierThatMatchesDecides() {
        machines.failingTask("Other", "States.Timeout");

        var execution = run("""
            "Retry": [{"ErrorEquals": ["States.Timeout"], "MaxAttempts": 0}, {"ErrorEquals": ["States.ALL"]}]\
            """);

        assertThat(machines.calls).containsExactly(0L, 1L);
        assertThat(execution.error()).isEqualTo("States.Timeout");
    }

    @Test
    void whatNoRetrierMatchesIsNotTriedAgain() {
        machines.failingTask("E");

        assertThat(run("\"Retry\": [{\"ErrorEquals\": [\"e\", \"EE\"]}]").error())
                .isEqualTo("E");
        assertThat(machines.calls).hasSize(1);
    }

    @Test
    void theCountersStartAgainWithEachVisit() {
        machines.failingTask("E", "E", "Again", "E", "E");

        var execution = machines.machine("""
            "Work": {"Type": "Task", "Resource": "%s", "End": true,
              "Retry": [{"ErrorEquals": ["E"], "MaxAttempts": 2}],
              "Catch": [{"ErrorEquals": ["Again"], "Next": "Back"}]},
            "Back": {"Type": "Pass", "Next": "Work"}\
            """.formatted(Machines.RESOURCE)).run("{}");

        assertThat(execution.status()).isEqualTo("SUCCEEDED");
        assertThat(machines.calls).containsExactly(0L, 1L, 3L, 3L, 4L, 6L);
    }

    /** Recorded: 0 at the first attempt; in a catcher what it was at the last one. */
    @Test
    void theContextCountsTheRetriesOfAllRetriers() {
        machines.failingTask("A", "B", "C");

        var execution = machines.machine("""
            "Work": {"Type": "Task", "Resource": "%s", "End": true,
              "Arguments": "{%% $states.context.State.RetryCount %%}",
              "Retry": [{"ErrorEquals": ["A"]}, {"ErrorEquals": ["B"]}],
              "Catch": [{"ErrorEquals": ["C"], "Output": "{%% $states.context.State.RetryCount %%}", "Next": "End"}]},
            "End": {"Type": "Succeed"}\
            """.formatted(Machines.RESOURCE)).run("{}");

        assertThat(execution.output()).isEqualTo(Machines.json("2"));
        assertThat(new Machines()
                        .failingTask()
                        .state("""
                                            "Type": "Task", "Resource": "%s", "Arguments": "{%% $states.context.State.RetryCount %%}"\
                            """.formatted(Machines.RESOURCE))
                        .run("{}")
                        .output())
                .isEqualTo(Machines.json("0"));
    }

    @Test
    void aParallelStateIsTriedAgainAsAWhole() {
        machines.failingTask("E");

        var execution = machines.state("""
            "Type": "Parallel", "Retry": [{"ErrorEquals": ["E"]}], "Branches": [
              {"StartAt": "First", "States": {"First": {"Type": "Pass", "End": true}}},
              {"StartAt": "Work", "States": {"Work": {"Type": "Task", "Resource": "%s", "End": true}}}
            ]\
            """.formatted(Machines.RESOURCE)).run("1");

        assertThat(execution.states()).containsExactly("Only", "First", "Work", "First", "Work");
        assertThat(execution.output()).isEqualTo(Machines.json("[1, 1]"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"ErrorEquals\": [\"States.ALL\"]}, {\"ErrorEquals\": [\"E\"]}",
                "{\"ErrorEquals\": [\"E\", \"States.ALL\"]}",
                "{\"ErrorEquals\": []}",
                "{\"ErrorEquals\": [\"E\"], \"BackoffRate\": 0.5}",
                "{\"ErrorEquals\": [\"E\"], \"IntervalSeconds\": 0}",
                "{\"ErrorEquals\": [\"E\"], \"IntervalSeconds\": 5, \"MaxDelaySeconds\": 5}",
                "{\"ErrorEquals\": [\"E\"], \"MaxAttempts\": -1}",
                "{\"ErrorEquals\": [\"E\"], \"JitterStrategy\": \"HALF\"}",
                "{\"ErrorEquals\": [\"E\"], \"Delay\": 1}",
            })
    void refusesARetrierThatTheLanguageDoesNotAllow(String retriers) {
        assertThatThrownBy(() -> run("\"Retry\": [" + retriers + "]"))
                .isInstanceOf(UnsupportedFieldException.class)
                .hasMessageContaining("State 'Work', field 'Retry/");
    }

    private Execution run(String fields) {
        return machines.machine("""
            "Work": {"Type": "Task", "Resource": "%s", "Next": "Z", %s},
            "Z": {"Type": "Pass", "End": true}\
            """.formatted(Machines.RESOURCE, fields)).run("{}");
    }
}
