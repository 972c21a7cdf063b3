package [=package].functions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

class IdempotencyLedgerTest {
    private static final Duration LEASE = Duration.ofSeconds(60);
    private static final Duration RETENTION = Duration.ofDays(30);

    private final LocalDynamoDb dynamoDb = new LocalDynamoDb();
    private final AtomicInteger runs = new AtomicInteger();
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private final IdempotencyLedger ledger = new IdempotencyLedger(dynamoDb, dynamoDb.table, RETENTION, () -> now);

    @Test
    void keepsTheResultOfCompletedWork() {
        assertThat(once(() -> "receipt")).isEqualTo(Outcome.PROCESSED);

        assertThat(attribute("workStatus")).isEqualTo("COMPLETED");
        assertThat(attribute("workResult")).isEqualTo("receipt");
        assertThat(number("completedAt")).isEqualTo(now.toEpochMilli());
        assertThat(number("leaseUntil")).isEqualTo(now.plus(LEASE).toEpochMilli());
        assertThat(number("expiresAt")).isEqualTo(now.plus(RETENTION).getEpochSecond());
    }

    @Test
    void neverRepeatsCompletedWork() {
        once(() -> "first");
        now = now.plus(RETENTION);

        assertThat(once(() -> "second")).isEqualTo(Outcome.DUPLICATE);
        assertThat(runs).hasValue(1);
        assertThat(attribute("workResult")).isEqualTo("first");
    }

[#if slot("ledger.delivery")?has_content]
    @Test
    void handsOutTheReceiptOfCompletedWorkAgain() {
        assertThat(deliver(() -> "receipt").receipt()).isEqualTo("receipt");
        assertThat(deliver(() -> "other").receipt()).isEqualTo("receipt");
    }

[/#if]
    @Test
    void completesWorkThatReturnsNothing() {
        assertThat(once(() -> null)).isEqualTo(Outcome.PROCESSED);
        assertThat(once(() -> null)).isEqualTo(Outcome.DUPLICATE);
    }

    @Test
    void keepsOthersOutWhileTheLeaseHolds() {
        List<Outcome> others = new ArrayList<>();

        once(() -> {
            now = now.plus(LEASE).minusMillis(1);
            others.add(once(() -> "other"));
            return "receipt";
        });

        assertThat(others).containsExactly(Outcome.IN_PROGRESS);
        assertThat(runs).hasValue(1);
        assertThat(attribute("workResult")).isEqualTo("receipt");
    }

    @Test
    void hasOneOwnerHoweverManyWorkersAsk() throws Exception {
        int workers = 8;
        CyclicBarrier start = new CyclicBarrier(workers);
        Callable<Outcome> worker = () -> {
            start.await(5, TimeUnit.SECONDS);
            return once(() -> "receipt");
        };
        ExecutorService threads = Executors.newFixedThreadPool(workers);
        List<Outcome> outcomes = new ArrayList<>();
        try {
            for (Future<Outcome> result : threads.invokeAll(Collections.nCopies(workers, worker))) {
                outcomes.add(result.get());
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(outcomes).containsOnlyOnce(Outcome.PROCESSED).doesNotContain(Outcome.FAILED);
        assertThat(runs).hasValue(1);
    }

    @Test
    void letsTheNextOneInWhenTheLeaseOfADeadWorkerHasEnded() {
        dynamoDb.updatesFail = true;
        assertThatExceptionOfType(SdkException.class).isThrownBy(() -> once(() -> "lost"));
        dynamoDb.updatesFail = false;

        assertThat(once(() -> "too early")).isEqualTo(Outcome.IN_PROGRESS);
        now = now.plus(LEASE);
        assertThat(once(() -> "again")).isEqualTo(Outcome.PROCESSED);
        assertThat(attribute("workResult")).isEqualTo("again");
    }

    @Test
    void doesNotLetALateWorkerOverwriteItsSuccessor() {
        assertThatExceptionOfType(ConditionalCheckFailedException.class)
                .isThrownBy(() -> once(() -> {
                    now = now.plus(LEASE);
                    once(() -> "successor");
                    return "late";
                }));

        assertThat(attribute("workResult")).isEqualTo("successor");
    }

    @Test
    void givesTheLeaseBackWhenTheWorkFails() {
        IllegalStateException failure = new IllegalStateException("work failed");

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> once(() -> {
                    throw failure;
                }))
                .isSameAs(failure);

        assertThat(once(() -> "receipt")).isEqualTo(Outcome.PROCESSED);
    }

    @Test
    void doesNotGiveBackTheLeaseOfASuccessor() {
        List<Outcome> others = new ArrayList<>();

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> once(() -> {
                    now = now.plus(LEASE);
                    once(() -> "successor");
                    throw new IllegalStateException("late failure");
                }));
        others.add(once(() -> "third"));

        assertThat(others).containsExactly(Outcome.DUPLICATE);
    }

    @Test
    void reportsTheFailureOfTheWorkEvenIfTheLeaseCannotBeGivenBack() {
        IllegalStateException failure = new IllegalStateException("work failed");
        dynamoDb.updatesFail = true;

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> once(() -> {
                    throw failure;
                }))
                .isSameAs(failure);
        assertThat(failure.getSuppressed()).hasOnlyElementsOfType(SdkException.class);
    }

    @Test
    void isNotStoppedByItsOwnRetries() {
        dynamoDb.answersAreLost = true;

        assertThat(once(() -> "receipt")).isEqualTo(Outcome.PROCESSED);
        assertThat(attribute("workResult")).isEqualTo("receipt");
    }

    @Test
    void doesNoWorkWithoutALease() {
        dynamoDb.putsFail = true;

        assertThatExceptionOfType(SdkException.class).isThrownBy(() -> once(() -> "receipt"));
        assertThat(runs).hasValue(0);
    }

    @Test
    void primingWritesNothingAndSurvivesAnOutage() {
        ledger.prime();
        assertThat(dynamoDb.row("priming")).isEmpty();

        dynamoDb.updatesFail = true;
        assertThatCode(ledger::prime).doesNotThrowAnyException();
    }

    @Test
    void rejectsAnotherBodyUnderTheSameId() {
        StoredRequest other = new StoredRequest("id-1", "another body", 0);
        once(() -> "receipt");

        assertThatExceptionOfType(RejectedRequestException.class)
                .isThrownBy(() -> ledger.once(other, LEASE, () -> "other"))
                .withMessage("id was used before with another body");
        now = now.plus(LEASE);
        assertThatExceptionOfType(RejectedRequestException.class)
                .isThrownBy(() -> ledger.once(other, LEASE, () -> "other"));
        assertThat(attribute("workResult")).isEqualTo("receipt");
    }

    @Test
    void rejectsAnotherBodyAlsoWhenTheLeaseOfTheFirstHasEnded() {
        StoredRequest other = new StoredRequest("id-1", "another body", 0);
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> once(() -> {
                    throw new IllegalStateException("work failed");
                }));

        assertThatExceptionOfType(RejectedRequestException.class)
                .isThrownBy(() -> ledger.once(other, LEASE, () -> "other"));
        assertThat(once(() -> "receipt")).isEqualTo(Outcome.PROCESSED);
    }

    private Outcome once(Supplier<String> work) {
[#if slot("ledger.delivery")?has_content]
        return deliver(work).outcome();
    }

    private Delivery deliver(Supplier<String> work) {
[/#if]
        return ledger.once(new StoredRequest("id-1", "body", 0), LEASE, () -> {
            runs.incrementAndGet();
            return work.get();
        });
    }

    private String attribute(String name) {
        return dynamoDb.row("id-1").get(name).s();
    }

    private long number(String name) {
        return Long.parseLong(dynamoDb.row("id-1").get(name).n());
    }
}
