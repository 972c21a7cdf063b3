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
import java.util.Set;
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

    /** Fails unless the answer to this request is documented: status, headers and body. */
    static void check(HttpCall call, ClientResponse response) {
        JsonNode operation = operation(call);
        JsonNode expected = operation.isMissingNode()
                ? unknown(call, response.status())
                : resolve(operation.path("responses").path(String.valueOf(response.status())));

        assertThat(expected.isObject())
                .as("%s %s may answer %s: %s", call.method(), call.path(), response.status(), response.body())
                .isTrue();
        assertThat(new TreeSet<>(response.headers().keySet())).isEqualTo(names(expected.path("headers")));
        expected.path("headers").properties().forEach(header -> {
            String value = response.header(header.getKey()).orElseThrow();
            assertValid(
                    resolve(header.getValue()).path("schema"),
                    JSON.getNodeFactory().textNode(value));
        });
        JsonNode schema = expected.at("/content/application~1json/schema");
        if (schema.isMissingNode()) {
            assertThat(response.body()).isEmpty();
        } else {
            assertValid(schema, json(response));
        }
    }

    /** What an operation is: that of the path whose parts are equal, or stand in braces. */
    private static JsonNode operation(HttpCall call) {
        JsonNode paths = DOCUMENT.path("paths");
        JsonNode path = call.path().equals(HttpCall.LIST)
                ? paths.path(HttpCall.LIST)
                : paths.path(call.path().matches(HttpCall.LIST + "/[^/]+") ? HttpCall.LIST + "/{id}" : "");
        return path.path(call.method().toLowerCase(Locale.ROOT));
    }

    /** OpenAPI does not describe what there is not. */
    private static JsonNode unknown(HttpCall call, int status) {
        ObjectNode response = DOCUMENT.at("/components/responses/404").deepCopy();
        boolean isPath = call.path().matches(HttpCall.LIST + "(/[^/]+)?");
        assertThat(status).isEqualTo(isPath ? 405 : 404);
        if (isPath) {
            response.withObject("/headers").withObject("/Allow").putObject("schema");
        }
        return response;
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
