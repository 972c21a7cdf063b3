package org.serverlesspatterns.it.asl;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.shop.infrastructure.asl.StateMachine;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * State machines that start others, by
 * <a href="https://docs.aws.amazon.com/step-functions/latest/dg/connect-stepfunctions.html">Step Functions</a>.
 */
class ExecutionTasksTest {
    private static final String ARN = "arn:aws:states:eu-west-1:123456789012:stateMachine:child";
    private static final String SYNC = "aws-sdk:sfn:startSyncExecution";

    private final Machines machines = new Machines();
    private StateMachine child;

    @BeforeEach
    void child() {
        child = machines.machine("""
            "Choose": {"Type": "Choice", "Default": "Yes", "Choices": [
              {"Condition": "{% $states.input.fail = true %}", "Next": "No"}]},
            "Yes": {"Type": "Pass", "Output": {"done": "{% $states.input.n %}"}, "End": true},
            "No": {"Type": "Fail", "Error": "E", "Cause": "why"}\
            """);
        machines.aws.stateMachine(ARN, child);
    }

    @Test
    void startSyncExecutionAnswersWithTheOutputAsText() {
        var answer = start(SYNC, "{\"n\": 1}", "\"Name\": \"one\",").run("{}").output();

        assertThat(answer.path("Status").asText()).isEqualTo("SUCCEEDED");
        assertThat(answer.path("Output").asText()).isEqualTo("{\"done\":1}");
        assertThat(answer.path("Input").asText()).isEqualTo("{\"n\":1}");
        assertThat(answer.path("Name").asText()).isEqualTo("one");
        assertThat(answer.path("ExecutionArn").asText())
                .isEqualTo("arn:aws:states:eu-west-1:123456789012:execution:child:one");
        assertThat(answer.has("Error")).isFalse();
    }

    /** The call has succeeded: only Status tells that the execution has not. */
    @Test
    void startSyncExecutionDoesNotFailWithTheExecution() {
        var execution = start(SYNC, "{\"fail\": true}", "").run("{}");

        assertThat(execution.status()).isEqualTo("SUCCEEDED");
        assertThat(execution.output().path("Status").asText()).isEqualTo("FAILED");
        assertThat(execution.output().path("Error").asText()).isEqualTo("E");
        assertThat(execution.output().path("Cause").asText()).isEqualTo("why");
        assertThat(execution.output().has("Output")).isFalse();
    }

    @Test
    void startExecutionTellsNothingButThatItHasStarted() {
        var execution = start("states:startExecution", "{\"fail\": true}", "\"Name\": \"one\",")
                .run("{}");

        assertThat(execution.status()).isEqualTo("SUCCEEDED");
        assertThat(execution.output().properties())
                .extracting(Map.Entry::getKey)
                .containsExactly("ExecutionArn", "StartDate");
        assertThat(child.executions()).hasSize(1);
        assertThat(child.executions().get(0).error()).isEqualTo("E");
    }

    @Test
    void aNameIsTakenOnce() {
        var machine = start("states:startExecution", "{}", "\"Name\": \"one\",");
        var sync = start(SYNC, "{\"n\": 1}", "\"Name\": \"one\",");

        assertThat(machine.run("{}").status()).isEqualTo("SUCCEEDED");
        assertThat(machine.run("{}").error()).isEqualTo("StepFunctions.ExecutionAlreadyExistsException");
        assertThat(child.executions()).hasSize(1);
        // Express executions may have the same name.
        assertThat(sync.run("{}").output().path("Status").asText()).isEqualTo("SUCCEEDED");
    }

    @Test
    void aNameHas80CharactersThatAreAllowed() {
        assertThat(start("states:startExecution", "{\"n\": 1}", "\"Name\": \"%s\",".formatted("x".repeat(80)))
                        .run("{}")
                        .status())
                .isEqualTo("SUCCEEDED");
        assertThat(start("states:startExecution", "{}", "\"Name\": \"%s\",".formatted("x".repeat(81)))
                        .run("{}")
                        .error())
                .isEqualTo("StepFunctions.InvalidNameException");
        assertThat(start(SYNC, "{}", "\"Name\": \"a/b\",").run("{}").error()).isEqualTo("Sfn.InvalidNameException");
    }

    /** Recorded: the error is States.TaskFailed whatever failed; the cause is the description in JSON. */
    @Test
    void withSyncTheTaskFailsWithTheExecution() {
        var execution =
                start("states:startExecution.sync:2", "{\"fail\": true}", "").run("{}");

        assertThat(execution.error()).isEqualTo("States.TaskFailed");
        JsonNode description = Machines.json(execution.cause());
        assertThat(description.path("Error").asText()).isEqualTo("E");
        assertThat(description.path("Status").asText()).isEqualTo("FAILED");
    }

    @Test
    void syncGivesTextAndSync2GivesJson() {
        assertThat(start("states:startExecution.sync", "{\"n\": 1}", "")
                        .run("{}")
                        .output()
                        .path("Output")
                        .asText())
                .isEqualTo("{\"done\":1}");
        assertThat(start("states:startExecution.sync:2", "{\"n\": 1}", "")
                        .run("{}")
                        .output()
                        .at("/Output/done"))
                .isEqualTo(Machines.json("1"));
    }

    @Test
    void aTestMayAnswerForOneOfThem() {
        var other = "arn:aws:states:eu-west-1:123456789012:stateMachine:other";
        machines.aws.stateMachine(other, arguments -> arguments.path("Input"));
        var starts = machines.state("""
            "Type": "Task", "Resource": "arn:aws:states:::%s",
            "Arguments": {"StateMachineArn": "%s", "Input": {"n": 1}}\
            """.formatted(SYNC, other));

        assertThat(starts.run("{}").output()).isEqualTo(Machines.json("{\"n\": 1}"));
        assertThat(child.executions()).isEmpty();
    }

    private StateMachine start(String resource, String input, String more) {
        return machines.state("""
            "Type": "Task", "Resource": "arn:aws:states:::%s",
            "Arguments": {%s "StateMachineArn": "%s", "Input": %s}\
            """.formatted(resource, more, ARN, input));
    }
}
