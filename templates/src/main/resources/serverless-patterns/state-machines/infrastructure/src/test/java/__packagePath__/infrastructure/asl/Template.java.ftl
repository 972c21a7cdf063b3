package [=package].infrastructure.asl;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A value of a definition: JSON whose strings are expressions where they start with {% and end with %}. */
interface Template {
    JsonNode evaluate(Query query);

    /** The value as it is, or the failure of an expression whose result has another type. */
    default JsonNode evaluate(Query query, Kind kind) {
        return evaluate(query);
    }

    /** @param field where it stands in the state, for messages */
    static Template of(String state, String field, JsonNode value) {
        if (isExpression(value)) {
            String text = value.textValue();
            return new Single(new Expression(
                    state, field, text.substring(2, text.length() - 2).trim()));
        } else if (value.isObject()) {
            Map<String, Template> members = new LinkedHashMap<>();
            value.properties().forEach(member -> {
                String name = member.getKey();
                members.put(name, of(state, field + "/" + name, member.getValue()));
            });
            return query -> {
                ObjectNode object = Json.object();
                members.forEach((name, member) -> object.set(name, member.evaluate(query)));
                return object;
            };
        } else if (value.isArray()) {
            List<Template> elements = new ArrayList<>();
            value.forEach(element -> elements.add(of(state, field + "/" + elements.size(), element)));
            return query -> {
                ArrayNode array = Json.object().arrayNode();
                elements.forEach(element -> array.add(element.evaluate(query)));
                return array;
            };
        }
        return query -> value;
    }

    static boolean isExpression(JsonNode value) {
        String text = value.asText();
        return value.isTextual() && text.startsWith("{%") && text.endsWith("%}") && text.length() >= 4;
    }

    /** One expression. */
    record Single(Expression expression) implements Template {
        @Override
        public JsonNode evaluate(Query query) {
            return expression.evaluate(query);
        }

        @Override
        public JsonNode evaluate(Query query, Kind kind) {
            JsonNode value = expression.evaluate(query);
            if (!kind.includes(value)) {
                throw expression.wrongType(query, kind.title(), value);
            }
            return value;
        }
    }
}
