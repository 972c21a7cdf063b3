package [=package].infrastructure;

[@imports]
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awscdk.services.apigateway.IntegrationResponse;
import software.amazon.awscdk.services.apigateway.MethodResponse;
[=slot("storage-responses.imports")]
[/@imports]

/**
 * What the client is told once AWS has answered: 202 if and only if the request is stored.
 *
 * <p>API Gateway keeps one integration response for each status code, so each of these has its own; the templates set
 * the final status, because AWS reports throttling as 400.
 */
final class StorageResponses {
    private static final String REQUEST_ID = "method.response.header.x-request-id";

    private StorageResponses() {}

    /**
     * By the status of the AWS service; an answer that no pattern matches is an error.
     *
     * @param stored the template for 2xx
     * @param refused the template for 4xx
     */
    static List<IntegrationResponse> of(RequestTemplate stored, RequestTemplate refused) {
        return List.of(
                response("202", stored).selectionPattern("2\\d{2}").build(),
                response("400", refused).selectionPattern("4\\d{2}").build(),
                response("503", RequestTemplate.of("unavailable"))
                        .selectionPattern("5\\d{2}")
                        .build(),
                response("500", RequestTemplate.of("internal-error")).build());
    }

    /** Every status that the method can answer with. */
    static List<MethodResponse> ofMethod() {
        return Stream.of([#if lines("aws-error.duplicate")?has_content]"200", [/#if]"202", "400", "429", "500", "503")
                .map(status -> MethodResponse.builder()
                        .statusCode(status)
                        .responseParameters(Map.of(REQUEST_ID, true))
                        .build())
                .toList();
    }

    private static IntegrationResponse.Builder response(String status, RequestTemplate template) {
        return IntegrationResponse.builder()
                .statusCode(status)
[=slot("storage-responses.settings")]                .responseParameters(Map.of(REQUEST_ID, "context.requestId"))
                .responseTemplates(Map.of("application/json", template.text()));
    }
}
