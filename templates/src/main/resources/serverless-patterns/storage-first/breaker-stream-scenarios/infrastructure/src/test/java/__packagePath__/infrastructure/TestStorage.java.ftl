package [=package].infrastructure;

[@imports]
import [=package].infrastructure.asl.LocalAws;
import [=package].infrastructure.asl.VirtualClock;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import com.fasterxml.jackson.databind.ObjectMapper;
[/@imports]

/** The stream and the dead-letter queue, as models. */
final class TestStorage implements VirtualPipe.Source {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String BODY = "{\"name\":\"it's\",\"quantity\":3}";

    final VirtualStream stream;

    private final VirtualClock clock;
    private final List<JsonNode> deadLetters = new ArrayList<>();

    TestStorage(VirtualClock clock) {
        this.clock = clock;
        stream = new VirtualStream(clock);
    }

    /** Values for names in the circuit breaker. */
    static Map<String, String> substitutions() {
        return Map.of("DeadLetterQueueUrl", "dead-letters");
    }

    /** Values for names in the control of the pipe. */
    static Map<String, String> ofControl() {
        return Map.of();
    }

    void bind(LocalAws aws) {
        aws.task("arn:aws:states:::sqs:sendMessage", arguments -> {
            deadLetters.add(arguments);
            return JsonNodeFactory.instance.objectNode().put("MessageId", "message-" + deadLetters.size());
        });
    }

    /** Stores a request as the entry does. */
    void store(String id, String partitionKey) {
        store(id, partitionKey, BODY);
    }

    void store(String id, String partitionKey, String body) {
        stream.put(partitionKey, data(id, body));
    }

    /** A request as the pipe brings it, that is in no shard: nothing waits behind it. */
    JsonNode bring(String id, String body) {
        return JsonNodeFactory.instance.arrayNode().add(stream.record("group-of-" + id, data(id, body)));
    }

    /** How many records the pipe has not gone past. */
    int size() {
        return stream.size();
    }

    /** The dead letters, as they were sent. */
    List<JsonNode> dead() {
        return List.copyOf(deadLetters);
    }

    /** Puts the dead letters back into the stream, as the script in {@code runbook} does. */
    void putBack() {
        for (JsonNode message : deadLetters) {
            JsonNode record = json(message.path("MessageBody").asText());
            stream.put(record.path("PartitionKey").asText(), record.path("Data").asText());
        }
        deadLetters.clear();
    }

    @Override
    public Optional<JsonNode> next() {
        return stream.next();
    }

    @Override
    public void ended(JsonNode record, boolean succeeded) {
        stream.ended(record, succeeded);
    }

    private String data(String id, String body) {
        JsonNode envelope = JsonNodeFactory.instance
                .objectNode()
                .put("id", id)
                .put("receivedAt", clock.millis())
                .put("body", body);
        return base64(envelope.toString());
    }

    static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
