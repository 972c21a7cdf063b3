package org.serverlesspatterns.it.asl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.acme.shop.infrastructure.asl.Execution;
import com.acme.shop.infrastructure.asl.UnsupportedFieldException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Catch, by the <a href="https://states-language.net/spec.html#errors">specification</a> and
 * <a href="https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html">Step Functions</a>.
 */
class CatchTest {
    private final Machines machines = new Machines();

    @ParameterizedTest
    @CsvSource({
        "java.lang.Exception, java.lang.Exception, Named",
        "States.Timeout,      States.Timeout,      Named",
        "Other,               States.TaskFailed,   Named",
        "Other,               Others,              All",
        "other,               Other,               All",
        // States.TaskFailed is for any error but a timeout.
        "States.Timeout,      States.TaskFailed,   All",
        // Recorded: States.ALL catches it, though the documentation says that it does not.
        "States.DataLimitExceeded, Other,          All",
        "States.QueryEvaluationError, States.QueryEvaluationError, Named",
    })
    void theFirstCatcherThatMatchesIsTaken(String error, String name, String next) {
        machines.failingTask(error);

        assertThat(run(name).states()).containsExactly("Work", next);
    }

    /** Recorded: nothing catches it, not even by its name. */
    @Test
    void aRuntimeErrorFailsTheExecution() {
        machines.failingTask("States.Runtime");

        var execution = run("States.Runtime");

        assertThat(execution.states()).containsExactly("Work");
        assertThat(execution.error()).isEqualTo("States.Runtime");
    }

    @Test
    void theErrorOutputIsTheInputOfTheNextState() {
        machines.failingTask("E");

        assertThat(run("E").output()).isEqualTo(Machines.json("{\"Error\": \"E\", \"Cause\": \"cause of E\"}"));
    }

    /** Recorded: a timeout has no cause, and is caught with an empty one. */
    @Test
    void aTimeoutIsCaughtWithAnEmptyCause() {
        machines.aws.task(Machines.RESOURCE, arguments -> {
            machines.clock.advance(Duration.ofSeconds(2));
            return arguments;
        });
        var task = "\"Type\": \"Task\", \"Resource\": \"%s\", \"TimeoutSeconds\": 1".formatted(Machines.RESOURCE);

        var caught = machines.machine("""
            "Work": {%s, "End": true, "Catch": [{"ErrorEquals": ["States.Timeout"], "Next": "Z"}]},
            "Z": {"Type": "Succeed"}\
            """.formatted(task)).run("{}");
        var failed = machines.state(task).run("{}");

        assertThat(caught.output()).isEqualTo(Machines.json("{\"Error\": \"States.Timeout\", \"Cause\": \"\"}"));
        assertThat(failed.status()).isEqualTo("FAILED");
        assertThat(failed.error()).isEqualTo("States.Timeout");
        assertThat(failed.cause()).isNull();
    }

    @Test
    void aCatcherHasItsOwnOutputAndAssign() {
        machines.failingTask("E");

        var execution = machines.machine("""
            "Before": {"Type": "Pass", "Assign": {"seen": "before", "own": "before"}, "Next": "Work"},
            "Work": {"Type": "Task", "Resource": "%s", "End": true,
              "Assign": {"own": "of the state"},
              "Output": "of the state",
              "Catch": [{"ErrorEquals": ["E"], "Next": "Z",
                "Assign": {"seen": "{%% $states.errorOutput.Error & ' ' & $seen %%}"},
                "Output": {"input": "{%% $states.input %%}", "seen": "{%% $seen %%}"}}]},
            "Z": {"Type": "Pass", "Output": "{%% [$seen, $own, $states.input] %%}", "End": true}\
            """.formatted(Machines.RESOURCE)).run("{\"a\":" + " 1}");

        assertThat(execution.output())
                .isEqualTo(Machines.json("[\"E before\", \"before\", {\"input\": {\"a\": 1}, \"seen\": \"before\"}]"));
    }

    @Test
    void whatFailsInACatcherIsNotCaughtAgain() {
        machines.failingTask("E");

        var execution = machines.machine("""
            "Work": {"Type": "Task", "Resource": "%s", "End": true, "Catch": [
              {"ErrorEquals": ["E"], "Output": "{%% $nothing %%}", "Next": "Z"},
              {"ErrorEquals": ["States.ALL"], "Next": "Z"}]},
            "Z": {"Type": "Succeed"}\
            """.formatted(Machines.RESOURCE)).run("{}");

        assertThat(execution.error()).isEqualTo("States.QueryEvaluationError");
    }

    /** AWS: such errors can be tried again and caught as others. */
    @Test
    void anExpressionThatFailsCanBeCaught() {
        machines.failingTask();

        var execution = machines.machine("""
            "Work": {"Type": "Task", "Resource": "%s", "End": true, "Output": "{%% $nothing %%}",
              "Catch": [{"ErrorEquals": ["States.QueryEvaluationError"], "Next": "Z"}]},
            "Z": {"Type": "Succeed"}\
            """.formatted(Machines.RESOURCE)).run("{}");

        assertThat(execution.states()).containsExactly("Work", "Z");
    }

    @Test
    void whatFailsInAnIterationIsCaughtByTheMap() {
        machines.failingTask("E");

        var execution = machines.machine("""
            "Each": {"Type": "Map", "End": true, "Catch": [{"ErrorEquals": ["E"], "Next": "Z"}],
              "ItemProcessor": {"StartAt": "Work", "States": {
                "Work": {"Type": "Task", "Resource": "%s", "End": true}}}},
            "Z": {"Type": "Succeed"}\
            """.formatted(Machines.RESOURCE)).run("[1, 2, 3]");

        assertThat(execution.states()).containsExactly("Each", "Work", "Z");
    }

    /** Recorded: no named catcher matches a Fail state that has no Error. */
    @Test
    void anErrorWithoutNameIsCaughtByAllOnly() {
        var map = """
            "Each": {"Type": "Map", "End": true, "Catch": [{"ErrorEquals": ["%s"], "Next": "Z"}],
              "ItemProcessor": {"StartAt": "No", "States": {"No": {"Type": "Fail"}}}},
            "Z": {"Type": "Succeed"}\
            """;

        assertThat(machines.machine(map.formatted("States.ALL")).run("[1]").output())
                .isEqualTo(Machines.json("{\"Error\": null, \"Cause\": null}"));
        assertThat(machines.machine(map.formatted("States.TaskFailed"))
                        .run("[1]")
                        .status())
                .isEqualTo("FAILED");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"ErrorEquals\": [\"States.ALL\"], \"Next\": \"Z\"}, {\"ErrorEquals\": [\"E\"], \"Next\": \"Z\"} |"
                        + " Catch/0/ErrorEquals",
                "{\"ErrorEquals\": [\"States.BranchFailed\"], \"Next\": \"Z\"} | Catch/0/ErrorEquals",
                "{\"ErrorEquals\": [\"E\"]} | Catch/0/Next",
                "{\"ErrorEquals\": [\"E\"], \"Next\": \"Z\", \"ResultPath\": \"$\"} | Catch/0/ResultPath",
                "{\"ErrorEquals\": [\"E\"], \"Next\": \"Z\", \"Output\": \"{% $states.result %}\"} | Catch/0/Output",
            })
    void refusesACatcherThatIsWrongOrNotImplemented(String catchers, String field) {
        assertThatThrownBy(() -> machines.machine("""
            "Work": {"Type": "Task", "Resource": "%s", "End": true, "Catch": [%s]},
            "Z": {"Type": "Succeed"}\
            """.formatted(Machines.RESOURCE, catchers)))
                .isInstanceOf(UnsupportedFieldException.class)
                .hasMessageContaining("'" + field + "'");
    }

    private Execution run(String name) {
        return machines.machine("""
            "Work": {"Type": "Task", "Resource": "%s", "End": true, "Catch": [
              {"ErrorEquals": ["None"], "Next": "None"},
              {"ErrorEquals": ["NoneEither", "%s"], "Next": "Named"},
              {"ErrorEquals": ["States.ALL"], "Next": "All"}]},
            "None": {"Type": "Succeed"},
            "Named": {"Type": "Succeed"},
            "All": {"Type": "Succeed"}\
            """.formatted(Machines.RESOURCE, name)).run("{}");
    }
}
