package [=package].infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** {@code openapi.json} and the synthesized API say the same. What the API answers is compared by {@link OpenApi#check}. */
class OpenApiTest {
    private static final JsonNode RESOURCES = SynthesizedStack.of("dev").resources();
    private static final Map<String, JsonNode> DEPLOYED = ApiMethods.byName(RESOURCES);
    private static final Map<String, JsonNode> DOCUMENTED = documented();

    /** What API Gateway answers by itself, whatever is asked: to whom it does not know, and when nobody answers in time. */
    private static final Set<String> OF_API_GATEWAY = Set.of([#list lines("openapi.unauthorized") as status]"[=status]", [/#list]"504");

    /** GET /path → the operation of the document. */
    private static Map<String, JsonNode> documented() {
        Map<String, JsonNode> operations = new TreeMap<>();
        OpenApi.DOCUMENT
                .path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(member -> !member.getKey().equals("servers"))
                        .forEach(operation -> operations.put(
                                operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(),
                                operation.getValue())));
        return operations;
    }

    @Test
    void theSameMethodsAreThere() {
        assertThat(DEPLOYED).isNotEmpty();
        assertThat(DOCUMENTED.keySet()).isEqualTo(DEPLOYED.keySet());
    }

    /** OpenAPI has the type of a body with the body. */
    @Test
    void theyTakeTheSameParameters() {
        DEPLOYED.forEach((name, method) -> assertThat(parametersOf(DOCUMENTED.get(name)))
                .as(name)
                .isEqualTo(OpenApi.names(method.path("RequestParameters")).stream()
                        .filter(parameter -> !parameter.equals("method.request.header.Content-Type"))
                        .map(parameter -> parameter
                                + method.path("RequestParameters")
                                        .path(parameter)
                                        .asBoolean())
                        .collect(Collectors.toCollection(TreeSet::new))));
    }

    private static Set<String> parametersOf(JsonNode operation) {
        return SynthesizedStack.stream(operation.path("parameters"))
                .map(OpenApi::resolve)
                .map(parameter -> "method.request."
                        + parameter.path("in").asText().replace("query", "querystring") + "."
                        + parameter.path("name").asText()
                        + parameter.path("required").asBoolean())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void theyAnswerWithTheSameStatuses() {
        DEPLOYED.forEach((name, method) -> {
            Set<String> statuses = SynthesizedStack.stream(method.path("MethodResponses"))
                    .map(response -> response.path("StatusCode").asText())
                    .collect(Collectors.toCollection(TreeSet::new));
            statuses.addAll(OF_API_GATEWAY);
            if (method.at("/Integration/PassthroughBehavior").asText().equals("NEVER")) {
                statuses.add("415");
            }
            if (DOCUMENTED.get(name).has("requestBody")) {
                statuses.add("413");
            }

            assertThat(OpenApi.names(DOCUMENTED.get(name).path("responses")))
                    .as(name)
                    .isEqualTo(statuses);
        });
    }

    @Test
    void eachAnswerHasTheHeadersOfItsMethod() {
        DEPLOYED.forEach((name, method) -> method.path("MethodResponses").forEach(response -> {
            String status = response.path("StatusCode").asText();
            JsonNode documented =
                    OpenApi.resolve(DOCUMENTED.get(name).path("responses").path(status));

            assertThat(OpenApi.names(documented.path("headers")).stream().map("method.response.header."::concat))
                    .as("%s %s", name, status)
                    .containsAll(OpenApi.names(response.path("ResponseParameters")));
        }));
    }

    @Test
    void theyTakeTheSameBodies() {
        DEPLOYED.forEach((name, method) -> {
            JsonNode model = method.at("/RequestModels/application~1json/Ref");
            JsonNode body = OpenApi.resolve(DOCUMENTED.get(name).path("requestBody"));
            JsonNode documented = body.at("/content/application~1json/schema");

            assertThat(body.isObject()).as(name).isEqualTo(name.matches("(POST|PUT|PATCH) .*"));
            assertThat(documented.isMissingNode()).as(name).isEqualTo(model.isMissingNode());
            if (!model.isMissingNode()) {
                ObjectNode schema =
                        RESOURCES.path(model.asText()).at("/Properties/Schema").deepCopy();
                schema.remove("$schema");
                assertThat(OpenApi.resolve(documented)).isEqualTo(schema);
            }
        });
    }

    /** A path of another API than the others has its own server. */
    @Test
    void everyApiHasItsServer() {
        Set<String> apis = new TreeSet<>();
        Set<String> servers = new TreeSet<>();
        Set<String> pairs = new TreeSet<>();
        ApiMethods.of(RESOURCES).forEach(method -> {
            String api = method.at("/RestApiId/Ref").asText();
            JsonNode path = OpenApi.DOCUMENT.path("paths").path(ApiMethods.path(RESOURCES, method));
            String server = path.path("servers").toString();
            apis.add(api);
            servers.add(server);
            pairs.add(api + server);
        });

        assertThat(pairs).hasSameSizeAs(apis).hasSameSizeAs(servers);
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        assertThat(OpenApi.DOCUMENT.findValuesAsText("$ref"))
                .isNotEmpty()
                .allSatisfy(reference -> assertThat(
                                OpenApi.DOCUMENT.at(reference.substring(1)).isObject())
                        .isTrue());
        assertThat(List.of("parameters", "headers", "requestBodies", "responses", "schemas"))
                .allSatisfy(kind -> OpenApi.names(OpenApi.DOCUMENT.at("/components/" + kind))
                        .forEach(name -> assertThat(OpenApi.DOCUMENT.findValuesAsText("$ref"))
                                .contains("#/components/" + kind + "/" + name)));
    }
}
