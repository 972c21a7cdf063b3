package [=package].functions;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;

/** The order of each message group, in one batch and from batch to batch. */
class GroupOrderTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private final LocalDynamoDb dynamoDb = new LocalDynamoDb();
    private final LocalSqs sqs = new LocalSqs();
    private final RecordedMetrics metrics = new RecordedMetrics();
    private final List<String> worked = new ArrayList<>();
    private final Set<String> failing = new HashSet<>();
    private final Set<String> poisonous = new HashSet<>();

    @Test
    void behindAFailureItsGroupWaitsAndAllOthersGoOn() {
        failing.add("a2");

        List<String> failures = handle("a1", "b1", "a2", "b2", "a3", "c1", "a4");

        assertThat(failures).containsExactly("m-a2", "m-a3", "m-a4");
        assertThat(worked).containsExactly("a1", "b1", "b2", "c1");
        assertThat(metrics.sum("failed")).isEqualTo(1);
        assertThat(metrics.sum("held_back")).isEqualTo(2);
        assertThat(metrics.sum("processed")).isEqualTo(4);
    }

    @Test
    void whatWasHeldBackIsWorkedOnInOrderWhenItComesBack() {
        failing.add("a1");
        assertThat(handle("a1", "a2", "a3")).containsExactly("m-a1", "m-a2", "m-a3");
        failing.clear();

        assertThat(handle("a1", "a2", "a3")).isEmpty();
        assertThat(worked).containsExactly("a1", "a2", "a3");
        assertThat(metrics.sum("duplicate")).isZero();
    }

    @Test
    void behindARequestThatAnotherWorkerHoldsItsGroupWaits() {
        IdempotencyLedger ledger = ledger();
        var nested = new ArrayList<String>();
        ledger.once(Envelope.open(message("a1")), Duration.ofMinutes(1), () -> {
            nested.addAll(handle("a1", "a2", "b1"));
            return "receipt";
        });

        assertThat(nested).containsExactly("m-a1", "m-a2");
        assertThat(worked).containsExactly("b1");
    }

    @Test
    void behindPoisonItsGroupGoesOn() {
        poisonous.add("a1");

        assertThat(handle("a1", "a2")).isEmpty();
        assertThat(worked).containsExactly("a2");
        assertThat(sqs.sent).hasSize(1);
    }

    @Test
    void behindPoisonThatCannotBeSetAsideItsGroupWaits() {
        poisonous.add("a1");
        sqs.sendsFail = true;

        assertThat(handle("a1", "a2")).containsExactly("m-a1", "m-a2");
        assertThat(worked).isEmpty();
    }

    @Test
    void poisonKeepsItsGroupAndIsNotDroppedWhenItIsRejectedAgain() {
        poisonous.add("a1");

        handle("a1");
        handle("a1");

        assertThat(sqs.sent).extracting(SendMessageRequest::messageGroupId).containsExactly("a", "a");
        assertThat(sqs.sent)
                .extracting(SendMessageRequest::messageDeduplicationId)
                .doesNotContainNull()
                .doesNotHaveDuplicates();
    }

    private List<String> handle(String... ids) {
        SQSEvent event = new SQSEvent();
        event.setRecords(Stream.of(ids).map(GroupOrderTest::message).toList());
        var deadLetters = new DeadLetterQueue(sqs, "https://sqs.example/dead-letters.fifo");
        var handler = new Process[=Resources]Handler(Envelope::open, ledger(), deadLetters, this::work);
        SQSBatchResponse response = handler.handleRequest(event, new TestContext(30_000));
        return response.getBatchItemFailures().stream()
                .map(BatchItemFailure::getItemIdentifier)
                .toList();
    }

    private String work(StoredRequest request) {
        if (failing.contains(request.id())) {
            throw new IllegalStateException("dependency is down");
        }
        if (poisonous.contains(request.id())) {
            throw new RejectedRequestException("poison");
        }
        worked.add(request.id());
        return "receipt";
    }

    private IdempotencyLedger ledger() {
        return new IdempotencyLedger(dynamoDb, dynamoDb.table, Duration.ofDays(40), () -> NOW);
    }

    /** The first letter of the id is the group. */
    private static SQSMessage message(String id) {
        SQSMessage message = new StoredMessages().message("m-" + id, id, "{}");
        message.setAttributes(Map.of("SentTimestamp", "1767225600000", "MessageGroupId", id.substring(0, 1)));
        return message;
    }
}
