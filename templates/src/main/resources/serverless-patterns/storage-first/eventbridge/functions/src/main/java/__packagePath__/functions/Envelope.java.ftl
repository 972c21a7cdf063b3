package [=package].functions;

import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;

/**
 * How a request travels in a message: the text is the event, as the rule takes it from the bus or the archive; its
 * {@code detail} has {@code id}, {@code receivedAt} and the {@code body} as a string.
 *
 * @see <a href="https://docs.aws.amazon.com/eventbridge/latest/ref/overiew-event-structure.html">The event</a>
 */
final class Envelope {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Envelope() {}

    /** @throws IllegalArgumentException if this is no event of a stored request */
    static StoredRequest open(SQSMessage message) {
        JsonNode detail = parse(message.getBody()).required("detail");
        String id = detail.required("id").textValue();
        String body = detail.required("body").textValue();
        if (id == null || body == null) {
            throw new IllegalArgumentException("id and body of an event must be strings");
        }
        return new StoredRequest(id, body, detail.required("receivedAt").asLong());
    }

    /** The request as a message that {@link #open} understands after a redrive, with the reason of its rejection. */
    static SendMessageRequest.Builder seal(StoredRequest request, String reason) {
        ObjectNode event = JSON.createObjectNode();
        event.putObject("detail")
                .put("id", request.id())
                .put("receivedAt", request.receivedAt())
                .put("body", request.body());
        return SendMessageRequest.builder()
                .messageBody(event.toString())
                .messageAttributes(Map.of("id", text(request.id()), "reason", text(reason)));
    }

    private static JsonNode parse(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException malformed) {
            // Not as the cause: its message may quote the body.
            throw new IllegalArgumentException("message is not JSON");
        }
    }

    private static MessageAttributeValue text(String value) {
        return MessageAttributeValue.builder()
                .dataType("String")
                .stringValue(value)
                .build();
    }
}
