package [=package].infrastructure;

[@imports]
import [=package].infrastructure.SynthesizedApi.Route;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
[/@imports]

/** The request validators of API Gateway, with the messages that were recorded on AWS. */
final class RequestValidation {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final JsonNode resources;

    RequestValidation(JsonNode resources) {
        this.resources = resources;
    }

    /** What is wrong; the parameters come before the body. */
    Optional<String> problem(Route route, HttpCall call) {
        JsonNode validator = properties(route.method().at("/RequestValidatorId/Ref"));
        Optional<String> missing =
                validator.path("ValidateRequestParameters").asBoolean() ? missing(route, call) : Optional.empty();
        JsonNode model = properties(route.method().at("/RequestModels/application~1json/Ref"));
        boolean validated = validator.path("ValidateRequestBody").asBoolean() && !model.isMissingNode();
        return missing.or(() -> validated && !isValid(call.body(), model.path("Schema"))
                ? Optional.of("Invalid request body")
                : Optional.empty());
    }

    private static Optional<String> missing(Route route, HttpCall call) {
        Map<String, Map<String, String>> given = new TreeMap<>();
        given.put("method.request.header.", call.headers());
        given.put("method.request.path.", route.pathParameters());
        given.put("method.request.querystring.", call.query());
        String names = given.entrySet().stream()
                .flatMap(kind -> route.method().path("RequestParameters").properties().stream()
                        .filter(parameter -> parameter.getKey().startsWith(kind.getKey()))
                        .filter(parameter -> parameter.getValue().asBoolean())
                        .map(parameter ->
                                parameter.getKey().substring(kind.getKey().length()))
                        .filter(name -> !kind.getValue().containsKey(name)))
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? Optional.empty() : Optional.of("Missing required request parameters: [" + names + "]");
    }

    private static boolean isValid(String body, JsonNode schema) {
        try {
            var model = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_4)
                    .getSchema(schema);
            return !body.isEmpty() && model.validate(JSON.readTree(body)).isEmpty();
        } catch (JsonProcessingException noJson) {
            return false;
        }
    }

    private JsonNode properties(JsonNode logicalId) {
        return resources.path(logicalId.asText()).path("Properties");
    }
}
