package [=package].functions;

import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * How a request travels in a message: the text is the event, as the rule takes it from the bus or the archive; its
 * {@code detail} has {@code id}, {@code receivedAt} and the {@code body} as a string.
 *
 * @see <a href="https://docs.aws.amazon.com/eventbridge/latest/ref/overiew-event-structure.html">The event</a>
 */
final class Envelope {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Envelope() {}

    /** @throws RejectedRequestException if this is no event of a stored request */
    static StoredRequest open(SQSMessage message) {
        JsonNode detail = parse(message.getBody()).path("detail");
        JsonNode id = detail.path("id");
        JsonNode body = detail.path("body");
        JsonNode receivedAt = detail.path("receivedAt");
        if (!id.isTextual() || !body.isTextual() || !receivedAt.canConvertToLong()) {
            throw new RejectedRequestException("message is no stored request");
        }
        return new StoredRequest(id.textValue(), body.textValue(), receivedAt.asLong());
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
