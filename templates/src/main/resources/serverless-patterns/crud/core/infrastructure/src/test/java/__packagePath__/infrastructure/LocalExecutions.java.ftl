package [=package].infrastructure;

[@imports]
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import [=package].infrastructure.apigateway.BackendAnswer;
import [=package].infrastructure.asl.Execution;
import [=package].infrastructure.asl.LocalAws;
import [=package].infrastructure.asl.StateMachine;
[/@imports]

/** The state machines of the template, and StartSyncExecution as API Gateway calls it. */
final class LocalExecutions {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MAX_INPUT = 262_144;

    private final Map<String, StateMachine> machines = new TreeMap<>();

    /** @param construct what the logical ids of the state machines start with */
    LocalExecutions(JsonNode resources, String construct, LocalAws aws) {
        resources.properties().stream()
                .filter(resource -> resource.getKey().startsWith(construct))
                .filter(resource ->
                        resource.getValue().path("Type").asText().equals("AWS::StepFunctions::StateMachine"))
                .forEach(resource -> {
                    JsonNode properties = resource.getValue().path("Properties");
                    StateMachine machine = StateMachine.of(
                            properties.path("DefinitionString").asText(),
                            Deployed.texts(properties.path("DefinitionSubstitutions")),
                            aws);
                    aws.stateMachine(resource.getKey(), machine);
                    machines.put(resource.getKey(), machine);
                });
    }

    /** The last execution of the state machine whose logical id contains a text. */
    Execution last(String part) {
        List<Execution> executions = machine(part).executions();
        return executions.get(executions.size() - 1);
    }

    private StateMachine machine(String part) {
        return machines.entrySet().stream()
                .filter(machine -> machine.getKey().contains(part))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow(() -> new AssertionError("No state machine is called " + part + ": " + machines.keySet()));
    }

    /** How many executions there were. */
    int count() {
        return machines.values().stream()
                .mapToInt(machine -> machine.executions().size())
                .sum();
    }

    /**
     * @param request the body of StartSyncExecution
     */
    BackendAnswer startSync(String request) {
        JsonNode start = json(request);
        String input = start.path("input").asText();
        if (input.length() > MAX_INPUT) {
            return BackendAnswer.of(400, "{\"__type\":\"com.amazon.coral.validate#ValidationException\"}");
        }
        StateMachine machine = machines.get(start.path("stateMachineArn").asText());
        Execution execution = machine.run(start.path("name").asText(), json(input));
        ObjectNode answer = JSON.createObjectNode()
                .put("executionArn", execution.arn())
                .put("status", execution.status())
                .put("error", execution.error())
                .put("cause", execution.cause());
        if (execution.output() != null) {
            answer.put("output", execution.output().toString());
        }
        return BackendAnswer.of(200, answer.toString());
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError("This is no JSON: " + text, e);
        }
    }
}
