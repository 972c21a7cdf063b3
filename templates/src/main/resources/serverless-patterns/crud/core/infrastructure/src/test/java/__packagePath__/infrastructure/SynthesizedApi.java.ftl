package [=package].infrastructure;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The REST API of the synthesized template: which method answers which request. */
final class SynthesizedApi {
    private final JsonNode resources;
    private final String apiId;

    /** @param methodPath a path that the API has, to tell it from others in the stack */
    SynthesizedApi(JsonNode resources, String methodPath) {
        this.resources = resources;
        apiId = methods()
                .filter(method -> ApiMethods.path(resources, method).equals(methodPath))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No API has " + methodPath))
                .at("/RestApiId/Ref")
                .asText();
    }

    /**
     * Where a request goes.
     *
     * @param path with its parameters in braces
     * @param method its properties
     */
    record Route(String path, Map<String, String> pathParameters, JsonNode method) {}

    /** As API Gateway does: a method of its own goes before ANY. Empty where there is no such path or method. */
    Optional<Route> route(HttpCall call) {
        return route(call, call.method()).or(() -> route(call, "ANY"));
    }

    private Optional<Route> route(HttpCall call, String httpMethod) {
        return methods()
                .filter(method -> method.path("HttpMethod").asText().equals(httpMethod))
                .flatMap(method -> {
                    String path = ApiMethods.path(resources, method);
                    return parameters(path, call.path()).map(found -> new Route(path, found, method)).stream();
                })
                .findFirst();
    }

    /** The templates of what API Gateway answers by itself. */
    JsonNode gatewayResponse(String type) {
        return SynthesizedStack.stream(resources)
                .filter(resource -> resource.path("Type").asText().equals("AWS::ApiGateway::GatewayResponse"))
                .map(resource -> resource.path("Properties"))
                .filter(properties -> properties.at("/RestApiId/Ref").asText().equals(apiId))
                .filter(properties -> properties.path("ResponseType").asText().equals(type))
                .findFirst()
                .orElseThrow(() -> new AssertionError("There is no gateway response " + type));
    }

    private Stream<JsonNode> methods() {
        return ApiMethods.of(resources)
                .filter(method ->
                        apiId == null || method.at("/RestApiId/Ref").asText().equals(apiId));
    }

    private static Optional<Map<String, String>> parameters(String template, String path) {
        String[] names = template.split("/");
        String[] parts = path.split("/", -1);
        Map<String, String> parameters = new LinkedHashMap<>();
        boolean matches = names.length == parts.length;
        for (int i = 0; matches && i < names.length; i++) {
            if (names[i].startsWith("{")) {
                parameters.put(names[i].substring(1, names[i].length() - 1), parts[i]);
                matches = !parts[i].isEmpty();
            } else {
                matches = names[i].equals(parts[i]);
            }
        }
        return matches ? Optional.of(parameters) : Optional.empty();
    }
}
