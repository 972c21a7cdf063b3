package [=package].functions;

import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Map;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;

/** Messages as SQS delivers them. */
final class SampleMessages {
    private SampleMessages() {}

    /** What the rule sends for a stored request. */
    static SQSMessage message(String messageId, StoredRequest request) {
        ObjectNode event = new ObjectMapper().createObjectNode();
        event.put("version", "0")
                .put("id", "6a7e8feb-b491-4cf7-a9f1-bf3703467718")
                .put("detail-type", "Request received")
                .put("source", "api");
        event.putObject("detail")
                .put("id", request.id())
                .put("receivedAt", request.receivedAt())
                .put("body", request.body());
        return delivered(messageId, event.toString());
    }

    /** What becomes of a message that was sent. */
    static SQSMessage delivered(String messageId, SendMessageRequest sent, Instant sentAt) {
        SQSMessage message = delivered(messageId, sent.messageBody());
        message.setAttributes(Map.of("SentTimestamp", Long.toString(sentAt.toEpochMilli())));
        return message;
    }

    private static SQSMessage delivered(String messageId, String body) {
        SQSMessage message = new SQSMessage();
        message.setMessageId(messageId);
        message.setBody(body);
        return message;
    }
}
