package [=package].functions;

import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/** Messages as the topic rule sends them. */
final class StoredMessages {
    /** Of the request in events/sqs-event.json. */
    static final String SAMPLE_ID = "thing-1/1";

    SQSMessage message(String messageId, String id, String body) {
        return message(messageId, id, "shop/dev/things/thing-1", body.getBytes(StandardCharsets.UTF_8));
    }

    /** @param uuid the id of a payload that has none */
    SQSMessage message(String messageId, String uuid, String topic, byte[] payload) {
        String data = Base64.getEncoder().encodeToString(payload);
        String body = new ObjectMapper()
                .createObjectNode()
                .put("data", data)
                .put("topic", topic)
                .put("receivedAt", 1767225600000L)
                .put("client", "thing-1")
                .put("uuid", uuid)
                .toString();
        return message(messageId, body);
    }

    SQSMessage message(String messageId, String body) {
        SQSMessage message = new SQSMessage();
        message.setMessageId(messageId);
        message.setBody(body);
        message.setAttributes(Map.of("SentTimestamp", "1767225600050"));
        return message;
    }

    StoredRequest open(SQSMessage message) {
        return Envelope.open(message);
    }
}
