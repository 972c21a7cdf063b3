package [=package].functions;

import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Messages as S3 and EventBridge send them, and the objects that they point to. */
final class StoredMessages {
    /** Of the request in events/sqs-event.json. */
    static final String SAMPLE_ID = "b1946ac9-0000-4000-8000-000000000002";

    static final String BUCKET = "inbox-bucket";

    final LocalS3 s3 = new LocalS3();

    StoredMessages() {
        byte[] content = "{\"name\": \"left-handed hammer\", \"quantity\": 3}".getBytes(StandardCharsets.UTF_8);
        s3.put(BUCKET, "inbox/" + SAMPLE_ID, "IYV3p45BT0ac8hjHg1houSdS1a.Mro8e", content, Map.of());
    }

    SQSMessage message(String messageId, String id, String body) {
        byte[] content = body.getBytes(StandardCharsets.UTF_8);
        s3.put(BUCKET, "inbox/" + messageId, "v1", content, Map.of("idempotency-key", id));
        return message(messageId, event("inbox/" + messageId, "v1", content.length));
    }

    static String event(String key, String version, long size) {
        ObjectNode event = new ObjectMapper().createObjectNode().put("time", "2026-01-01T00:00:00Z");
        ObjectNode detail = event.putObject("detail");
        detail.putObject("bucket").put("name", BUCKET);
        detail.putObject("object").put("key", key).put("version-id", version).put("size", size);
        return event.toString();
    }

    static SQSMessage message(String messageId, String body) {
        SQSMessage message = new SQSMessage();
        message.setMessageId(messageId);
        message.setBody(body);
        message.setAttributes(Map.of("SentTimestamp", "1767225600050"));
        return message;
    }

    StoredRequest open(SQSMessage message) {
        return new Envelope(s3).open(message);
    }
}
