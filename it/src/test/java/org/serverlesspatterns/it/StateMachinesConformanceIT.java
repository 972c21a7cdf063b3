package org.serverlesspatterns.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import com.acme.shop.infrastructure.asl.UnsupportedFieldException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * The interpreter of Amazon States Language that generated projects carry, against executions that were recorded on AWS.
 *
 * <p>The cases are read from the folder that the system property {@value #FOLDER} names: each file of it but that about
 * request templates. Without it the test is skipped with a message, and fails where the environment says {@code CI=true}.
 */
class StateMachinesConformanceIT {
    private static final String FOLDER = "serverless-patterns.conformance";
    private static final String REQUEST_TEMPLATES = "request-templates.json";

    /** Cases that the interpreter does not claim to run, and the field for which it must refuse them. */
    private static final Map<String, String> OUTSIDE = Map.of(
            "tests/aws/services/stepfunctions/v2/credentials/test_credentials_base.py::TestCredentialsBase::"
                    + "test_cross_account_states_start_sync_execution[SFN_START_EXECUTION_SYNC_ROLE_ARN_JSONATA]",
            "Credentials");

    @Test
    void agreesWithAws() throws IOException {
        var agreeing = new ArrayList<String>();
        var refused = new LinkedHashMap<String, String>();
        var disagreeing = new LinkedHashMap<String, Throwable>();
        for (var data : cases()) {
            var recorded = new StateMachineCase(data);
            try {
                recorded.run();
                agreeing.add(recorded.id());
            } catch (UnsupportedFieldException e) {
                refused.put(recorded.id(), e.field());
            } catch (RuntimeException | AssertionError e) {
                disagreeing.put(recorded.id(), e);
            }
        }

        System.out.printf("state machines: %d agree, %d outside%n", agreeing.size(), refused.size());
        refused.forEach((id, field) -> System.out.printf("  outside: %s (field %s)%n", id, field));
        assertThat(disagreeing).as("cases that differ from AWS").isEmpty();
        assertThat(refused).as("cases that are refused, with the field").isEqualTo(OUTSIDE);
        assertThat(agreeing).as("cases that were compared").hasSizeGreaterThan(80);
    }

    private static List<JsonNode> cases() throws IOException {
        var folder = System.getProperty(FOLDER);
        if (folder == null) {
            var message = "The recordings of AWS are not compared: give their folder by -D" + FOLDER + "=…";
            System.out.println(message);
            assertThat(System.getenv("CI")).as(message).isNotEqualTo("true");
            abort(message);
        }
        var cases = new ArrayList<JsonNode>();
        try (var files = Files.list(Path.of(folder))) {
            for (var file : files.sorted().toList()) {
                var name = file.getFileName().toString();
                if (name.endsWith(".json") && !name.equals(REQUEST_TEMPLATES)) {
                    new JsonMapper().readTree(file.toFile()).forEach(cases::add);
                }
            }
        }
        return cases;
    }
}
