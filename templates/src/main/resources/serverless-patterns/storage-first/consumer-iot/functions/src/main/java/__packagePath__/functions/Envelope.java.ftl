package [=package].functions;

import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.Base64;
import java.util.Optional;

/**
 * How a request travels in a message: as the JSON that the SQL of the topic rule selects, with the payload in Base64,
 * because a device may send anything. What the rule's error action has put into the dead-letter queue opens, too, once
 * it is sent back.
 */
final class Envelope {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Envelope() {}

    /**
     * The id is the field {@code id} of the payload, which a device repeats when it publishes again, within the device
     * that the topic names: ids of one device say nothing about another. Without it every message is a request of its
     * own, named by the rule.
     *
     * @throws RejectedRequestException if a message came from elsewhere and is none of these
     */
    static StoredRequest open(SQSMessage message) {
        JsonNode envelope = parse(message.getBody());
        if (envelope.has("base64OriginalPayload")) {
            long sentAt = Long.parseLong(message.getAttributes().get("SentTimestamp"));
            return request(envelope, "base64OriginalPayload", "cloudwatchTraceId", sentAt);
        }
        return request(envelope, "data", "uuid", envelope.path("receivedAt").asLong());
    }

    private static StoredRequest request(JsonNode envelope, String payload, String uuid, long receivedAt) {
        String topic = envelope.path("topic").asText();
        String generated = envelope.path(uuid).asText();
        if (!envelope.path(payload).isTextual() || topic.isEmpty() || generated.isEmpty()) {
            throw new RejectedRequestException("message is not from the topic rule");
        }
        byte[] content = decode(envelope.path(payload).asText());
        String device = topic.substring(topic.lastIndexOf('/') + 1);
        String id = idOfDevice(content).map(own -> device + "/" + own).orElse(generated);
        return new StoredRequest(id, content, receivedAt);
    }

    private static JsonNode parse(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException malformed) {
            // Not as the cause: its message may quote the body.
            throw new RejectedRequestException("message is not JSON");
        }
    }

    private static byte[] decode(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException malformed) {
            throw new RejectedRequestException("payload is not Base64");
        }
    }

    /** A payload that is not JSON, or whose {@code id} is not 1 to 80 of {@code A-Z a-z 0-9 _ -}, has none. */
    private static Optional<String> idOfDevice(byte[] content) {
        try {
            JsonNode id = JSON.readTree(content).path("id");
            boolean isName = id.isTextual() || id.isIntegralNumber();
            return Optional.of(id.asText()).filter(text -> isName && text.matches("[A-Za-z0-9_-]{1,80}"));
        } catch (IOException notJson) {
            return Optional.empty();
        }
    }
}
