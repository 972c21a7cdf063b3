package org.serverlesspatterns.it.asl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.acme.shop.infrastructure.asl.LocalAws;
import com.acme.shop.infrastructure.asl.StateMachine;
import com.acme.shop.infrastructure.asl.UnsupportedFieldException;
import com.acme.shop.infrastructure.asl.VirtualClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is refused when a definition is read, substitutions, and races. */
class DefinitionTest {
    private final Machines machines = new Machines();

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        "Type": "Pass", "Result": 1                                                   | Result
        "Type": "Pass", "InputPath": "$.a"                                            | InputPath
        "Type": "Pass", "Parameters": {}                                              | Parameters
        "Type": "Pass", "OutputPath": "$"                                             | OutputPath
        "Type": "Pass", "QueryLanguage": "JSONPath"                                   | QueryLanguage
        "Type": "Pass", "Retry": []                                                   | Retry
        "Type": "Task", "Resource": "r", "ResultSelector": {}                         | ResultSelector
        "Type": "Task", "Resource": "r", "ResultPath": null                           | ResultPath
        "Type": "Task", "Resource": "r", "HeartbeatSeconds": 5                        | HeartbeatSeconds
        "Type": "Task", "Resource": "r", "TimeoutSecondsPath": "$.a"                  | TimeoutSecondsPath
        "Type": "Task", "Resource": "r", "Credentials": {}                            | Credentials
        "Type": "Task", "Resource": "r", "TimeoutSeconds": "5"                        | TimeoutSeconds
        "Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken" | Resource
        "Type": "Task", "Resource": "arn:aws:states:eu-west-1:1:activity:a"           | Resource
        "Type": "Task"                                                                | Resource
        "Type": "Map", "ItemReader": {}, "ItemProcessor": {"StartAt": "A", "States": {"A": {"Type": "Succeed"}}} | ItemReader
        "Type": "Map", "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED"}, "StartAt": "A", "States": {"A": {"Type": "Succeed"}}} | ItemProcessor/ProcessorConfig/Mode
        "Type": "Map", "Iterator": {"StartAt": "A", "States": {"A": {"Type": "Succeed"}}} | ItemProcessor
        "Type": "Parallel", "Branches": [{"StartAt": "A", "States": {"A": {"Type": "Succeed"}}, "Other": 1}] | Branches/0/Other
        "Type": "Wait", "SecondsPath": "$.a"                                          | Seconds
        "Type": "Wait", "Seconds": 1.5                                                | Seconds
        "Type": "Wait", "Seconds": 1, "Timestamp": "2026-01-01T00:00:00Z"             | Seconds
        "Type": "Pass", "Next": "Only"                                                | Next
        "Type": "Other"                                                               | Type
        """)
    void refusesWhatItDoesNotImplementAndNamesIt(String state, String field) {
        assertThatThrownBy(() -> machines.state(state))
                .isInstanceOfSatisfying(
                        UnsupportedFieldException.class,
                        refusal -> assertThat(refusal.field()).isEqualTo(field))
                .hasMessageContaining("State 'Only', field '" + field + "'");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        "A": {"Type": "Pass", "Next": "B"}                                                  | State 'A', field 'Next'
        "A": {"Type": "Choice", "Choices": [{"Variable": "$.a", "IsNull": true, "Next": "A"}]} | State 'A', field 'Choices/0/Condition'
        "A": {"Type": "Choice", "Default": "B", "Choices": []}                              | State 'A', field 'Next'
        "A": {"Type": "Succeed", "End": true}                                               | State 'A', field 'End'
        "A": {"Type": "Fail", "ErrorPath": "$"}                                             | State 'A', field 'ErrorPath'
        """)
    void refusesAFlowThatIsWrong(String states, String message) {
        assertThatThrownBy(() -> machines.machine(states)).hasMessageContaining(message);
    }

    @Test
    void withoutQueryLanguageAStateIsJsonPath() {
        assertThatThrownBy(() -> StateMachine.of("""
                {"StartAt": "A", "States": {"A": {"Type": "Succeed"}}}\
                """, Map.of(), machines.aws))
                .hasMessageContaining("State 'A', field 'QueryLanguage'");
    }

    @Test
    void substitutesNamesByTheirValues() {
        var definition = "{\"QueryLanguage\": \"JSONata\", \"StartAt\": \"A\","
                + " \"States\": {\"A\": {\"Type\": \"Succeed\", \"Output\": \"${One}{% ${Two} %}${One}\"}}}";

        assertThat(StateMachine.of(definition, Map.of("One", "$1\\\\", "Two", "2"), machines.aws)
                        .run("{}")
                        .output())
                .isEqualTo(Machines.json("\"$1\\\\{% 2 %}$1\\\\\""));
        assertThatThrownBy(() -> StateMachine.of(definition, Map.of("One", "1"), machines.aws))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("${Two}");
    }

    @Test
    void somethingHappensRightBeforeAState() {
        var seen = new ArrayList<String>();
        var other = machines.state("\"Type\": \"Pass\"");
        var machine = machines.machine("""
            "A": {"Type": "Wait", "Seconds": 5, "Next": "All"},
            "All": {"Type": "Parallel", "End": true, "Branches": [
              {"StartAt": "B", "States": {"B": {"Type": "Pass", "Output": "{% $millis() %}", "End": true}}}]}\
            """);
        machine.before("B", () -> {
            seen.add(machines.clock.instant().toString());
            machines.clock.advance(Duration.ofSeconds(1));
            other.run("{}");
        });

        var execution = machine.run("{}");

        assertThat(seen).containsExactly("2026-01-01T00:00:05Z");
        assertThat(execution.output()).isEqualTo(Machines.json("[1767225606000]"));
        assertThat(other.executions()).hasSize(1);
        assertThatThrownBy(() -> machine.before("Beta", () -> {}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Beta");
    }

    @Test
    void timeDoesNotGoBack() {
        assertThatThrownBy(() -> machines.clock.advance(Duration.ofSeconds(-1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void oneAwsServesManyStateMachines() {
        var aws = new LocalAws(new VirtualClock(Machines.START)).task("arn:x", arguments -> arguments);

        assertThat(StateMachine.of("""
                {"QueryLanguage": "JSONata", "StartAt": "A", "States": {"A": {"Type": "Task", "Resource": "arn:x",
                "Arguments": [1], "End": true}}}\
                """, Map.of(), aws).run("{}").output()).isEqualTo(Machines.json("[1]"));
    }
}
