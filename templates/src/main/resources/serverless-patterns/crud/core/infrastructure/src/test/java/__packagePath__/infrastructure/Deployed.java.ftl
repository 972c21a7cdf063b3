package [=package].infrastructure;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.stream.Collectors;

/** Values of the synthesized template as they are once deployed: a resource is known by its logical id. */
final class Deployed {
    private Deployed() {}

    /**
     * @param value a text, or Ref, Fn::GetAtt, Fn::Join and what is nested in them
     */
    static String text(JsonNode value) {
        if (value.isValueNode()) {
            return value.asText();
        }
        Map.Entry<String, JsonNode> function = value.properties().iterator().next();
        return switch (function.getKey()) {
            case "Ref" -> function.getValue().asText();
            case "Fn::GetAtt" -> function.getValue().get(0).asText();
            case "Fn::Join" ->
                SynthesizedStack.stream(function.getValue().get(1))
                        .map(Deployed::text)
                        .collect(Collectors.joining(function.getValue().get(0).asText()));
            default -> throw new AssertionError("Not known before it is deployed: " + value);
        };
    }

    /** Each value of an object of texts. */
    static Map<String, String> texts(JsonNode object) {
        return object.properties().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, member -> text(member.getValue())));
    }
}
