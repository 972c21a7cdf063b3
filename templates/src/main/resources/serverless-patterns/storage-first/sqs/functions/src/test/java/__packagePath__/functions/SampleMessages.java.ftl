package [=package].functions;

import com.amazonaws.services.lambda.runtime.events.SQSEvent.MessageAttribute;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;

/** Messages as SQS delivers them. */
final class SampleMessages {
    private SampleMessages() {}

    /** What API Gateway sends for a request. */
    static SQSMessage message(String messageId, StoredRequest request) {
        return delivered(messageId, request.body(), Map.of("id", text(request.id())), request.receivedAt());
    }

    /** What becomes of a message that was sent. */
    static SQSMessage delivered(String messageId, SendMessageRequest sent, Instant sentAt) {
        Map<String, MessageAttribute> attributes = sent.messageAttributes().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> text(entry.getValue().stringValue())));
        return delivered(messageId, sent.messageBody(), attributes, sentAt.toEpochMilli());
    }

    private static SQSMessage delivered(
            String messageId, String body, Map<String, MessageAttribute> attributes, long sentAt) {
        SQSMessage message = new SQSMessage();
        message.setMessageId(messageId);
        message.setBody(body);
        message.setAttributes(Map.of("SentTimestamp", Long.toString(sentAt)));
        message.setMessageAttributes(attributes);
        return message;
    }

    private static MessageAttribute text(String value) {
        MessageAttribute attribute = new MessageAttribute();
        attribute.setDataType("String");
        attribute.setStringValue(value);
        return attribute;
    }
}
