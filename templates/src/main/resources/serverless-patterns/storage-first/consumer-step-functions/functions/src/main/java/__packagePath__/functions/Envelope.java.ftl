package [=package].functions;

import java.util.Map;

/** How a request travels as the input of an execution: {@code id}, {@code receivedAt} and, as a string, {@code body}. */
final class Envelope {
    private Envelope() {}

    /**
     * @throws RejectedRequestException for any other input, say of an execution started by hand
     */
    static StoredRequest open(Map<String, Object> input) {
        if (input.get("id") instanceof String id
                && input.get("receivedAt") instanceof Number receivedAt
                && input.get("body") instanceof String body
                && !id.isBlank()) {
            return new StoredRequest(id, body, receivedAt.longValue());
        }
        throw new RejectedRequestException("input must be {\"id\": text, \"receivedAt\": number, \"body\": text}");
    }
}
