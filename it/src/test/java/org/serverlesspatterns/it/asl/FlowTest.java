package org.serverlesspatterns.it.asl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.acme.shop.infrastructure.asl.UnsupportedFieldException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The types of states, by the <a href="https://states-language.net/spec.html#states-fields">specification</a>. */
class FlowTest {
    private final Machines machines = new Machines();

    @Test
    void aPassStatePassesItsInputOnOrWhatOutputSays() {
        assertThat(machines.state("\"Type\": \"Pass\"").run("[1]").output()).isEqualTo(Machines.json("[1]"));
        assertThat(machines.state("\"Type\": \"Pass\", \"Output\": {\"a\": \"{% $states.input[0] %}\", \"b\": [null]}")
                        .run("[1]")
                        .output())
                .isEqualTo(Machines.json("{\"a\": 1, \"b\": [null]}"));
    }

    @ParameterizedTest
    @CsvSource({"0, Zero", "5, Few", "50, Many", "-1, Other"})
    void aChoiceGoesWhereTheFirstRuleThatHoldsLeads(int count, String state) {
        var machine = machines.machine("""
            "Choose": {"Type": "Choice", "Default": "Other", "Output": "none", "Choices": [
              {"Condition": "{% $states.input = 0 %}", "Next": "Zero"},
              {"Condition": "{% $states.input > 10 %}", "Next": "Many", "Output": "many"},
              {"Condition": "{% $states.input > 0 %}", "Next": "Few"},
              {"Condition": false, "Next": "Few"}]},
            "Zero": {"Type": "Succeed"}, "Few": {"Type": "Succeed"}, "Many": {"Type": "Succeed"},
            "Other": {"Type": "Succeed"}\
            """);

        var execution = machine.run(String.valueOf(count));

        assertThat(execution.states()).containsExactly("Choose", state);
        // The Output of the state is for the default alone.
        var output = state.equals("Many") ? "\"many\"" : state.equals("Other") ? "\"none\"" : String.valueOf(count);
        assertThat(execution.output()).isEqualTo(Machines.json(output));
    }

    @Test
    void aChoiceThatNothingMatchesFails() {
        var execution = machines.machine("""
            "Choose": {"Type": "Choice", "Choices": [{"Condition": "{% false %}", "Next": "Z"}]},
            "Z": {"Type": "Succeed"}\
            """).run("{}");

        assertThat(execution.error()).isEqualTo("States.NoChoiceMatched");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {"'yes' | string", "1 | number", "null | null", "[true, false] | array", "{} | object"})
    void aConditionMustBeBoolean(String expression, String type) {
        var execution = machines.machine("""
            "Choose": {"Type": "Choice", "Default": "Z", "Choices": [{"Condition": "{%% %s %%}", "Next": "Z"}]},
            "Z": {"Type": "Succeed"}\
            """.formatted(expression)).run("{}");

        assertThat(execution.error()).isEqualTo("States.QueryEvaluationError");
        assertThat(execution.cause()).contains("Expected 'boolean', but was '" + type + "'");
    }

    @Test
    void aWaitStateAdvancesTheClock() {
        machines.machine("""
            "A": {"Type": "Wait", "Seconds": 10, "Next": "B"},
            "B": {"Type": "Wait", "Seconds": "{% $states.input * 2 %}", "Next": "C"},
            "C": {"Type": "Wait", "Timestamp": "2026-01-01T01:00:00+01:00", "Next": "D"},
            "D": {"Type": "Wait", "Timestamp": "{% '2026-01-01T00:01:00Z' %}", "End": true}\
            """).run("15");

        assertThat(machines.clock.instant()).isEqualTo(Instant.parse("2026-01-01T00:01:00Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "1.5", "'1'", "null"})
    void secondsMustBeWholeAndNotNegative(String expression) {
        var execution = machines.state("\"Type\": \"Wait\", \"Seconds\": \"{% " + expression + " %}\"")
                .run("{}");

        assertThat(execution.error()).isEqualTo("States.QueryEvaluationError");
        assertThat(execution.cause()).contains("'Seconds' returned an unexpected result type. Expected 'integer'");
    }

    @Test
    void aFailStateFailsWithErrorAndCause() {
        var execution = machines.machine("""
            "No": {"Type": "Fail", "Error": "{% 'E' & $states.input %}", "Cause": "why"}\
            """).run("1");

        assertThat(execution.status()).isEqualTo("FAILED");
        assertThat(execution.error()).isEqualTo("E1");
        assertThat(execution.cause()).isEqualTo("why");
        assertThat(execution.output()).isNull();
    }

    @Test
    void aSucceedStateEndsTheExecution() {
        assertThat(machines.machine("\"Yes\": {\"Type\": \"Succeed\", \"Output\": \"{% $states.input + 1 %}\"}")
                        .run("1")
                        .output())
                .isEqualTo(Machines.json("2"));
    }

    /** The specification: the result is an array with the output of each branch; each gets the same input. */
    @Test
    void aParallelStateCollectsTheOutputsOfItsBranches() {
        var execution = machines.machine("""
            "All": {"Type": "Parallel", "Arguments": "{% $states.input * 10 %}", "End": true,
              "Output": {"both": "{% $states.result %}", "input": "{% $states.input %}"},
              "Branches": [
                {"StartAt": "A", "States": {"A": {"Type": "Pass", "Output": "{% $states.input + 1 %}", "Next": "B"},
                  "B": {"Type": "Pass", "Output": "{% $states.input + 1 %}", "End": true}}},
                {"StartAt": "C", "States": {"C": {"Type": "Succeed"}}}]}\
            """).run("1");

        assertThat(execution.output()).isEqualTo(Machines.json("{\"both\": [12, 10], \"input\": 1}"));
        assertThat(execution.states()).containsExactly("All", "A", "B", "C");
    }

    @Test
    void aBranchThatFailsFailsTheState() {
        var execution = machines.machine("""
            "All": {"Type": "Parallel", "Next": "Z", "Catch": [{"ErrorEquals": ["E"], "Next": "Z"}], "Branches": [
                {"StartAt": "A", "States": {"A": {"Type": "Fail", "Error": "E", "Cause": "c"}}},
                {"StartAt": "C", "States": {"C": {"Type": "Succeed"}}}]},
            "Z": {"Type": "Succeed"}\
            """).run("1");

        assertThat(execution.output()).isEqualTo(Machines.json("{\"Error\": \"E\", \"Cause\": \"c\"}"));
    }

    @Test
    void aMapRunsItsStatesForEachItem() {
        var execution = machines.machine("""
            "Each": {"Type": "Map", "End": true, "Items": "{% $states.input.list %}",
              "ItemSelector": {"i": "{% $states.context.Map.Item.Index %}", "v": "{% $states.context.Map.Item.Value %}",
                "all": "{% $count($states.input.list) %}"},
              "Output": "{% {'r': $states.result} %}",
              "ItemProcessor": {"ProcessorConfig": {"Mode": "INLINE"}, "StartAt": "One", "States": {
                "One": {"Type": "Pass", "End": true,
                  "Output": "{% $states.input.v & $states.input.i & $states.context.Map.Item.Index & $states.input.all %}"}}}}
            """).run("{\"list\": [\"a\", \"b\"]}");

        assertThat(execution.output()).isEqualTo(Machines.json("{\"r\": [\"a002\", \"b112\"]}"));
        assertThat(execution.states()).containsExactly("Each", "One", "One");
    }

    @Test
    void whatBecomesOfToleratedFailuresIsNotGuessed() {
        var machine = machines.machine("""
            "Each": {"Type": "Map", "End": true, "ToleratedFailureCount": 1,
              "ItemProcessor": {"StartAt": "No", "States": {"No": {"Type": "Fail"}}}}\
            """);

        assertThatThrownBy(() -> machine.run("[1]"))
                .isInstanceOf(UnsupportedFieldException.class)
                .hasMessageContaining("State 'Each', field 'ToleratedFailure'");
    }

    @Test
    void aTaskThatTakesTooLongTimesOutWhateverItDid() {
        machines.aws.task(Machines.RESOURCE, seconds -> {
            machines.clock.advance(Duration.ofSeconds(seconds.asLong()));
            if (seconds.asLong() == 7) {
                throw new IllegalStateException("a failure of a function of a test is no failure of a task");
            }
            return seconds;
        });
        var machine = machines.state("""
                            "Type": "Task", "Resource": "%s", "TimeoutSeconds": "{%% 2 + 3 %%}"\
            """.formatted(Machines.RESOURCE));

        assertThat(machine.run("5").status()).isEqualTo("SUCCEEDED");
        assertThat(machine.run("6").error()).isEqualTo("States.Timeout");
        assertThatThrownBy(() -> machine.run("7")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void anExecutionThatTakesTooLongTimesOut() {
        machines.failingTask("E", "E", "E");
        var waiting = machines.definition("""
            "TimeoutSeconds": 5, "StartAt": "A", "States": {"A": {"Type": "Wait", "Seconds": 3, "Next": "B"},
            "B": {"Type": "Wait", "Seconds": 3, "End": true}}\
            """).run("{}");
        var retrying = machines.definition("""
            "TimeoutSeconds": 5, "StartAt": "A", "States": {"A": {"Type": "Task", "Resource": "%s", "End": true,
            "Retry": [{"ErrorEquals": ["E"]}], "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "B"}]},
            "B": {"Type": "Succeed"}}\
            """.formatted(Machines.RESOURCE)).run("{}");

        assertThat(waiting.status()).isEqualTo("TIMED_OUT");
        assertThat(waiting.states()).containsExactly("A", "B");
        assertThat(Duration.between(waiting.startedAt(), waiting.endedAt())).hasSeconds(5);
        assertThat(retrying.status()).isEqualTo("TIMED_OUT");
        assertThat(retrying.states()).containsExactly("A");
        assertThat(Duration.between(retrying.startedAt(), retrying.endedAt())).hasSeconds(5);
    }

    @Test
    void anExecutionEndsInTimeAtTheVeryLimit() {
        assertThat(machines.definition("""
            "TimeoutSeconds": 3, "StartAt": "A", "States": {"A": {"Type": "Wait", "Seconds": 3, "End": true}}\
            """).run("{}").status()).isEqualTo("SUCCEEDED");
    }
}
