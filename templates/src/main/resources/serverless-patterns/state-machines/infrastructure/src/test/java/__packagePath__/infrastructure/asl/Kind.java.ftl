package [=package].infrastructure.asl;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Predicate;

/** The types that fields ask for. */
enum Kind {
    ARRAY("array", JsonNode::isArray),
    BOOLEAN("boolean", JsonNode::isBoolean),
    STRING("string", JsonNode::isTextual),
    /** Seconds and counts. */
    WHOLE("integer", value -> value.canConvertToLong() && value.isIntegralNumber() && value.asLong() >= 0),
    PERCENTAGE("number", value -> value.isNumber() && value.asDouble() >= 0 && value.asDouble() <= 100);

    private final String title;
    private final Predicate<JsonNode> test;

    Kind(String title, Predicate<JsonNode> test) {
        this.title = title;
        this.test = test;
    }

    String title() {
        return title;
    }

    boolean includes(JsonNode value) {
        return test.test(value);
    }
}
