package [=package].infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

[@imports]
import [=package].infrastructure.apigateway.ClientResponse;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
[/@imports]

/** {@code openapi.json}: what the API is said to do. */
final class OpenApi {
    static final JsonNode DOCUMENT = read();

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private OpenApi() {}

    private static JsonNode read() {
        try {
            return new JsonMapper().readTree(Path.of("..", "openapi.json").toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Fails unless this answer to the method of the path is documented: status, headers and body. */
    static void check(String httpMethod, String path, ClientResponse response) {
        JsonNode operation = DOCUMENT.path("paths").path(path).path(httpMethod.toLowerCase(Locale.ROOT));
        check(resolve(operation.path("responses").path(String.valueOf(response.status()))), response);
    }

    /** The same for an answer with no more headers than the template has set: API Gateway adds the request's id. */
    static void checkRendered(String httpMethod, String path, ClientResponse rendered) {
        if (rendered.header("x-amzn-ErrorType").isPresent()) {
            // API Gateway's own words, where a template cannot read the answer of AWS.
            return;
        }
        Map<String, String> headers = new TreeMap<>(rendered.headers());
        headers.put("x-request-id", "b1946ac9-0000-4000-8000-000000000002");
        check(httpMethod, path, new ClientResponse(rendered.status(), headers, rendered.body()));
    }

    /** @param expected a response of the document */
    static void check(JsonNode expected, ClientResponse response) {
        assertThat(expected.isObject())
                .as("%s is documented: %s", response.status(), response.body())
                .isTrue();
        assertThat(names(expected.path("headers")))
                .containsAll(response.headers().keySet());
        expected.path("headers").properties().forEach(header -> {
            JsonNode documented = resolve(header.getValue());
            var value = response.header(header.getKey());
            assertThat(value.isPresent() || !documented.path("required").asBoolean())
                    .as("%s has %s", response.status(), header.getKey())
                    .isTrue();
            value.ifPresent(text ->
                    assertValid(documented.path("schema"), JSON.getNodeFactory().textNode(text)));
        });
        JsonNode schema = expected.at("/content/application~1json/schema");
        if (schema.isMissingNode()) {
            assertThat(response.body()).isEmpty();
        } else {
            assertValid(schema, json(response));
        }
    }

    static JsonNode resolve(JsonNode node) {
        return node.has("$ref") ? DOCUMENT.at(node.path("$ref").asText().substring(1)) : node;
    }

    static Set<String> names(JsonNode object) {
        Set<String> names = new TreeSet<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    /** The body of an answer. */
    static JsonNode json(ClientResponse response) {
        try {
            return JSON.readTree(response.body());
        } catch (JsonProcessingException e) {
            throw new AssertionError("The client gets no JSON: " + response.body(), e);
        }
    }

    private static void assertValid(JsonNode schema, JsonNode value) {
        var errors = SchemaRegistry.withDialect(Dialects.getOpenApi30())
                .getSchema(inlined(schema))
                .validate(value, context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
        assertThat(errors).as("%s", value).isEmpty();
    }

    /** The schema with what it refers to in place of the references. */
    private static JsonNode inlined(JsonNode schema) {
        JsonNode copy = resolve(schema).deepCopy();
        if (copy instanceof ObjectNode object) {
            object.properties().forEach(member -> member.setValue(inlined(member.getValue())));
        }
        return copy;
    }
}
