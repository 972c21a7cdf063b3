package [=package].functions;

import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;

/**
 * How a request travels in a message: the text is the record of the table's stream, as the pipe takes it from there.
 *
 * @see <a href="https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-pipes-dynamodb.html">The record</a>
 */
final class Envelope {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Envelope() {}

    /** @throws RejectedRequestException if this is no record of a stored request */
    static StoredRequest open(SQSMessage message) {
        JsonNode image = parse(message.getBody()).at("/dynamodb/NewImage");
        JsonNode id = image.at("/id/S");
        JsonNode payload = image.at("/payload/S");
        String receivedAt = image.at("/receivedAt/N").asText();
        if (!id.isTextual() || !payload.isTextual() || !receivedAt.matches("[0-9]{1,18}")) {
            throw new RejectedRequestException("message is no stored request");
        }
        return new StoredRequest(id.textValue(), payload.textValue(), Long.parseLong(receivedAt));
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
            throw new RejectedRequestException("message is not JSON");
        }
    }
}
