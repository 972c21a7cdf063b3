package [=package].infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

[@imports]
import [=package].infrastructure.apigateway.ClientResponse;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
[/@imports]

/** Compares each answer with {@code openapi.json}. */
final class CrudAnswers {
    private static final String ITEM = HttpCall.LIST + "/{id}";

    private CrudAnswers() {}

    /** Fails unless the answer to this request is documented, or one to what there is not. */
    static void check(HttpCall call, ClientResponse response) {
        String path = call.path().matches(HttpCall.LIST + "/[^/]+") ? ITEM : call.path();
        boolean isPath = path.equals(HttpCall.LIST) || path.equals(ITEM);
        String operation = call.method().toLowerCase(Locale.ROOT);
        if (isPath && OpenApi.DOCUMENT.path("paths").path(path).has(operation)) {
            OpenApi.check(call.method(), path, response);
        } else {
            assertThat(response.status()).isEqualTo(isPath ? 405 : 404);
            OpenApi.check(unknown(isPath), response);
        }
    }

    /** OpenAPI does not describe what there is not. */
    private static JsonNode unknown(boolean isPath) {
        ObjectNode response = OpenApi.DOCUMENT.at("/components/responses/404").deepCopy();
        if (isPath) {
            response.withObject("/headers")
                    .putObject("Allow")
                    .put("required", true)
                    .putObject("schema");
        }
        return response;
    }
}
