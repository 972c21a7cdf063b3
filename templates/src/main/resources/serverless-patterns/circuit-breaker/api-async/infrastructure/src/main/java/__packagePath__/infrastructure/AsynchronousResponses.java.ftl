package [=package].infrastructure;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awscdk.services.apigateway.IntegrationResponse;
import software.amazon.awscdk.services.apigateway.MethodResponse;

/**
 * What the client is told once Step Functions has answered.
 *
 * <p>API Gateway keeps one integration response for each status code, so each of these has its own; the templates set
 * the final status, because AWS reports throttling as 400.
 */
final class AsynchronousResponses {
    private static final String HEADER = "method.response.header.";

    private AsynchronousResponses() {}

    /**
     * By the status of Step Functions; an answer that no pattern matches is an error.
     *
     * @param successStatus the status of the answer to a 2xx
     * @param success the template for 2xx
     * @param refused the template for 4xx
     */
    static List<IntegrationResponse> of(String successStatus, RequestTemplate success, RequestTemplate refused) {
        return List.of(
                response(successStatus, success).selectionPattern("2\\d{2}").build(),
                response("400", refused).selectionPattern("4\\d{2}").build(),
                response("503", RequestTemplate.of("unavailable"))
                        .selectionPattern("5\\d{2}")
                        .build(),
                response("500", RequestTemplate.of("internal-error")).build());
    }

    /** Every status with which {@code POST} can answer. */
    static List<MethodResponse> ofPost() {
        return methodResponses("200", "202", "400", "429", "500", "503");
    }

    /** Every status with which {@code GET} can answer. */
    static List<MethodResponse> ofStatus() {
        return methodResponses("200", "400", "404", "429", "500", "503");
    }

    private static List<MethodResponse> methodResponses(String... statuses) {
        return Stream.of(statuses)
                .map(status -> MethodResponse.builder()
                        .statusCode(status)
                        .responseParameters(Map.of(HEADER + "x-request-id", true))
                        .build())
                .toList();
    }

    private static IntegrationResponse.Builder response(String status, RequestTemplate template) {
        return IntegrationResponse.builder()
                .statusCode(status)
                .responseParameters(Map.of(HEADER + "x-request-id", "context.requestId"))
                .responseTemplates(Map.of("application/json", template.text()));
    }
}
