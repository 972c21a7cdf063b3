package org.serverlesspatterns.it.asl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.acme.shop.infrastructure.asl.UnsupportedFieldException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Variables and {@code $states}, by
 * <a href="https://docs.aws.amazon.com/step-functions/latest/dg/workflow-variables.html">Step Functions</a>.
 */
class VariablesTest {
    private final Machines machines = new Machines();

    /** AWS's example: two variables change places. */
    @Test
    void everyExpressionOfAStateReadsTheVariablesAsTheyWereWhenItWasEntered() {
        var execution = machines.machine("""
            "Set": {"Type": "Pass", "Assign": {"x": 3, "y": 6}, "Next": "Swap"},
            "Swap": {"Type": "Pass", "Assign": {"x": "{% $y %}", "y": "{% $x %}"}, "Output": "{% $x %}", "Next": "Z"},
            "Z": {"Type": "Pass", "Output": "{% [$states.input, $x, $y] %}", "End": true}\
            """).run("{}");

        assertThat(execution.output()).isEqualTo(Machines.json("[3, 6, 3]"));
        assertThat(execution.steps().get(1).assigned())
                .containsEntry("x", Machines.json("6"))
                .containsEntry("y", Machines.json("3"));
    }

    @Test
    void aTaskAssignsItsResult() {
        machines.aws.task(Machines.RESOURCE, arguments -> Machines.json("{\"price\": 7}"));

        var execution = machines.machine("""
            "Work": {"Type": "Task", "Resource": "%s", "Assign": {"price": "{%% $states.result.price %%}"},
              "Output": "{%% $states.input %%}", "Next": "Z"},
            "Z": {"Type": "Pass", "Output": "{%% [$price, $states.input] %%}", "End": true}\
            """.formatted(Machines.RESOURCE)).run("1");

        assertThat(execution.output()).isEqualTo(Machines.json("[7, 1]"));
    }

    @Test
    void anInnerScopeReadsTheOuterOneAndVanishes() {
        var execution = machines.machine("""
            "Set": {"Type": "Pass", "Assign": {"x": 1}, "Next": "All"},
            "All": {"Type": "Parallel", "Next": "Z", "Assign": {"results": "{% $states.result %}"}, "Branches": [
              {"StartAt": "A", "States": {
                "A": {"Type": "Pass", "Assign": {"a": "{% $x + 1 %}"}, "Next": "B"},
                "B": {"Type": "Pass", "Output": "{% $a + $x %}", "End": true}}},
              {"StartAt": "C", "States": {"C": {"Type": "Pass", "Output": "{% $exists($a) %}", "End": true}}}]},
            "Z": {"Type": "Pass", "Output": "{% [$results, $exists($a), $x] %}", "End": true}\
            """).run("{}");

        assertThat(execution.output()).isEqualTo(Machines.json("[3, false, false, 1]"));
    }

    @Test
    void iterationsDoNotSeeEachOthersVariables() {
        var execution = machines.machine("""
            "Each": {"Type": "Map", "End": true, "ItemProcessor": {"StartAt": "A", "States": {
                "A": {"Type": "Pass", "Assign": {"seen": "{% $exists($seen) ? $seen + 1 : 1 %}"}, "Next": "B"},
                "B": {"Type": "Pass", "Output": "{% $seen %}", "End": true}}}}\
            """).run("[1, 2, 3]");

        assertThat(execution.output()).isEqualTo(Machines.json("[1, 1, 1]"));
    }

    /** AWS: names are unique; an inner scope cannot set what is set outside. */
    @Test
    void refusesAVariableThatIsSetInsideAndOutside() {
        assertThatThrownBy(() -> machines.machine("""
            "All": {"Type": "Parallel", "Next": "Z", "Branches": [
              {"StartAt": "A", "States": {"A": {"Type": "Pass", "Assign": {"x": 1}, "End": true}}}]},
            "Z": {"Type": "Pass", "Assign": {"x": 2}, "End": true}\
            """))
                .isInstanceOf(UnsupportedFieldException.class)
                .hasMessageContaining("State 'A', field 'Assign/x'");
    }

    @Test
    void aCatcherOfAnOuterStateSetsOuterVariables() {
        var execution = machines.machine("""
            "All": {"Type": "Parallel", "Next": "Z", "Branches": [
                {"StartAt": "A", "States": {"A": {"Type": "Fail", "Error": "E"}}}],
              "Catch": [{"ErrorEquals": ["E"], "Assign": {"failed": true}, "Next": "Z"}]},
            "Z": {"Type": "Pass", "Output": "{% $failed %}", "End": true}\
            """).run("{}");

        assertThat(execution.output()).isEqualTo(Machines.json("true"));
    }

    @Test
    void nullIsAValueAndUndefinedIsAnError() {
        assertThat(machines.evaluate("$states.input.a", "{\"a\": null}").output())
                .isEqualTo(Machines.json("null"));
        assertThat(machines.evaluate("[$states.input.a, null]", "{\"a\": null}").output())
                .isEqualTo(Machines.json("[null, null]"));
        assertThat(machines.evaluate("$states.input.b", "{\"a\": null}").error())
                .isEqualTo("States.QueryEvaluationError");
        assertThat(machines.machine("""
            "Set": {"Type": "Pass", "Assign": {"x": null}, "Next": "Z"},
            "Z": {"Type": "Pass", "Output": "{% $x = null %}", "End": true}\
            """).run("{}").output()).isEqualTo(Machines.json("true"));
    }

    @Test
    void theContextTellsAboutTheExecution() {
        var execution = machines.state("""
                            "Type": "Pass", "Output": "{% $merge([$states.context.Execution, $states.context.State, $states.context.StateMachine.{'Machine': Name}]) %}"\
            """).run("order-7", Machines.json("[1]"));

        assertThat(execution.output()).isEqualTo(Machines.json("""
            {"Id": "arn:aws:states:us-east-1:123456789012:execution:machine:order-7", "Input": [1], "Name": "Only",
             "RoleArn": "arn:aws:iam::123456789012:role/state-machine", "StartTime": "2026-01-01T00:00:00.000Z",
             "RedriveCount": 0, "EnteredTime": "2026-01-01T00:00:00.000Z", "Machine": "machine"}\
            """));
    }

    @ParameterizedTest
    @ValueSource(strings = {"states", "a.b", "a[1]", "1a", "a b"})
    void refusesNamesThatNoVariableCanHave(String name) {
        assertThatThrownBy(() -> machines.state("\"Type\": \"Pass\", \"Assign\": {\"" + name + "\": 1}"))
                .isInstanceOf(UnsupportedFieldException.class)
                .hasMessageContaining("Assign/" + name);
    }

    /** AWS refuses a definition that reads them where they are not. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"Type\": \"Task\", \"Resource\": \"r\", \"Arguments\": \"{% $states.result %}\"",
                "\"Type\": \"Task\", \"Resource\": \"r\", \"Output\": \"{% $states.errorOutput %}\"",
                "\"Type\": \"Wait\", \"Seconds\": \"{% $states.result %}\"",
            })
    void refusesStatesMembersWhereTheyAreNot(String state) {
        assertThatThrownBy(() -> machines.state(state))
                .isInstanceOf(UnsupportedFieldException.class)
                .hasMessageContaining("cannot read $states.");
    }
}
