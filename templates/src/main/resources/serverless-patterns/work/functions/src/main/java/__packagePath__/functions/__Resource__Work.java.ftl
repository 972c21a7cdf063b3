[#assign probed = slot("work.probe")?has_content]
package [=package].functions;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
[#if !probed]
import java.util.function.Function;
[/#if]

/**
 * The business code: put yours here. It gets each request once, except after a crash (see {@link IdempotencyLedger}),
 * and returns a receipt that the ledger keeps, below [=(circuitBreaker == "true")?then(200, 400)] KB. To reject a request for good it throws {@link
 * RejectedRequestException}; any other exception brings the request back later.
[#if probed]
 *
 * <p>When it calls something, let {@link #probe} ask that whether it answers.
[/#if]
 */
final class [=Resource]Work implements [=probed?then("ProbedWork", "Function<StoredRequest, String>")] {
    private static final int MAX_NAME_LENGTH = 200;
    private static final int MAX_QUANTITY = 1000;

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    @Override
    public String apply(StoredRequest request) {
        JsonNode body = parse(request.body());
        String name = name(body.path("name"));
        int quantity = quantity(body.path("quantity"));
        return JSON.createObjectNode()
                .put("name", name)
                .put("quantity", quantity)
                .put("receivedAt", request.receivedAt())
                .toString();
    }

    private static JsonNode parse(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException malformed) {
            // Not as the cause: its message may quote the body.
            throw new RejectedRequestException("body is not JSON");
        }
    }

    private static String name(JsonNode node) {
        String name = node.asText();
        int length = name.codePointCount(0, name.length());
        if (!node.isTextual() || length < 1 || length > MAX_NAME_LENGTH) {
            throw new RejectedRequestException("name must be a string of 1 to " + MAX_NAME_LENGTH + " characters");
        }
        return name;
    }

    /** Takes 3.0 for 3, as JSON Schema does. */
    private static int quantity(JsonNode node) {
        int quantity = node.asInt();
        if (!node.canConvertToExactIntegral() || !node.canConvertToInt() || quantity < 1 || quantity > MAX_QUANTITY) {
            throw new RejectedRequestException("quantity must be an integer from 1 to " + MAX_QUANTITY);
        }
        return quantity;
    }
}
