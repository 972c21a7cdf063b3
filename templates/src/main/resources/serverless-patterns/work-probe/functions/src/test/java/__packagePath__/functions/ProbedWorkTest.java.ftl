package [=package].functions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkException;

/** How the work function answers a probe. */
class ProbedWorkTest {
    private static final Map<String, Object> PROBE =
            Map.of("id", "probe-1", "receivedAt", 1, "body", "", "probe", true);

    private final LocalDynamoDb dynamoDb = new LocalDynamoDb();
    private final RecordedMetrics metrics = new RecordedMetrics();
    private boolean up = true;
    private int works;
    private final ProbedWork work = new ProbedWork() {
        @Override
        public String apply(StoredRequest request) {
            works++;
            return "done";
        }

        @Override
        public void probe() {
            if (!up) {
                throw new IllegalStateException("down");
            }
        }
    };

    @Test
    void aProbeIsAnsweredWithoutWork() {
        assertThat(handle()).containsEntry("outcome", "HEALTHY");
        assertThat(works).isZero();
        assertThat(dynamoDb.row("probe-1")).isEmpty();
        assertThat(metrics.sum("processed")).as("a probe is no request").isZero();
    }

    @Test
    void aProbeFailsWhenWhatTheWorkCallsIsDown() {
        up = false;

        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(this::handle);
    }

    @Test
    void aProbeFailsWhenTheLedgerIsDown() {
        dynamoDb.updatesFail = true;

        assertThatExceptionOfType(SdkException.class).isThrownBy(this::handle);
    }

    @Test
    void workThatCallsNothingIsHealthy() {
        assertThatCode(() -> new [=Resource]Work().probe()).doesNotThrowAnyException();
    }

    private Map<String, Object> handle() {
        var ledger = new IdempotencyLedger(dynamoDb, dynamoDb.table, Duration.ofDays(1), InstantSource.system());
        return new Work[=Resource]Handler(ledger, work).handleRequest(PROBE, new TestContext(3_000));
    }
}
