package [=package].infrastructure.asl;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;

/** JSON as Step Functions passes it from state to state. */
final class Json {
    /** The largest payload, in bytes of UTF-8 (https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html). */
    static final int LIMIT = 256 * 1024;

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Json() {}

    static JsonNode parse(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("No JSON: " + e.getOriginalMessage() + ": " + text, e);
        }
    }

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    /** The value as Jackson reads it from text: numbers that are equal are of the same type. */
    static JsonNode of(Object value) {
        return parse(text(MAPPER.valueToTree(value)));
    }

    /** As {@link #of}, and a failure of {@code what} when it is larger than Step Functions takes. */
    static JsonNode payload(Object value, String what) {
        String text = text(MAPPER.valueToTree(value));
        if (text.getBytes(StandardCharsets.UTF_8).length > LIMIT) {
            throw TaskFailure.tooLarge(what);
        }
        return parse(text);
    }

    /** The value as maps, lists, texts, numbers, booleans and null. */
    static Object plain(JsonNode value) {
        return MAPPER.convertValue(value, Object.class);
    }

    static String text(JsonNode value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The name of the type, as messages of Step Functions have it. */
    static String type(JsonNode value) {
        return switch (value.getNodeType()) {
            case ARRAY -> "array";
            case BOOLEAN -> "boolean";
            case NUMBER -> "number";
            case STRING -> "string";
            case NULL -> "null";
            default -> "object";
        };
    }
}
