package [=package].infrastructure;

[@imports]
import [=package].infrastructure.asl.Execution;
import [=package].infrastructure.asl.LocalAws;
import [=package].infrastructure.asl.StateMachine;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
[/@imports]

/** The state {@code Work} of the circuit breaker as it is deployed, alone: without the circuit and without repetition. */
final class Attempt {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final StateMachine machine;

    Attempt(Map<String, String> substitutions, LocalAws aws) {
        ObjectNode work = CircuitBreaker.definition().json().at("/States/Work").deepCopy();
        work.remove("Retry");
        work.remove("Catch");
[#if slot("breaker.ledger")?has_content]
        work.remove("Next");
        work.put("End", true).set("Output", work.remove("Assign").path("result"));
[/#if]
        ObjectNode request = JSON.objectNode();
        request.put("Type", "Pass").put("Next", "Work").putObject("Assign").put("request", "{% $states.input %}");
        ObjectNode definition =
                JSON.objectNode().put("QueryLanguage", "JSONata").put("StartAt", "Request");
        definition.putObject("States").<ObjectNode>set("Request", request).set("Work", work);
        machine = StateMachine.of(definition.toString(), substitutions, aws);
    }

[#if slot("ecs-work.object")?has_content]
    /** A request is version-1 of a stored object. */
    Execution work(String id, String key) {
        ObjectNode request = request(id, "");
        request.remove("body");
        request.putObject("object")
                .put("bucket", "inbox-bucket")
                .put("key", key)
                .put("versionId", "version-1");
        return machine.run(request);
    }
[#else]
    Execution work(String id, String body) {
        return machine.run(request(id, body));
    }
[/#if]

    /** As without a request: nothing may change. */
    Execution probe() {
        return machine.run(request("probe-1", "").put("probe", true));
    }

    private static ObjectNode request(String id, String body) {
        return JSON.objectNode()
                .put("id", id)
                .put("receivedAt", 1_767_225_600_000L)
                .put("body", body);
    }
}
