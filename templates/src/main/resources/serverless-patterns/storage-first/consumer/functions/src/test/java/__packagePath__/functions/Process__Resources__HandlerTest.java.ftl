package [=package].functions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.MessageAttribute;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;
import software.amazon.lambda.powertools.metrics.MetricsFactory;

class Process[=Resources]HandlerTest {
    private static final String VALID = "{\"name\":\"hammer\",\"quantity\":3}";
    private static final String POISON = "{\"name\":\"secret\",\"quantity\":0}";
    private static final String REASON = "quantity must be an integer from 1 to 1000";
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private final LocalDynamoDb dynamoDb = new LocalDynamoDb();
    private final StoredMessages messages = new StoredMessages();
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
        handler = new Process[=Resources]Handler(messages::open, ledger, deadLetters, request -> {
            String receipt = work.apply(request);
            worked.add(request.id());
            return receipt;
        });
    }

    @Test
    void handlesTheSampleEventAsLambdaDeliversIt() throws IOException {
        var classLoader = getClass().getClassLoader();
        var request = LambdaEventSerializers.serializerFor(SQSEvent.class, classLoader);
        var response = LambdaEventSerializers.serializerFor(SQSBatchResponse.class, classLoader);
        SQSEvent event = request.fromJson(Files.readString(Path.of("../events/sqs-event.json")));
        var answer = new ByteArrayOutputStream();

        response.toJson(handle(event), answer);

        assertThat(answer.toString(StandardCharsets.UTF_8)).isEqualTo("{\"batchItemFailures\":[]}");
        assertThat(worked).containsExactly(StoredMessages.SAMPLE_ID);
        assertThat(dynamoDb.row(StoredMessages.SAMPLE_ID).get("workResult").s())
                .isEqualTo("{\"name\":\"left-handed hammer\",\"quantity\":3,\"receivedAt\":1767225600000}");
    }

    @Test
    void tellsLambdaWhichMessagesMustComeBack() {
        dynamoDb.putsFail = true;
        var response = LambdaEventSerializers.serializerFor(
                SQSBatchResponse.class, getClass().getClassLoader());
        var answer = new ByteArrayOutputStream();

        response.toJson(handle(message("m1", "id-1", VALID)), answer);

        assertThat(answer.toString(StandardCharsets.UTF_8))
                .isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"m1\"}]}");
    }

    @Test
    void reportsOnlyWhatFailed() {
        work = request -> {
            if (request.id().equals("id-2")) {
                throw new IllegalStateException("dependency is down");
            }
            return "receipt";
        };

        SQSBatchResponse response =
                handle(message("m1", "id-1", VALID), message("m2", "id-2", VALID), message("m3", "id-3", VALID));

        assertThat(failures(response)).containsExactly("m2");
        assertThat(worked).containsExactly("id-1", "id-3");
        assertThat(metrics.sum("processed")).isEqualTo(2);
        assertThat(metrics.sum("failed")).isEqualTo(1);
    }

    @Test
    void worksOnceForDuplicatesInOneBatchAndLater() {
        SQSBatchResponse first = handle(message("m1", "id-1", VALID), message("m2", "id-1", VALID));
        SQSBatchResponse later = handle(message("m1", "id-1", VALID));

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
            heldBack.addAll(failures(handle(message("m2", "id-1", VALID))));
            return "receipt";
        };

        SQSBatchResponse response = handle(message("m1", "id-1", VALID));

        assertThat(failures(response)).isEmpty();
        assertThat(heldBack).containsExactly("m2");
        assertThat(worked).containsExactly("id-1");
        assertThat(metrics.sum("in_progress")).isEqualTo(1);
    }

    @Test
    void setsPoisonAsideWithItsReason() {
        SQSMessage poison = message("m1", "id-1", POISON);

        SQSBatchResponse response = handle(poison, message("m2", "id-2", VALID));

        assertThat(failures(response)).isEmpty();
        assertThat(worked).containsExactly("id-2");
        assertThat(metrics.sum("rejected")).isEqualTo(1);
        SendMessageRequest deadLetter = sqs.sent.get(0);
        assertThat(sqs.sent).hasSize(1);
        assertThat(deadLetter.queueUrl()).isEqualTo("https://sqs.example/dead-letters");
        assertThat(deadLetter.messageBody()).isEqualTo(poison.getBody());
        assertThat(attribute(deadLetter, "id")).isEqualTo("id-1");
        assertThat(attribute(deadLetter, "reason")).isEqualTo(REASON);
    }

    @Test
    void worksOnceRedrivenPoisonHasBecomeAcceptable() {
        handle(message("m1", "id-1", POISON));
        SQSMessage redriven = redriven(sqs.sent.get(0));
        work = request -> "receipt";

        assertThat(failures(handle(redriven))).isEmpty();
        assertThat(worked).containsExactly("id-1");
    }

    @Test
    void keepsPoisonInTheQueueWhileItCannotBeSetAside() {
        sqs.sendsFail = true;

        assertThat(failures(handle(message("m1", "id-1", POISON)))).containsExactly("m1");
        assertThat(metrics.sum("failed")).isEqualTo(1);

        sqs.sendsFail = false;
        assertThat(failures(handle(message("m1", "id-1", POISON)))).isEmpty();
        assertThat(sqs.sent).hasSize(1);
    }

    @Test
    void reportsTheWholeBatchInAnOutage() {
        dynamoDb.putsFail = true;

        SQSBatchResponse response = handle(message("m1", "id-1", VALID), message("m2", "id-2", POISON));

        assertThat(failures(response)).containsExactly("m1", "m2");
        assertThat(worked).isEmpty();
        assertThat(sqs.sent).isEmpty();
    }

    @Test
    void leasesLongerThanTheInvocationCanLast() {
        handle(message("m1", "id-1", VALID));

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
            handle(message("m1", "id-1", VALID), message("m2", "id-2", POISON), message("m3", "id-3", VALID));

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

    private SQSBatchResponse handle(SQSMessage... messages) {
        SQSEvent event = new SQSEvent();
        event.setRecords(List.of(messages));
        return handle(event);
    }

    private SQSBatchResponse handle(SQSEvent event) {
        return handler.handleRequest(event, new TestContext(30_000));
    }

    private SQSMessage message(String messageId, String id, String body) {
        return messages.message(messageId, id, body);
    }

    /** As SQS delivers it after start-message-move-task. */
    private static SQSMessage redriven(SendMessageRequest deadLetter) {
        Map<String, MessageAttribute> attributes = new HashMap<>();
        deadLetter.messageAttributes().forEach((name, value) -> {
            MessageAttribute attribute = new MessageAttribute();
            attribute.setDataType(value.dataType());
            attribute.setStringValue(value.stringValue());
            attributes.put(name, attribute);
        });
        SQSMessage message = new SQSMessage();
        message.setMessageId("redriven");
        message.setBody(deadLetter.messageBody());
        message.setAttributes(Map.of("SentTimestamp", Long.toString(NOW.toEpochMilli())));
        message.setMessageAttributes(attributes);
        return message;
    }

    private static List<String> failures(SQSBatchResponse response) {
        return response.getBatchItemFailures().stream()
                .map(BatchItemFailure::getItemIdentifier)
                .toList();
    }

    private static String attribute(SendMessageRequest message, String name) {
        MessageAttributeValue value = message.messageAttributes().get(name);
        return value.stringValue();
    }
}
