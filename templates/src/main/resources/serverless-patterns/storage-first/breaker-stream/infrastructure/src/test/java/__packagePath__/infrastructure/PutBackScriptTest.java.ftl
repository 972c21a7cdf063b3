package [=package].infrastructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The script that puts dead letters back, run with an {@code aws} that has one message and one record. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "needs bash")
class PutBackScriptTest {
    private static final String SCRIPT =
            Path.of("..", "runbook", "put-back.sh").toAbsolutePath().normalize().toString();
    private static final String POINTER = "{\"context\": {\"condition\": \"RetryAttemptsExhausted\"},"
            + " \"KinesisBatchInfo\": {\"shardId\": \"shardId-000000000003\", \"startSequenceNumber\": \"4959\"}}";

    @TempDir
    private Path folder;

    @BeforeEach
    void fakeTheCommandLineOfAws() throws Exception {
        assumeTrue(run("sh", "-c", "command -v bash && command -v jq") == 0, "needs bash and jq");
        Path aws = folder.resolve("aws");
        Files.writeString(aws, """
                #!/bin/sh
                echo "$*" >> "$FOLDER/calls"
                case $1-$2 in
                  sqs-receive-message) cat "$FOLDER/messages" 2>/dev/null; rm -f "$FOLDER/messages" ;;
                  kinesis-get-shard-iterator) echo iterator-1 ;;
                  kinesis-get-records) cat "$FOLDER/records" ;;
                  kinesis-put-record) for argument in "$@"; do :; done; cat "${argument#file://}" >> "$FOLDER/put" ;;
                esac
                """);
        Files.setPosixFilePermissions(aws, PosixFilePermissions.fromString("rwx------"));
    }

    @Test
    void aRejectedRequestIsPutAndThenDeleted() throws Exception {
        message("{\"PartitionKey\": \"customer\", \"Data\": \"eyJ9\"}");

        assertThat(putBack()).isZero();

        assertThat(lines("put"))
                .containsExactly("{\"PartitionKey\":\"customer\",\"Data\":\"eyJ9\",\"StreamName\":\"requests\"}");
        assertThat(lines("calls")).anyMatch(call -> call.startsWith("sqs delete-message"));
        assertThat(lines("calls")).noneMatch(call -> call.startsWith("kinesis get"));
    }

    @Test
    void thePointerOfAPipeLeadsToTheRecord() throws Exception {
        message(POINTER);
        records("4959");

        assertThat(putBack()).isZero();

        assertThat(lines("put"))
                .containsExactly("{\"PartitionKey\":\"customer\",\"Data\":\"eyJ9\",\"StreamName\":\"requests\"}");
        assertThat(lines("calls"))
                .anyMatch(call -> call.contains("--shard-id shardId-000000000003")
                        && call.contains("--starting-sequence-number 4959"))
                .anyMatch(call -> call.startsWith("sqs delete-message"));
    }

    @Test
    void aPointerToARecordThatTheStreamHasLostStaysWhereItIs() throws Exception {
        message(POINTER);
        records("4960");

        assertThat(putBack()).isEqualTo(1);

        assertThat(lines("put")).isEmpty();
        assertThat(lines("calls")).noneMatch(call -> call.startsWith("sqs delete-message"));
        assertThat(lines("printed")).anyMatch(line -> line.contains("4959"));
    }

    @Test
    void withoutQueueAndStreamItSaysHowItIsUsed() throws Exception {
        assertThat(run("bash", SCRIPT)).isEqualTo(2);

        assertThat(lines("printed")).containsExactly("bash runbook/put-back.sh QUEUE_URL STREAM_NAME");
        assertThat(lines("calls")).isEmpty();
    }

    private void message(String body) throws IOException {
        String text = body.replace("\"", "\\\"");
        Files.writeString(
                folder.resolve("messages"),
                "{\"Messages\": [{\"Body\": \"" + text + "\", \"ReceiptHandle\": \"handle-1\"}]}");
    }

    private void records(String sequenceNumber) throws IOException {
        Files.writeString(
                folder.resolve("records"),
                "{\"Records\": [{\"SequenceNumber\": \"" + sequenceNumber
                        + "\", \"PartitionKey\": \"customer\", \"Data\": \"eyJ9\"}]}");
    }

    private int putBack() throws IOException, InterruptedException {
        return run("bash", SCRIPT, "https://sqs/dead-letters", "requests");
    }

    private int run(String... command) throws IOException, InterruptedException {
        ProcessBuilder process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("printed").toFile());
        process.environment().put("PATH", folder + File.pathSeparator + System.getenv("PATH"));
        process.environment().put("FOLDER", folder.toString());
        return process.start().waitFor();
    }

    private List<String> lines(String file) throws IOException {
        Path path = folder.resolve(file);
        return Files.exists(path) ? Files.readAllLines(path) : List.of();
    }
}
