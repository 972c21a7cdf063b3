package [=package].functions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.amazonaws.services.lambda.runtime.events.KinesisEvent;
import com.amazonaws.services.lambda.runtime.events.KinesisEvent.KinesisEventRecord;
import com.amazonaws.services.lambda.runtime.events.KinesisEvent.Record;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;
import software.amazon.lambda.powertools.metrics.MetricsFactory;

class Process[=Resources]HandlerTest {
    private static final String VALID = "{\"name\":\"hammer\",\"quantity\":3}";
    private static final String POISON = "{\"name\":\"secret\",\"quantity\":0}";
    private static final String REASON = "quantity must be an integer from 1 to 1000";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private final LocalDynamoDb dynamoDb = new LocalDynamoDb();
    private final LocalSqs sqs = new LocalSqs();
    private final RecordedMetrics metrics = new RecordedMetrics();
    private final List<String> worked = new ArrayList<>();

    private Function<StoredRequest, String> work = new [=Resource]Work();
    private Process[=Resources]Handler handler;

    @BeforeEach
    void createHandler() {
        Duration retention = Duration.ofDays(30);
        IdempotencyLedger ledger = new IdempotencyLedger(dynamoDb, dynamoDb.table, retention, () -> NOW);
        DeadLetterQueue deadLetters = new DeadLetterQueue(sqs, "https://sqs.example/dead-letters");
        handler = new Process[=Resources]Handler(ledger, deadLetters, request -> {
            String receipt = work.apply(request);
            worked.add(request.id());
            return receipt;
        });
    }

    @Test
    void handlesTheSampleEventAsLambdaDeliversIt() throws IOException {
        var classLoader = getClass().getClassLoader();
        var request = LambdaEventSerializers.serializerFor(KinesisEvent.class, classLoader);
        var response = LambdaEventSerializers.serializerFor(StreamsEventResponse.class, classLoader);
        KinesisEvent event = request.fromJson(Files.readString(Path.of("../events/kinesis-event.json")));
        var answer = new ByteArrayOutputStream();

        response.toJson(handle(event), answer);

        assertThat(answer.toString(StandardCharsets.UTF_8)).isEqualTo("{\"batchItemFailures\":[]}");
        assertThat(worked).containsExactly("sample-request-1");
        assertThat(dynamoDb.row("sample-request-1").get("workResult").s())
                .isEqualTo("{\"name\":\"left-handed hammer\",\"quantity\":3,\"receivedAt\":1767225600000}");
    }

    @Test
    void tellsLambdaWhereToGoOn() {
        dynamoDb.putsFail = true;
        var response = LambdaEventSerializers.serializerFor(
                StreamsEventResponse.class, getClass().getClassLoader());
        var answer = new ByteArrayOutputStream();

        response.toJson(handle(record("1", "id-1", VALID)), answer);

        assertThat(answer.toString(StandardCharsets.UTF_8))
                .isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"1\"}]}");
    }

    @Test
    void nothingOvertakesARecordThatFailed() {
        work = request -> {
            if (request.id().equals("id-2")) {
                throw new IllegalStateException("dependency is down");
            }
            return "receipt";
        };

        StreamsEventResponse response =
                handle(record("1", "id-1", VALID), record("2", "id-2", VALID), record("3", "id-3", VALID));

        assertThat(failures(response)).containsExactly("2");
        assertThat(worked).containsExactly("id-1");
        assertThat(metrics.sum("processed")).isEqualTo(1);
        assertThat(metrics.sum("failed")).isEqualTo(1);

        work = request -> "receipt";
        assertThat(failures(handle(record("2", "id-2", VALID), record("3", "id-3", VALID))))
                .isEmpty();
        assertThat(worked).containsExactly("id-1", "id-2", "id-3");
    }

    @Test
    void worksOnceForDuplicatesInOneBatchAndLater() {
        StreamsEventResponse first = handle(record("1", "id-1", VALID), record("2", "id-1", VALID));
        StreamsEventResponse later = handle(record("1", "id-1", VALID));

        assertThat(failures(first)).isEmpty();
        assertThat(failures(later)).isEmpty();
        assertThat(worked).containsExactly("id-1");
        assertThat(metrics.sum("processed")).isEqualTo(1);
        assertThat(metrics.sum("duplicate")).isEqualTo(2);
    }

    @Test
    void retriesWhatAnotherWorkerHolds() {
        List<String> heldBack = new ArrayList<>();
        work = request -> {
            heldBack.addAll(failures(handle(record("2", "id-1", VALID))));
            return "receipt";
        };

        StreamsEventResponse response = handle(record("1", "id-1", VALID));

        assertThat(failures(response)).isEmpty();
        assertThat(heldBack).containsExactly("2");
        assertThat(worked).containsExactly("id-1");
        assertThat(metrics.sum("in_progress")).isEqualTo(1);
    }

    @Test
    void setsPoisonAsideWithItsReason() {
        StreamsEventResponse response = handle(record("1", "id-1", POISON), record("2", "id-2", VALID));

        assertThat(failures(response)).isEmpty();
        assertThat(worked).containsExactly("id-2");
        assertThat(metrics.sum("rejected")).isEqualTo(1);
        SendMessageRequest deadLetter = sqs.sent.get(0);
        assertThat(sqs.sent).hasSize(1);
        assertThat(deadLetter.queueUrl()).isEqualTo("https://sqs.example/dead-letters");
        assertThat(attribute(deadLetter, "id")).isEqualTo("id-1");
        assertThat(attribute(deadLetter, "reason")).isEqualTo(REASON);
    }

    @Test
    void worksOncePutBackPoisonHasBecomeAcceptable() throws IOException {
        handle(record("1", "id-1", POISON));
        work = request -> "receipt";

        assertThat(failures(handle(putBack(sqs.sent.get(0).messageBody())))).isEmpty();
        assertThat(worked).containsExactly("id-1");
    }

    @Test
    void setsAsideWhateverAnotherProgramPutIntoTheStream() throws IOException {
        byte[] data = {(byte) 0xFF, 0, 1, (byte) 0x80};

        assertThat(failures(handle(record("1", "key \uFFFF \u0007", data)))).isEmpty();

        String message = sqs.sent.get(0).messageBody();
        assertThat(message).matches("\\p{ASCII}*");
        assertThat(putBack(message).getKinesis().getData()).isEqualTo(ByteBuffer.wrap(data));
        assertThat(putBack(message).getKinesis().getPartitionKey()).isEqualTo("key \uFFFF \u0007");
        assertThat(attribute(sqs.sent.get(0), "id")).isEqualTo("1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                VALID,
                "{\"id\":\"a b\",\"receivedAt\":1,\"body\":\"\"}",
                "{\"id\":\"a\",\"receivedAt\":\"1\",\"body\":\"\"}",
                "{\"id\":\"a\",\"receivedAt\":1,\"body\":{}}",
                "",
                "[]",
            })
    void takesARecordWithoutEnvelopeForABody(String data) {
        List<StoredRequest> requests = new ArrayList<>();
        work = request -> {
            requests.add(request);
            return "receipt";
        };

        handle(record("1", "p", data.getBytes(StandardCharsets.UTF_8)));

        assertThat(requests)
                .usingRecursiveFieldByFieldElementComparator()
                .containsExactly(new StoredRequest("1", data, NOW.toEpochMilli()));
    }

    @Test
    void keepsPoisonInTheStreamWhileItCannotBeSetAside() {
        sqs.sendsFail = true;

        assertThat(failures(handle(record("1", "id-1", POISON)))).containsExactly("1");
        assertThat(metrics.sum("failed")).isEqualTo(1);

        sqs.sendsFail = false;
        assertThat(failures(handle(record("1", "id-1", POISON)))).isEmpty();
        assertThat(sqs.sent).hasSize(1);
    }

    @Test
    void waitsInAnOutage() {
        dynamoDb.putsFail = true;

        StreamsEventResponse response = handle(record("1", "id-1", VALID), record("2", "id-2", POISON));

        assertThat(failures(response)).containsExactly("1");
        assertThat(worked).isEmpty();
        assertThat(sqs.sent).isEmpty();
    }

    @Test
    void leasesLongerThanTheInvocationCanLast() {
        handle(record("1", "id-1", VALID));

        long leaseUntil = Long.parseLong(dynamoDb.row("id-1").get("leaseUntil").n());
        assertThat(leaseUntil).isGreaterThan(NOW.plusSeconds(30).toEpochMilli());
    }

    @Test
    void logsIdsAndOutcomesButNoBodies() {
        work = request -> {
            if (request.id().equals("id-3")) {
                throw new IllegalStateException("cannot do " + request);
            }
            return new [=Resource]Work().apply(request);
        };
        try (RecordedLogs logs = new RecordedLogs()) {
            handle(record("1", "id-1", VALID), record("2", "id-2", POISON), record("3", "id-3", VALID));

            assertThat(logs.lines()).noneMatch(line -> line.contains("hammer") || line.contains("secret"));
            assertThat(logs.lines())
                    .anyMatch(line -> line.contains("\"correlation_id\":\"id-1\"") && line.contains("PROCESSED"))
                    .anyMatch(line -> line.contains("\"correlation_id\":\"id-2\"") && line.contains("REJECTED"))
                    .anyMatch(line -> line.contains("\"correlation_id\":\"id-2\"") && line.contains(REASON))
                    .anyMatch(line -> line.contains("\"correlation_id\":\"id-3\"") && line.contains("FAILED"));
        }
    }

    @Test
    void primingDoesNotThrow() {
        dynamoDb.updatesFail = true;

        assertThatCode(() -> handler.beforeCheckpoint(null)).doesNotThrowAnyException();
        assertThatCode(() -> handler.afterRestore(null)).doesNotThrowAnyException();
    }

    @Test
    void primingOfPowertoolsFindsItsClasses() {
        assertThatCode(() -> new MetricsFactory().beforeCheckpoint(null)).doesNotThrowAnyException();
    }

    private StreamsEventResponse handle(KinesisEventRecord... messages) {
        KinesisEvent event = new KinesisEvent();
        event.setRecords(List.of(messages));
        return handle(event);
    }

    private StreamsEventResponse handle(KinesisEvent event) {
        return handler.handleRequest(event, new TestContext(30_000));
    }

    private static KinesisEventRecord record(String sequenceNumber, String id, String body) {
        String envelope = JSON.createObjectNode()
                .put("id", id)
                .put("receivedAt", NOW.toEpochMilli())
                .put("body", body)
                .toString();
        return record(sequenceNumber, "partition", envelope.getBytes(StandardCharsets.UTF_8));
    }

    private static KinesisEventRecord record(String sequenceNumber, String partitionKey, byte[] data) {
        Record stored = new Record();
        stored.setSequenceNumber(sequenceNumber);
        stored.setPartitionKey(partitionKey);
        stored.setData(ByteBuffer.wrap(data));
        stored.setApproximateArrivalTimestamp(Date.from(NOW));
        KinesisEventRecord record = new KinesisEventRecord();
        record.setKinesis(stored);
        return record;
    }

    /** What {@code aws kinesis put-record --cli-input-json} makes of a dead letter. */
    private static KinesisEventRecord putBack(String deadLetter) throws IOException {
        JsonNode input = JSON.readTree(deadLetter);
        return record(
                "9", input.path("PartitionKey").asText(), input.path("Data").binaryValue());
    }

    private static List<String> failures(StreamsEventResponse response) {
        return response.getBatchItemFailures().stream()
                .map(BatchItemFailure::getItemIdentifier)
                .toList();
    }

    private static String attribute(SendMessageRequest message, String name) {
        MessageAttributeValue value = message.messageAttributes().get(name);
        return value.stringValue();
    }
}
