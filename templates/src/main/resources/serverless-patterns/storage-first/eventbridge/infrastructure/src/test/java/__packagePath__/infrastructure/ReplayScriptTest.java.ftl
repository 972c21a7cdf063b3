package [=package].infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The script that replays the archive, run with an {@code aws} that only writes down how it was called. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "needs a POSIX shell")
class ReplayScriptTest {
    private static final String SCRIPT =
            Path.of("..", "scripts", "replay.sh").toAbsolutePath().normalize().toString();

    @TempDir
    private Path folder;

    private String output = "arn:of:output";

    @BeforeEach
    void fakeTheCommandLineOfAws() throws IOException {
        Path aws = folder.resolve("aws");
        Files.writeString(aws, """
                #!/bin/sh
                for argument in "$@"; do printf '%s\\n' "$argument" >> "$CALLS"; done
                case $1 in cloudformation) printf '%s\\n' "$OUTPUT" ;; esac
                """);
        Files.setPosixFilePermissions(aws, PosixFilePermissions.fromString("rwx------"));
    }

    @Test
    void isAScriptOfThePosixShell() throws Exception {
        assertThat(run("sh", "-n", SCRIPT)).isZero();
    }

    @Test
    void replaysFromTheArchiveThroughTheRule() throws Exception {
        assertThat(run("sh", SCRIPT, "2026-01-31T08:00:00Z", "2026-01-31T09:30:00Z", "prod"))
                .isZero();

        assertThat(calls())
                .contains("[=stackName]-prod")
                .containsSubsequence("events", "start-replay")
                .containsSubsequence("--event-source-arn", "arn:of:output")
                .containsSubsequence("--event-start-time", "2026-01-31T08:00:00Z")
                .containsSubsequence("--event-end-time", "2026-01-31T09:30:00Z")
                .containsSubsequence(
                        "--destination", "{\"Arn\": \"arn:of:output\", \"FilterArns\": [\"arn:of:output\"]}");
        assertThat(calls())
                .anyMatch(argument -> argument.matches("[.A-Za-z0-9_-]{1,64}") && argument.startsWith("replay-"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2026-01-31", "now", "2026-01-31T08:00:00Z; rm", "2026-01-31T08:00:00+01:00"})
    void refusesWhatIsNoTime(String time) throws Exception {
        assertThat(run("sh", SCRIPT, "2026-01-31T08:00:00Z", time)).isEqualTo(2);
        assertThat(run("sh", SCRIPT, time, "2026-01-31T08:00:00Z")).isEqualTo(2);
        assertThat(run("sh", SCRIPT, time)).isEqualTo(2);
        assertThat(calls()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "None"})
    void startsNothingWhenTheStackIsNotThere(String nothing) throws Exception {
        output = nothing;

        assertThat(run("sh", SCRIPT, "2026-01-31T08:00:00Z", "2026-01-31T09:30:00Z"))
                .isEqualTo(1);
        assertThat(calls()).contains("[=stackName]-dev").doesNotContain("start-replay");
    }

    private int run(String... command) throws IOException, InterruptedException {
        ProcessBuilder process = new ProcessBuilder(new ArrayList<>(List.of(command)))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("printed").toFile());
        process.environment().put("PATH", folder + File.pathSeparator + System.getenv("PATH"));
        process.environment().put("CALLS", folder.resolve("calls").toString());
        process.environment().put("OUTPUT", output);
        return process.start().waitFor();
    }

    private List<String> calls() throws IOException {
        Path calls = folder.resolve("calls");
        return Files.exists(calls) ? Files.readAllLines(calls, StandardCharsets.UTF_8) : List.of();
    }
}
