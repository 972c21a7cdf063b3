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
 * How a request travels in a message: the text is the record of the table's stream, as the pipe takes it from there.
 *
 * @see <a href="https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-pipes-dynamodb.html">The record</a>
 */
final class Envelope {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Envelope() {}

    /** @throws IllegalArgumentException if this is no record of a stored request */
    static StoredRequest open(SQSMessage message) {
        JsonNode image = parse(message.getBody()).required("dynamodb").required("NewImage");
        String id = image.required("id").required("S").textValue();
        String payload = image.required("payload").required("S").textValue();
        String receivedAt = image.required("receivedAt").required("N").textValue();
        return new StoredRequest(id, payload, Long.parseLong(receivedAt));
    }

    /** The request as a message that {@link #open} understands after a redrive, with the reason of its rejection. */
    static SendMessageRequest.Builder seal(StoredRequest request, String reason) {
        return seal(request).messageAttributes(Map.of("id", text(request.id()), "reason", text(reason)));
    }

    /** The request as a message that {@link #open} understands. */
    static SendMessageRequest.Builder seal(StoredRequest request) {
        ObjectNode event = JSON.createObjectNode();
        ObjectNode image = event.putObject("dynamodb").putObject("NewImage");
        image.putObject("id").put("S", request.id());
        image.putObject("payload").put("S", request.body());
        image.putObject("receivedAt").put("N", Long.toString(request.receivedAt()));
        return SendMessageRequest.builder().messageBody(event.toString());
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
