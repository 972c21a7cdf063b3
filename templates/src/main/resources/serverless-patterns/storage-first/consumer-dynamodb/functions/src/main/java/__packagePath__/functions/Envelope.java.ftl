package [=package].functions;

import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * How a request travels in a message: the text is the record of the table's stream, as the pipe takes it from there, or
 * the sweeper puts it together ({@link StreamRecord}).
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

    private static JsonNode parse(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException malformed) {
            // Not as the cause: its message may quote the body.
            throw new RejectedRequestException("message is not JSON");
        }
    }
}
