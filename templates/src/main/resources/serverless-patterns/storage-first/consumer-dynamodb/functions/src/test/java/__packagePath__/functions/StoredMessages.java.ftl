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

    /** What the pipe sends for a stored request. */
    static SQSMessage message(String messageId, StoredRequest request) {
        ObjectNode event = new ObjectMapper().createObjectNode();
        event.put("eventName", "INSERT").put("eventSource", "aws:dynamodb");
        ObjectNode image = event.putObject("dynamodb").putObject("NewImage");
        String receivedAt = Long.toString(request.receivedAt());
        image.putObject("id").put("S", request.id());
        image.putObject("payload").put("S", request.body());
        image.putObject("receivedAt").put("N", receivedAt);
        image.putObject("queuedAt").put("N", receivedAt);
        image.putObject("status").put("S", "RECEIVED");
        return delivered(messageId, event.toString());
    }

    private static SQSMessage delivered(String messageId, String body) {
        SQSMessage message = new SQSMessage();
        message.setMessageId(messageId);
        message.setBody(body);
        return message;
    }
}
