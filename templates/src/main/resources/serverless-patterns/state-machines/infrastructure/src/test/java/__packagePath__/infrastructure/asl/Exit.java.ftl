package [=package].infrastructure.asl;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/**
 * How a state is left.
 *
 * @param assigned the variables that it sets
 * @param next the next state; null at an end
 */
record Exit(JsonNode output, Map<String, JsonNode> assigned, String next) {}
