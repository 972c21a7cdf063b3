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

/** The script that is deployed, run with an {@code aws} command that has folders in place of buckets. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "there is no sh")
class WorkScriptTest {
    /** {@code aws s3api get-object|head-bucket [options] [<file>]}, {@code aws s3 cp [options] <from> <to>}. */
    private static final String AWS = """
            #!/bin/sh
            for argument; do
              case $name in --bucket) bucket=$argument ;; --key) key=$argument ;; --version-id) version=$argument ;; esac
              name=$argument from=$to to=$argument
            done
            case "$1 $2" in
              "s3api head-bucket") ls "$S3/$bucket" ;;
              "s3api get-object")
                test -d "$S3/$bucket" || { echo "Could not connect to the endpoint URL" >&2; exit 255; }
                test -f "$S3/$bucket/$key@$version" ||
                  { echo "An error occurred (NoSuchVersion) when calling the GetObject operation" >&2; exit 254; }
                echo '{"ContentLength": 4}' && cp "$S3/$bucket/$key@$version" "$to" ;;
              *)
                case $from in s3://*) exec cat "$S3/${from#s3://}" ;; esac
                mkdir -p "$S3/work/results" && exec cat >"$S3/${to#s3://}" ;;
            esac
            """;

    @TempDir
    private Path folder;

    private Path request;
    private Path result;

    @BeforeEach
    void anEmptyBucket() throws IOException {
        Path aws = Files.writeString(folder.resolve("aws"), AWS);
        assertThat(aws.toFile().setExecutable(true)).isTrue();
        request = Files.createDirectories(folder.resolve("inbox-bucket/inbox")).resolve("request-1@version-1");
        result = folder.resolve("work/results/k1.json");
    }

    @Test
    void bytesOfAnyKindAreARequestAndTheResultOfTheWorkIsStored() throws Exception {
        Files.write(request, new byte[] {0, (byte) 0xff, 10, 39});

        assertThat(run("false")).isZero();
        assertThat(result).hasContent("{\"outcome\": \"DONE\"}");
    }

    @Test
    void whatIsDoneIsNotDoneAgain() throws Exception {
        Files.writeString(request, "{}");
        Files.createDirectories(result.getParent());
        Files.writeString(result, "{\"outcome\": \"FIRST\"}");

        assertThat(run("false")).isZero();
        assertThat(result).hasContent("{\"outcome\": \"FIRST\"}");
    }

    @Test
    void whatCanNeverBeWorkedOnIsRejected() throws Exception {
        Files.writeString(request, "");

        assertThat(run("false")).isEqualTo(65);
        assertThat(result).doesNotExist();
    }

    @Test
    void aVersionThatIsGoneIsRejectedThoughAnotherIsThere() throws Exception {
        Files.writeString(request.resolveSibling("request-1@version-2"), "{}");

        assertThat(run("false")).isEqualTo(65);
        assertThat(result).doesNotExist();
    }

    @Test
    void anOutageIsNoRejection() throws Exception {
        Files.delete(request.getParent());
        Files.delete(folder.resolve("inbox-bucket"));

        assertThat(run("false")).as("exit code without the bucket").isNotIn(0, 65);
        assertThat(run("true")).as("exit code of the probe").isNotIn(0, 65);
    }

    @Test
    void aProbeHasNoRequestAndChangesNothing() throws Exception {
        assertThat(run("true")).isZero();
        assertThat(result).doesNotExist();
    }

    private int run(String probe) throws IOException, InterruptedException {
        var builder = new ProcessBuilder("sh", "-c", WorkTask.script()).redirectErrorStream(true);
        builder.redirectOutput(folder.resolve("output").toFile());
        var environment = builder.environment();
        environment.put("PATH", folder + ":" + environment.get("PATH"));
        environment.put("S3", folder.toString());
        environment.put("REQUEST_BUCKET", "inbox-bucket");
        environment.put("RESULT_URI", "s3://work/results/k1.json");
        environment.put("PROBE", probe);
        if (probe.equals("false")) {
            environment.put("REQUEST_ID", "k1");
            environment.put("RECEIVED_AT", "1767225600000");
            environment.put("REQUEST_KEY", "inbox/request-1");
            environment.put("REQUEST_VERSION", "version-1");
        }
        Process process = builder.start();
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).as("ended in time").isTrue();
        return process.exitValue();
    }
}
