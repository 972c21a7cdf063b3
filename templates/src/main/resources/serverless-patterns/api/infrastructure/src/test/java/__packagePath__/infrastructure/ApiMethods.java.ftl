package [=package].infrastructure;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The methods of the REST APIs of a synthesized template. */
final class ApiMethods {
    private ApiMethods() {}

    /** The properties of each method. */
    static Stream<JsonNode> of(JsonNode resources) {
        return SynthesizedStack.stream(resources)
                .filter(resource -> resource.path("Type").asText().equals("AWS::ApiGateway::Method"))
                .map(resource -> resource.path("Properties"));
    }

    /** The same by their names, such as {@code GET /path}, without those that refuse what is not there. */
    static Map<String, JsonNode> byName(JsonNode resources) {
        Map<String, JsonNode> methods = new TreeMap<>();
        of(resources)
                .filter(method -> !method.path("HttpMethod").asText().equals("ANY"))
                .forEach(method ->
                        methods.put(method.path("HttpMethod").asText() + " " + path(resources, method), method));
        return methods;
    }

    /** The path of a method, its parameters in braces. */
    static String path(JsonNode resources, JsonNode method) {
        return path(resources, method.at("/ResourceId/Ref").asText());
    }

    /** Each resource has only its part of the path. */
    private static String path(JsonNode resources, String logicalId) {
        JsonNode resource = resources.path(logicalId).path("Properties");
        return resource.isMissingNode()
                ? ""
                : path(resources, resource.at("/ParentId/Ref").asText()) + "/"
                        + resource.path("PathPart").asText();
    }
}
