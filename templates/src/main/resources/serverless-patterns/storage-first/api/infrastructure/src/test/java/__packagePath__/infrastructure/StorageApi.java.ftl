package [=package].infrastructure;

[@imports]
import [=package].infrastructure.apigateway.ApiGateway;
import [=package].infrastructure.apigateway.BackendAnswer;
import [=package].infrastructure.apigateway.ClientRequest;
import [=package].infrastructure.apigateway.ClientResponse;
import [=package].infrastructure.apigateway.IntegrationResponses;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Map;
import software.amazon.awscdk.services.apigateway.IntegrationResponse;
[/@imports]

/** The deployed API without AWS: requests to it, and what it makes of the answers of the storage. */
final class StorageApi {
    static final String REQUEST_ID = "b1946ac9-0000-4000-8000-000000000002";

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private StorageApi() {}

    static ClientRequest post() {
        return ApiGateway.request().method("POST").context("requestId", REQUEST_ID);
    }

    /** What the client gets for this request once the storage has answered; fails where that is not documented. */
    static ClientResponse answer(ClientRequest request, int status, String body) {
        ClientResponse response = request.respond(responses(), BackendAnswer.of(status, body));
        OpenApi.checkRendered("POST", "/[=slot("request-path")]", response);
        return response;
    }

    static Map<Object, Object> json(ClientResponse response) {
        try {
            Map<?, ?> members = JSON.readValue(response.body(), Map.class);
            return Map.copyOf(members);
        } catch (JsonProcessingException e) {
            throw new AssertionError("The client gets no JSON: " + response.body(), e);
        }
    }

    private static IntegrationResponses responses() {
        IntegrationResponses responses = IntegrationResponses.none();
        for (IntegrationResponse response : StorageFirst.responses()) {
            int status = Integer.parseInt(response.getStatusCode());
            String template = response.getResponseTemplates().get("application/json");
            String pattern = response.getSelectionPattern();
            responses =
                    pattern == null ? responses.otherwise(status, template) : responses.and(pattern, status, template);
        }
        return responses;
    }
}
