package [=package].infrastructure;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** A request as it is sent to the work queue: what the topic rule selects. */
final class StoredMessage {
    private static final ObjectMapper JSON = new ObjectMapper();

    private StoredMessage() {}

    /** The arguments of SendMessage. The device names no request, so the id is that of the rule. */
    static ObjectNode of(String id, String group, String body) {
        return message(selected(id, body.getBytes(StandardCharsets.UTF_8)));
    }

    static ObjectNode selected(String uuid, byte[] payload) {
        return JSON.createObjectNode()
                .put("data", Base64.getEncoder().encodeToString(payload))
                .put("topic", "acme/dev/things/thing-1")
                .put("receivedAt", 1767225600000L)
                .put("client", "thing-1")
                .put("uuid", uuid);
    }

    /** What the error action of the rule sends. */
    static ObjectNode failed(String uuid, byte[] payload) {
        return JSON.createObjectNode()
                .put("base64OriginalPayload", Base64.getEncoder().encodeToString(payload))
                .put("topic", "acme/dev/things/thing-1")
                .put("cloudwatchTraceId", uuid);
    }

    static ObjectNode message(ObjectNode selected) {
        return JSON.createObjectNode().put("MessageBody", selected.toString());
    }
}
