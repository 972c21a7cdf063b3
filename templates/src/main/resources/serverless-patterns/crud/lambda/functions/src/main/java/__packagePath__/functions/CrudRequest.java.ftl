package [=package].functions;

import java.util.Map;

/**
 * A request as the state machine hands it on. What the client did not send is an empty text.
 *
 * @param requestId names the request; the same in each attempt
 * @param caller who sends it
 * @param idempotencyKey never empty, unless the client sent one that is not valid
 * @param ifMatch the header If-Match
 * @param body JSON of the model
 */
record CrudRequest(
        String requestId,
        String caller,
        String id,
        String limit,
        String nextToken,
        String idempotencyKey,
        String ifMatch,
        String body) {

    static CrudRequest of(Map<String, Object> input) {
        return new CrudRequest(
                text(input, "requestId"),
                text(input, "caller"),
                text(input, "id"),
                text(input, "limit"),
                text(input, "nextToken"),
                text(input, "idempotencyKey"),
                text(input, "ifMatch"),
                text(input, "body"));
    }

    private static String text(Map<String, Object> input, String name) {
        if (input.get(name) instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException("The input has no text '" + name + "'");
    }

    /** Without what may be personal. */
    @Override
    public String toString() {
        return "CrudRequest[requestId=" + requestId + ", id=" + id + "]";
    }
}
