package [=package].functions;

import com.amazonaws.services.lambda.runtime.events.SQSEvent.MessageAttribute;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import java.util.Map;

/** Messages as API Gateway sends them. */
final class StoredMessages {
    /** Of the request in events/sqs-event.json. */
    static final String SAMPLE_ID = "sample-request-1";

    SQSMessage message(String messageId, String id, String body) {
        MessageAttribute attribute = new MessageAttribute();
        attribute.setDataType("String");
        attribute.setStringValue(id);
        SQSMessage message = new SQSMessage();
        message.setMessageId(messageId);
        message.setBody(body);
        message.setAttributes(Map.of("SentTimestamp", "1767225600000"[=slot("stored-messages.attributes")?trim]));
        message.setMessageAttributes(Map.of("id", attribute));
        return message;
    }

    StoredRequest open(SQSMessage message) {
        return Envelope.open(message);
    }
}
