package [=package].infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

[@imports]
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
[/@imports]

/** The script by which operators force the circuit: what it would have AWS write is written to DynamoDB Local. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "needs a POSIX shell")
class CircuitScriptTest {
    private static final String STACK = "[=stackName]";
    private static final String SCRIPT =
            Path.of("..", "scripts", "circuit.sh").toAbsolutePath().normalize().toString();

    private static final JsonNode DEPLOYED =
            SynthesizedStack.of("dev").propertiesOf("AWS::StepFunctions::StateMachine").stream()
                    .filter(machine -> machine.path("DefinitionSubstitutions").has("LeaseMs"))
                    .findFirst()
                    .orElseThrow();

    @TempDir
    private Path folder;

    private final LocalBreaker breaker = new LocalBreaker();
    private String table = breaker.table.name;

    @BeforeEach
    void fakeTheCommandLineOfAws() throws IOException {
        Path aws = folder.resolve("aws");
        Files.writeString(aws, """
                #!/bin/sh
                for argument in "$@"; do printf '%s\\n' "$argument" >> "$CALLS"; done
                case $1 in cloudformation) printf '%s\\n' "$TABLE" ;; esac
                """);
        Files.setPosixFilePermissions(aws, PosixFilePermissions.fromString("rwx------"));
    }

    @Test
    void forcedOpenNothingReachesTheService() throws Exception {
        force("force-open", "dev", "Vendor maintenance until 14:00 (#42)");

        assertThat(breaker.run().error()).isEqualTo("Circuit.Open");
        breaker.clock.advance(Duration.ofDays(1));
        assertThat(breaker.run().error()).isEqualTo("Circuit.Open");
        assertThat(breaker.table.text("reason")).isEqualTo("Vendor maintenance until 14:00 (#42)");
    }

    @Test
    void forcedClosedEverythingReachesTheService() throws Exception {
        breaker.opened();
        force("force-closed");

        assertThat(breaker.run().succeeded()).isTrue();
        breaker.service.isDown();
        breaker.run();
        assertThat(breaker.status()).isEqualTo("CLOSED");
        assertThat(breaker.table.item()).doesNotContainKeys("openUntil", "openedAt", "trips");
    }

    @Test
    void releasedAfterItWasForcedOpenItIsProbed() throws Exception {
        force("force-open");
        force("release");
        // The script has the time of this machine.
        breaker.clock.advance(Duration.between(breaker.clock.instant(), breaker.at("openUntil")));

        assertThat(LocalBreaker.path(breaker.run())).contains("Probe");
        assertThat(breaker.status()).isEqualTo("CLOSED");
    }

    @Test
    void releasedAfterItWasForcedClosedItOpensAgain() throws Exception {
        force("force-closed");
        force("release");
        breaker.service.isDown();

        breaker.run();

        assertThat(breaker.status()).isEqualTo("OPEN");
    }

    @Test
    void showsOnly() throws Exception {
        assertThat(run("show", "prod")).isZero();

        assertThat(calls()).contains(STACK + "-prod", "get-item").doesNotContain("update-item");
        assertThat(new ObjectMapper().readTree(after("--key")).at("/id/S").asText())
                .isEqualTo(DEPLOYED.at("/DefinitionSubstitutions/CircuitName").asText());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\", \"x\": \"", "$(id)", "`id`", "a\\b", "line\nline", "\u00E9"})
    void refusesAReasonThatIsNoPlainText(String reason) throws Exception {
        assertThat(run("force-open", "dev", reason)).isEqualTo(1);
        assertThat(run("force-open", "dev", "x".repeat(201))).isEqualTo(1);
        assertThat(calls()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "open", "FORCE-OPEN", "--help"})
    void refusesAnUnknownCommand(String command) throws Exception {
        assertThat(run(command)).isEqualTo(2);
        assertThat(run()).isEqualTo(2);
        assertThat(calls()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "None"})
    void writesNothingWhenTheStackIsNotThere(String nothing) throws Exception {
        table = nothing;

        assertThat(run("force-open")).isEqualTo(1);
        assertThat(calls()).contains(STACK + "-dev").doesNotContain("update-item");
    }

    /** Runs the script, and its update. */
    private void force(String... arguments) throws IOException, InterruptedException {
        Files.deleteIfExists(folder.resolve("calls"));
        assertThat(run(arguments)).isZero();
        var json = new ObjectMapper();
        Map<String, AttributeValue> values = new HashMap<>();
        json.readTree(after("--expression-attribute-values"))
                .properties()
                .forEach(value -> values.put(value.getKey(), attribute(value.getValue())));
        assertThat(after("--table-name")).isEqualTo(table);
        breaker.table.updateItem(UpdateItemRequest.builder()
                .tableName(table)
                .key(Map.of("id", AttributeValue.fromS(CircuitTable.CIRCUIT)))
                .updateExpression(after("--update-expression"))
                .expressionAttributeNames(Map.of("#status", "status"))
                .expressionAttributeValues(values)
                .build());
    }

    private static AttributeValue attribute(JsonNode value) {
        if (value.has("BOOL")) {
            return AttributeValue.fromBool(value.path("BOOL").booleanValue());
        }
        return value.has("N")
                ? AttributeValue.fromN(value.path("N").textValue())
                : AttributeValue.fromS(value.path("S").textValue());
    }

    private int run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("sh", SCRIPT));
        command.addAll(List.of(arguments));
        ProcessBuilder process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("printed").toFile());
        process.environment().put("PATH", folder + File.pathSeparator + System.getenv("PATH"));
        process.environment().put("CALLS", folder.resolve("calls").toString());
        process.environment().put("TABLE", table);
        return process.start().waitFor();
    }

    private String after(String option) throws IOException {
        List<String> calls = calls();
        return calls.get(calls.indexOf(option) + 1);
    }

    private List<String> calls() throws IOException {
        Path calls = folder.resolve("calls");
        return Files.exists(calls) ? Files.readAllLines(calls, StandardCharsets.UTF_8) : List.of();
    }
}
