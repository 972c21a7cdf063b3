package [=package].infrastructure;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.services.apigateway.IntegrationResponse;
import software.amazon.awscdk.services.apigateway.MethodResponse;

/** What the client is told. API Gateway keeps one integration response for each status; the templates set the final one. */
final class CrudResponses {
    private static final String REQUEST_ID = "method.response.header.x-request-id";
    private static final String ALLOW = "method.response.header.Allow";

    private CrudResponses() {}

    /** By the status of StartSyncExecution; an answer that no pattern matches is an error. */
    static List<IntegrationResponse> of(CrudMethod method) {
        return List.of(
                response(method.success(), RequestTemplate.of("crud-answer"))
                        .selectionPattern("2\\d{2}")
                        .build(),
                response("400", RequestTemplate.of("aws-error"))
                        .selectionPattern("4\\d{2}")
                        .build(),
                response("503", RequestTemplate.of("unavailable"))
                        .selectionPattern("5\\d{2}")
                        .build(),
                response("500", RequestTemplate.of("internal-error")).build());
    }

    /** @param allowed for the header {@code Allow} */
    static IntegrationResponse methodNotAllowed(String allowed) {
        return IntegrationResponse.builder()
                .statusCode("405")
                // Sorted, for CDK deploys an API anew when what it has comes in another order.
                .responseParameters(new TreeMap<>(Map.of(REQUEST_ID, "context.requestId", ALLOW, "'" + allowed + "'")))
                .responseTemplates(Map.of(
                        "application/json",
                        RequestTemplate.of("method-not-allowed").text()))
                .build();
    }

    /** Each with the header {@code x-request-id}. */
    static List<MethodResponse> ofMethod(CrudMethod method) {
        return method.statuses().stream()
                .map(status -> MethodResponse.builder()
                        .statusCode(status)
                        .responseParameters(Map.of(REQUEST_ID, true))
                        .build())
                .toList();
    }

    static MethodResponse methodNotAllowed() {
        return MethodResponse.builder()
                .statusCode("405")
                .responseParameters(new TreeMap<>(Map.of(REQUEST_ID, true, ALLOW, true)))
                .build();
    }

    private static IntegrationResponse.Builder response(String status, RequestTemplate template) {
        return IntegrationResponse.builder()
                .statusCode(status)
                .responseParameters(Map.of(REQUEST_ID, "context.requestId"))
                .responseTemplates(Map.of("application/json", template.text()));
    }
}
