package [=package].functions;

import com.amazonaws.services.lambda.runtime.events.SQSEvent.MessageAttribute;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import java.util.Optional;

/** How a request travels in a message: the text is the body, the message attribute {@code id} the idempotency key. */
final class Envelope {
    private static final String ID = "id";

    private Envelope() {}

    /** A message without the attribute {@code id}, say one sent by hand, is known by its SQS message id. */
    static StoredRequest open(SQSMessage message) {
        String id = Optional.ofNullable(message.getMessageAttributes())
                .map(attributes -> attributes.get(ID))
                .map(MessageAttribute::getStringValue)
                .filter(value -> !value.isBlank())
                .orElseGet(message::getMessageId);
        long receivedAt = Long.parseLong(message.getAttributes().get("SentTimestamp"));
        return new StoredRequest(id, message.getBody(), receivedAt);
    }
}
