package [=package].infrastructure.asl;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * State machines that are started by others. What runs asynchronously on AWS has ended here when the caller goes on, but
 * all that the caller learns is that it has started.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/connect-stepfunctions.html">Start executions</a>
 */
final class ExecutionTasks {
    private static final String START = "arn:aws:states:::states:startExecution";
    private static final String START_SYNC = "arn:aws:states:::aws-sdk:sfn:startSyncExecution";
    private static final Set<String> RESOURCES = Set.of(START, START + ".sync", START + ".sync:2", START_SYNC);

    private final Map<String, StateMachine> machines = new HashMap<>();
    private final Map<String, UnaryOperator<JsonNode>> answers = new HashMap<>();

    void put(String arn, StateMachine machine) {
        machines.put(arn, machine);
    }

    void put(String arn, UnaryOperator<JsonNode> answer) {
        answers.put(arn, answer);
    }

    boolean serves(String resource) {
        return RESOURCES.contains(resource);
    }

    JsonNode call(String resource, JsonNode arguments) {
        String arn = arguments.path("StateMachineArn").asText();
        if (answers.containsKey(arn)) {
            return answers.get(arn).apply(arguments);
        }
        StateMachine machine = machines.get(arn);
        if (machine == null) {
            throw new AssertionError("Nothing is bound to the state machine " + arn);
        }
        refuseName(resource, arguments.path("Name").asText("none"));
        if (!resource.equals(START_SYNC)) {
            refuseDuplicate(machine, arguments.path("Name").asText());
        }
        JsonNode input = arguments.has("Input") ? arguments.get("Input") : Json.object();
        input = input.isTextual() ? Json.parse(input.asText()) : input;
        Execution execution =
                arguments.has("Name") ? machine.run(arguments.path("Name").asText(), input) : machine.run(input);
        return switch (resource) {
            case START -> started(execution);
            case START_SYNC -> described(execution, arn, false);
            default -> ended(execution, arn, resource.endsWith(":2"));
        };
    }

    /** https://docs.aws.amazon.com/step-functions/latest/apireference/API_StartExecution.html. */
    private static void refuseName(String resource, String name) {
        if (!name.matches("[^\\s<>{}\\[\\]?*\"#%\\\\^|~`$&,;:/\\p{Cntrl}]{1,80}")) {
            String service = resource.equals(START_SYNC) ? "Sfn" : "StepFunctions";
            throw new TaskFailure(service + ".InvalidNameException", "Invalid Name: '" + name + "'");
        }
    }

    /** A Standard state machine takes a name once in 90 days. */
    private static void refuseDuplicate(StateMachine machine, String name) {
        for (Execution execution : machine.executions()) {
            if (execution.name().equals(name)) {
                throw new TaskFailure(
                        "StepFunctions.ExecutionAlreadyExistsException",
                        "Execution Already Exists: '%s' (Service: AWSStepFunctions; Status Code: 400; Error Code: ExecutionAlreadyExists; Request ID: 00000000-0000-4000-8000-000000000000; Proxy: null)"
                                .formatted(execution.arn()));
            }
        }
    }

    private static ObjectNode started(Execution execution) {
        ObjectNode answer = Json.object();
        answer.put("ExecutionArn", execution.arn());
        answer.put("StartDate", RunningExecution.timestamp(execution.startedAt()));
        return answer;
    }

    private static ObjectNode ended(Execution execution, String arn, boolean parsed) {
        ObjectNode answer = described(execution, arn, parsed);
        if (!execution.succeeded()) {
            throw new TaskFailure("States.TaskFailed", Json.text(answer));
        }
        return answer;
    }

    /** @param parsed whether input and output are JSON instead of JSON in a string */
    private static ObjectNode described(Execution execution, String arn, boolean parsed) {
        ObjectNode answer = started(execution);
        answer.put("StopDate", RunningExecution.timestamp(execution.endedAt()));
        answer.put("StateMachineArn", arn);
        answer.put("Name", execution.name());
        answer.put("Status", execution.status());
        put(answer, "Input", execution.input(), parsed);
        put(answer, "Output", execution.output(), parsed);
        if (execution.error() != null) {
            answer.put("Error", execution.error());
        }
        if (execution.cause() != null) {
            answer.put("Cause", execution.cause());
        }
        return answer;
    }

    private static void put(ObjectNode answer, String member, JsonNode value, boolean parsed) {
        if (value != null) {
            answer.putObject(member + "Details").put("Included", true);
            if (parsed) {
                answer.set(member, value);
            } else {
                answer.put(member, Json.text(value));
            }
        }
    }
}
