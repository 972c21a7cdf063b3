package org.serverlesspatterns.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * The template harness of generated projects against what real AWS was recorded to do.
 *
 * <p>The cases are read from {@code request-templates.json} in the folder that the system property
 * {@value #FOLDER} names. Without it the test is skipped with a message, and fails where the environment says
 * {@code CI=true}.
 */
class RequestTemplatesConformanceIT {
    private static final String FOLDER = "serverless-patterns.conformance";

    private static final String ROUTING = "routing, done before any template runs";
    private static final String VALIDATION = "request validation, done before any template runs";
    private static final String COMMON = "tests/aws/services/apigateway/test_apigateway_common.py::";
    private static final String VALIDATOR = COMMON + "TestApiGatewayCommon::test_api_gateway_request_validator @";

    /** Cases the harness does not claim to cover, and why. */
    private static final Map<String, String> OUTSIDE = Map.of(
            COMMON + "TestApigatewayRouting::test_routing_not_found @not-found", ROUTING,
            VALIDATOR + "missing-all-required-request-params-post", VALIDATION,
            VALIDATOR + "missing-required-headers-request-params-get", VALIDATION,
            VALIDATOR + "invalid-request-body", VALIDATION);

    @Test
    void agreesWithAws() throws IOException {
        List<String> agreeing = new ArrayList<>();
        List<String> outside = new ArrayList<>();
        int requestOnly = 0;
        Map<String, Throwable> disagreeing = new LinkedHashMap<>();
        for (JsonNode data : cases()) {
            ConformanceCase recorded = new ConformanceCase(data);
            if (OUTSIDE.containsKey(recorded.id())) {
                outside.add(recorded.id());
                continue;
            }
            try {
                recorded.run();
                agreeing.add(recorded.id());
                requestOnly += recorded.responseIsKnown() ? 0 : 1;
            } catch (RuntimeException | AssertionError e) {
                disagreeing.put(recorded.id(), e);
            }
        }

        System.out.printf(
                "request-templates.json: %d agree (%d of them: the request alone, the service's answer is not recorded), %d outside%n",
                agreeing.size(), requestOnly, outside.size());
        outside.forEach(id -> System.out.printf("  outside: %s (%s)%n", id, OUTSIDE.get(id)));
        assertThat(disagreeing).as("cases that differ from AWS").isEmpty();
        assertThat(agreeing).as("cases that were compared").isNotEmpty();
        assertThat(new TreeSet<>(outside)).as("cases named as outside").isEqualTo(new TreeSet<>(OUTSIDE.keySet()));
    }

    private static JsonNode cases() throws IOException {
        String folder = System.getProperty(FOLDER);
        if (folder == null) {
            String message = "The recordings of AWS are not compared: give their folder by -D" + FOLDER + "=…";
            System.out.println(message);
            assertThat(System.getenv("CI")).as(message).isNotEqualTo("true");
            abort(message);
        }
        return new JsonMapper()
                .readTree(Path.of(folder, "request-templates.json").toFile());
    }
}
