package [=package].functions;

import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Messages as SQS delivers them. */
final class StoredMessages {
    /** Of the request in events/sqs-event.json. */
    static final String SAMPLE_ID = "sample-request-1";

    SQSMessage message(String messageId, String id, String body) {
        return message(messageId, new StoredRequest(id, body, 1767225600000L));
    }

    StoredRequest open(SQSMessage message) {
        return Envelope.open(message);
    }

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

    private static SQSMessage delivered(String messageId, String body) {
        SQSMessage message = new SQSMessage();
        message.setMessageId(messageId);
        message.setBody(body);
        return message;
    }
}
