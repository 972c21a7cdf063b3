[#assign stored = slot("storage.test-store")?has_content?then("stored", "StoredMessage.of")]
package [=package].infrastructure;

[@imports]
import [=package].infrastructure.asl.LocalAws;
import [=package].infrastructure.asl.VirtualClock;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
[/@imports]

/** The work queue and its dead-letter queue, as models, with the limits that are deployed. */
final class TestStorage implements VirtualPipe.Source {
    private static final String DEAD_LETTERS = "dead-letters";
    private static final String BODY = "{\"name\":\"it's\",\"quantity\":3}";

    final VirtualQueue queue;
    final VirtualQueue deadLetters;
[=slot("storage.test-fields")]
    TestStorage(VirtualClock clock) {
        var timing = Timing.standard();
        deadLetters = new VirtualQueue(clock, timing.visibility(), Integer.MAX_VALUE, null);
        queue = new VirtualQueue(clock, timing.visibility(), timing.maxReceiveCount(), deadLetters);
[=slot("storage.test-constructor")]    }

    /** Values for names in the circuit breaker. */
    static Map<String, String> substitutions() {
[=slot("storage.test-breaker")]    }

    /** Values for names in the control of the pipe. */
    static Map<String, String> ofControl() {
        var timing = Timing.standard();
        return Map.of(
                "QueueUrl", "work-queue",
                "MaxProbes", String.valueOf(timing.probes()),
[=slot("storage.test-control")]    }

    void bind(LocalAws aws) {
        queue.bindReceiver(aws);
        aws.task("arn:aws:states:::sqs:sendMessage", arguments -> {
            boolean dead = arguments.path("QueueUrl").asText().equals(DEAD_LETTERS);
            return (dead ? deadLetters : queue).send(arguments);
        });
[=slot("storage.test-bindings")]    }

    /** Stores a request as the entry does. */
    void store(String id, String group) {
        queue.send([=stored](id, group, BODY));
    }

    /** A request as the pipe brings it. */
    JsonNode bring(String id, String body) {
        return bring([=stored](id, "group-of-" + id, body));
    }

    /** A message as the pipe brings it. */
    JsonNode bring(ObjectNode message) {
[#if slot("breaker.ledger")?has_content && slot("pipe.invocation")?trim == "FIRE_AND_FORGET"]
        // What earlier executions put back would come first, and may be done.
        queue.clear();
[/#if]
        queue.send(message);
        return JsonNodeFactory.instance.arrayNode().add(queue.next().orElseThrow());
    }

    /** How many requests are in the work queue, hidden or not. */
    int size() {
        return queue.size();
    }

    /** The dead letters as a receiver gets them. */
    List<ObjectNode> dead() {
        return deadLetters.received();
    }

    /** Moves every dead letter back, as StartMessageMoveTask does. */
    void moveBack() {
        deadLetters.moveTo(queue);
    }

[#if slot("storage.test-store")?has_content]
    private ObjectNode stored(String id, String group, String body) {
[=slot("storage.test-store")]        return StoredMessage.of(id, group, body);
    }

[/#if]
    @Override
    public Optional<JsonNode> next() {
        return queue.next();
    }

    @Override
    public void ended(JsonNode message, boolean succeeded) {
        queue.ended(message, succeeded);
    }
}
