[#assign others = slot("openapi.paths")?has_content]
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
    private static final Map<String, JsonNode> DEPLOYED = deployed();
    private static final Map<String, JsonNode> DOCUMENTED = documented();

    /** What API Gateway answers by itself. */
    private static final Set<String> OF_API_GATEWAY = Set.of([#list lines("openapi.unauthorized") as status]"[=status]", [/#list]"415", "504");

    /** GET /path → the method of the template. */
    private static Map<String, JsonNode> deployed() {
        SynthesizedApi api = new SynthesizedApi(RESOURCES, HttpCall.LIST);
        Map<String, JsonNode> methods = new TreeMap<>();
        api.methods().forEach(method -> {
            String path = api.path(method.at("/ResourceId/Ref").asText());
            String httpMethod = method.path("HttpMethod").asText();
            if (!httpMethod.equals("ANY")) {
                methods.put(httpMethod + " " + path, method);
            }
        });
        return methods;
    }

    /** GET /path → the operation of the document. */
    private static Map<String, JsonNode> documented() {
        Map<String, JsonNode> operations = new TreeMap<>();
        OpenApi.DOCUMENT
                .path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(operation -> operations.put(
                                operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(),
                                operation.getValue())));
        return operations;
    }

    @Test
    void theSameMethodsAreThere() {
        assertThat(DEPLOYED).hasSize([=5 + slot("openapi.paths")?matches('"operationId"')?size]);
        assertThat(DOCUMENTED.keySet()).isEqualTo(DEPLOYED.keySet());
    }

    @Test
    void theyTakeTheSameParameters() {
        DEPLOYED.forEach((name, method) -> {
            Set<String> declared = OpenApi.names(method.path("RequestParameters")).stream()
                    .map(parameter -> parameter
                            + method.path("RequestParameters").path(parameter).asBoolean())
                    .collect(Collectors.toCollection(TreeSet::new));
            Set<String> documented = parametersOf(DOCUMENTED.get(name));
[#if others]
            documented.removeIf(parameter -> !declared.contains(parameter) && isReadByTemplate(method, parameter));
[/#if]

            assertThat(documented).as(name).isEqualTo(declared);
        });
    }

[#if others]
    /** Request templates read optional headers, which a method does not need to declare. */
    private static boolean isReadByTemplate(JsonNode method, String parameter) {
        String header = parameter.replaceFirst("method[.]request[.]header[.](.+)false", "$1");
        return method.at("/Integration/RequestTemplates")
                .toString()
                .contains("^" + header.toLowerCase(Locale.ROOT) + "$");
    }

[/#if]
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
            Set<String> documented = OpenApi.names(DOCUMENTED.get(name).path("responses"));
[#if others]
            if (documented.contains("202") && !documented.contains("200")) {
                // The response template makes it 202.
                statuses.remove("200");
            }
[/#if]

            assertThat(documented).as(name).isEqualTo(statuses);
        });
    }

    @Test
    void theyTakeTheSameBodies() {
        DEPLOYED.forEach((name, method) -> {
            JsonNode model = method.at("/RequestModels/application~1json/Ref");
            JsonNode body = OpenApi.resolve(DOCUMENTED.get(name).path("requestBody"));

            assertThat(body.isMissingNode()).as(name).isEqualTo(model.isMissingNode());
            if (!model.isMissingNode()) {
                ObjectNode schema =
                        RESOURCES.path(model.asText()).at("/Properties/Schema").deepCopy();
                schema.remove("$schema");
                assertThat(OpenApi.resolve(body.at("/content/application~1json/schema")))
                        .isEqualTo(schema);
            }
        });
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
