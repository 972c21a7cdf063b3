[#assign outcome = slot("ledger.delivery")?has_content?then(".outcome()", "")]
package [=package].functions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The sweeper and the ledger on one table, as they are deployed. */
class LedgerOfRequestsTest {
    private static final Duration LEASE = Duration.ofSeconds(60);

    private final StoredRequests stored = new StoredRequests();
    private final LocalSqs sqs = new LocalSqs();
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private final IdempotencyLedger ledger =
            new IdempotencyLedger(stored.client, stored.table, Duration.ofDays(30), () -> now);
    private final SweepHandler sweeper = new SweepHandler(
            new UnseenRequests(stored.client, stored.table), sqs, "https://sqs.example/work", () -> now);

    @Test
    void whatAWorkerHasLeasedIsNotQueuedAgain() {
        StoredRequest done = store("id-1");
        StoredRequest failed = store("id-2");
        ledger.once(done, LEASE, () -> "receipt");
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> ledger.once(failed, LEASE, () -> {
                    throw new IllegalStateException("work failed");
                }));
        now = now.plus(Duration.ofDays(20));

        assertThat(sweep()).isZero();
        assertThat(stored.row("id-1")).containsEntry("workResult", AttributeValue.fromS("receipt"));
    }

    @Test
    void theLedgerKeepsTheRequestAndWorksOnItOnce() {
        StoredRequest request = store("id-1");

        assertThat(ledger.once(request, LEASE, () -> "receipt")[=outcome]).isEqualTo(Outcome.PROCESSED);
        assertThat(ledger.once(request, LEASE, () -> "again")[=outcome]).isEqualTo(Outcome.DUPLICATE);
        assertThat(stored.row("id-1"))
                .containsEntry("payload", AttributeValue.fromS(request.body()))
                .containsEntry("receivedAt", AttributeValue.fromN(Long.toString(request.receivedAt())))
                .containsKey("expiresAt")
                .doesNotContainKeys("status", "queuedAt");
    }

    @Test
    void aRequestThatNobodyHasSeenNeverExpires() {
        store("id-1");
        now = now.plus(Duration.ofHours(26));

        assertThat(sweep()).isEqualTo(1);
        assertThat(stored.row("id-1")).doesNotContainKey("expiresAt").containsKey("status");
    }

    private int sweep() {
        return sweeper.handleRequest(Map.of("unseenFor", "PT25H"), new TestContext(60_000));
    }

    private StoredRequest store(String id) {
        StreamRecord row = stored.store(id, now);
        return new StoredRequest(row.id(), row.payload(), row.receivedAt());
    }
}
