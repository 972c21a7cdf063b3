package [=package].infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The script that is deployed, run with an {@code aws} command that has a folder in place of S3. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "there is no sh")
class WorkScriptTest {
    /** {@code aws s3 cp [options] <from> <to>}, one of them {@code -}. */
    private static final String AWS = """
            #!/bin/sh
            for argument; do from=$to; to=$argument; done
            case $from in s3://*) exec cat "$S3/${from#s3://}" ;; esac
            mkdir -p "$S3/bucket/results" && exec cat >"$S3/${to#s3://}"
            """;

    @TempDir
    private Path folder;

    private Path request;
    private Path result;

    @BeforeEach
    void anEmptyBucket() throws IOException {
        Path aws = Files.writeString(folder.resolve("aws"), AWS);
        assertThat(aws.toFile().setExecutable(true)).isTrue();
        request = Files.createDirectories(folder.resolve("bucket/requests")).resolve("k1.json");
        result = folder.resolve("bucket/results/k1.json");
    }

    @Test
    void theResultOfTheWorkIsStored() throws Exception {
        Files.writeString(request, "{\"id\":\"k1\",\"receivedAt\":1,\"body\":\"{\\\"name\\\": \\\"it's\\\"}\"}");

        assertThat(run("false")).isZero();
        assertThat(result).hasContent("{\"outcome\": \"DONE\"}");
    }

    @Test
    void whatIsDoneIsNotDoneAgain() throws Exception {
        Files.writeString(request, "{\"id\":\"k1\",\"receivedAt\":1,\"body\":\"{}\"}");
        Files.createDirectories(result.getParent());
        Files.writeString(result, "{\"outcome\": \"FIRST\"}");

        assertThat(run("false")).isZero();
        assertThat(result).hasContent("{\"outcome\": \"FIRST\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"id\":\"k1\",\"body\":\"\"}", "{\"id\": \"k1\", \"body\": \"\"}"})
    void whatCanNeverBeWorkedOnIsRejected(String text) throws Exception {
        Files.writeString(request, text);

        assertThat(run("false")).isEqualTo(65);
        assertThat(result).doesNotExist();
    }

    @Test
    void anOutageIsNoRejection() throws Exception {
        assertThat(run("false")).as("exit code without the request").isNotIn(0, 65);
        assertThat(run("true")).as("exit code of the probe").isNotIn(0, 65);
    }

    @Test
    void aProbeChangesNothing() throws Exception {
        Files.writeString(request, "{\"id\":\"k1\",\"probe\":true,\"body\":\"\"}");

        assertThat(run("true")).isZero();
        assertThat(result).doesNotExist();
    }

    private int run(String probe) throws IOException, InterruptedException {
        var builder = new ProcessBuilder("sh", "-c", WorkTask.script()).redirectErrorStream(true);
        builder.redirectOutput(folder.resolve("output").toFile());
        var environment = builder.environment();
        environment.put("PATH", folder + ":" + environment.get("PATH"));
        environment.put("S3", folder.toString());
        environment.put("REQUEST_URI", "s3://bucket/requests/k1.json");
        environment.put("RESULT_URI", "s3://bucket/results/k1.json");
        environment.put("PROBE", probe);
        Process process = builder.start();
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).as("ended in time").isTrue();
        return process.exitValue();
    }
}
