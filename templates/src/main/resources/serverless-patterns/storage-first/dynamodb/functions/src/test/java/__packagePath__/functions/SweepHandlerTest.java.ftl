package [=package].functions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

class SweepHandlerTest {
    private static final Map<String, String> EVENT = Map.of("unseenFor", "PT25H");
    private static final TestContext CONTEXT = new TestContext(60_000);

    private final StoredRequests stored = new StoredRequests();
    private final LocalSqs sqs = new LocalSqs();
    private final RecordedMetrics metrics = new RecordedMetrics();
    private final UnseenRequests unseen = new UnseenRequests(stored.client, stored.table);
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private final SweepHandler sweeper = new SweepHandler(unseen, sqs, "https://sqs.example/work", () -> now);

    @Test
    void queuesWhatNoWorkerHasSeenInTime() {
        StreamRecord lost = stored.store("id-1", now);
        now = now.plus(Duration.ofHours(1));
        stored.store("id-2", now);
        now = now.plus(Duration.ofHours(24)).plusMillis(1);

        assertThat(sweep()).isEqualTo(1);
        assertThat(sent()).containsExactly(lost.message().build().messageBody());
        assertThat(sqs.sent.get(0).queueUrl()).isEqualTo("https://sqs.example/work");
        assertThat(metrics.sum("queued_again")).isEqualTo(1);
    }

    @Test
    void queuesEachRequestOnceInThatTime() {
        stored.store("id-1", now);
        now = now.plus(Duration.ofHours(26));
        assertThat(sweep()).isEqualTo(1);
        now = now.plus(Duration.ofHours(25));
        assertThat(sweep()).isZero();
        now = now.plusMillis(1);
        assertThat(sweep()).isEqualTo(1);
    }

    @Test
    void leavesAloneWhatAWorkerHasSeen() {
        stored.store("id-1", now);
        stored.see("id-1");
        now = now.plus(Duration.ofDays(20));

        assertThat(sweep()).isZero();
    }

    @Test
    void aWorkerThatIsFasterThanTheSweeperKeepsItsRow() {
        stored.store("id-1", now);
        stored.see("id-1");
        unseen.queued("id-1", now.toEpochMilli());
        unseen.queued("never stored", now.toEpochMilli());

        assertThat(unseen.find("id-1")).isEmpty();
        assertThat(unseen.find("never stored")).isEmpty();
        assertThat(stored.row("id-1")).doesNotContainKeys("status", "queuedAt");
        assertThat(stored.row("never stored")).isEmpty();
    }

    @Test
    void goesThroughAllPagesUpToItsLimit() {
        IntStream.range(0, 1050).forEach(number -> stored.store("id-" + number, now));
        now = now.plus(Duration.ofHours(26));

        assertThat(sweep()).isEqualTo(1000);
        assertThat(sweep()).isEqualTo(50);
        assertThat(sent()).doesNotHaveDuplicates().hasSize(1050);
    }

    @Test
    void stopsBeforeItsTimeIsOver() {
        stored.store("id-1", now);
        now = now.plus(Duration.ofHours(26));

        assertThat(sweeper.handleRequest(EVENT, new TestContext(19_999))).isZero();
        assertThat(sqs.sent).isEmpty();
    }

    @Test
    void failsLoudlyAndTriesAgainWhenTheQueueDoesNotAnswer() {
        stored.store("id-1", now);
        now = now.plus(Duration.ofHours(26));
        sqs.sendsFail = true;
        assertThatExceptionOfType(SdkException.class).isThrownBy(this::sweep);

        sqs.sendsFail = false;
        assertThat(sweep()).isEqualTo(1);
    }

    /** What the request template sends for a body that is too large. */
    @Test
    void dynamoDbRefusesARowWithoutKey() {
        assertThatExceptionOfType(DynamoDbException.class)
                .isThrownBy(() -> stored.client.putItem(put ->
                        put.tableName(stored.table).item(Map.of()).conditionExpression("attribute_not_exists(id)")))
                .satisfies(refusal ->
                        assertThat(refusal.awsErrorDetails().errorCode()).isEqualTo("ValidationException"));
    }

    @Test
    void refusesAnEventWithoutDuration() {
        assertThatExceptionOfType(NullPointerException.class)
                .isThrownBy(() -> sweeper.handleRequest(Map.of(), CONTEXT))
                .withMessage("unseenFor");
    }

    private int sweep() {
        return sweeper.handleRequest(EVENT, CONTEXT);
    }

    private List<String> sent() {
        return sqs.sent.stream().map(message -> message.messageBody()).toList();
    }
}
