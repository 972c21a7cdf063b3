package [=package].infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

[@imports]
import [=package].infrastructure.asl.Execution;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
[/@imports]

/** While the circuit is closed the work is done, and what comes of it may open the circuit. */
class ClosedCircuitTest {
    private final LocalBreaker breaker = new LocalBreaker();

    @Test
    void withoutARecordTheCircuitIsClosed() {
        Execution execution = breaker.run();

        assertThat(execution.status()).isEqualTo("SUCCEEDED");
        assertThat(LocalBreaker.path(execution)).endsWith("GetCircuit", "IsCircuitClosed", "Work"[#if slot("breaker.ledger")?has_content], "Done"[/#if]);
        assertThat(breaker.service.done()).containsExactly("request-1");
        assertThat(breaker.table.item()).isEmpty();
    }

    @Test
    void aSuccessCostsOneReadAndNoWrite() {
        breaker.table.put(Map.of("status", AttributeValue.fromS("CLOSED")));

        assertThat(breaker.run().succeeded()).isTrue();

        assertThat(breaker.table.reads()).isEqualTo(1);
        assertThat(breaker.table.writes()).isZero();
    }

    @Test
    void theWorkIsTriedAgainThreeTimes() {
        breaker.service.recoversAfter(3);

        assertThat(breaker.run().succeeded()).isTrue();

        assertThat(breaker.service.calls()).isEqualTo(4);
        assertThat(breaker.table.writes()).isZero();
    }

    @Test
    void anOutageOpensTheCircuit() {
        breaker.service.isDown();

        Execution execution = breaker.run();

        assertThat(execution.error()).isEqualTo("Work.Failed");
        assertThat(breaker.service.calls()).isEqualTo(4);
        assertThat(breaker.status()).isEqualTo("OPEN");
        assertThat(breaker.at("openedAt")).isEqualTo(execution.endedAt());
        assertThat(breaker.at("openUntil"))
                .isBetween(
                        execution.endedAt().plus(breaker.timing.cooldown()),
                        execution
                                .endedAt()
                                .plus(breaker.timing.cooldown().multipliedBy(11).dividedBy(10)));
        assertThat(breaker.table.text("reason")).isEqualTo(execution.cause()).isNotEmpty();
    }

    @Test
    void theFirstOfManyFailuresOpensItAndTheOthersChangeNothing() {
        breaker.service.isDown();
        breaker.service.duringTheNextCall(breaker::run);

        assertThat(breaker.run().error()).isEqualTo("Work.Failed");

        Execution first = breaker.machine.executions().get(0);
        assertThat(breaker.at("openedAt")).isEqualTo(first.endedAt());
        assertThat(breaker.at("openUntil"))
                .isBefore(breaker.machine.executions().get(1).endedAt().plus(breaker.timing.cooldown()));
    }

    @Test
    void aLateSuccessDoesNotCloseWhatOthersOpened() {
        breaker.service.duringTheNextCall(() -> {
            breaker.service.isDown();
            breaker.run();
            breaker.service.isUp();
        });

        assertThat(breaker.run().succeeded()).isTrue();

        assertThat(breaker.status()).isEqualTo("OPEN");
    }

    @Test
    void rejectedInputIsNoFailureOfTheService() {
        breaker.service.rejects();

        Execution execution = breaker.run();

        assertThat(LocalBreaker.path(execution)).containsSequence("Work", "Rejected");
        assertThat(breaker.service.calls()).isEqualTo(1);
        assertThat(breaker.table.writes()).isZero();
    }

    @Test
    void ourOwnThrottlingIsNoFailureOfTheService() {
        breaker.service.throttles();

        Execution execution = breaker.run();

        assertThat(LocalBreaker.path(execution)).containsSequence("Work", "WorkFailed");
        assertThat(breaker.service.calls()).isEqualTo(4);
        assertThat(breaker.table.writes()).isZero();
    }

    @Test
    void withAThresholdOnlySoManyFailuresWithinTheWindowOpenIt() {
        var tolerant = new LocalBreaker(Map.of("FailureThreshold", "3"));
        tolerant.service.isDown();

        tolerant.run();
        tolerant.run();
        assertThat(tolerant.table.item()).doesNotContainKey("status").containsKey("windowStart");
        assertThat(tolerant.table.number("failures")).isEqualTo(2);

        tolerant.run();
        assertThat(tolerant.status()).isEqualTo("OPEN");
        assertThat(tolerant.table.item()).doesNotContainKeys("failures", "windowStart");
    }

    @Test
    void failuresBeforeTheWindowAreForgotten() {
        var tolerant = new LocalBreaker(Map.of("FailureThreshold", "2"));
        tolerant.service.isDown();

        for (int i = 0; i < 3; i++) {
            tolerant.run();
            tolerant.clock.advance(tolerant.timing.window());
        }

        assertThat(tolerant.table.number("failures")).isEqualTo(1);
        assertThat(tolerant.table.item()).doesNotContainKey("status");
        tolerant.run();
        tolerant.run();
        assertThat(tolerant.status()).isEqualTo("OPEN");
    }

    @Test
    void failuresAtTheSameTimeAreAllCounted() {
        var tolerant = new LocalBreaker(Map.of("FailureThreshold", "3"));
        tolerant.service.isDown();
        tolerant.run();
        tolerant.service.duringTheNextCall(tolerant::run);

        tolerant.run();

        assertThat(tolerant.status()).isEqualTo("OPEN");
    }

    @Test
    void whenEverythingHangsTheCircuitIsOpenedBeforeTheExecutionEnds() {
        breaker.service.hangs();
        breaker.table.delay = () -> breaker.clock.advance(Duration.ofMillis(999));

        Execution execution = breaker.run();

        assertThat(execution.error()).isEqualTo("Work.Failed");
        assertThat(breaker.service.calls()).isEqualTo(4);
        assertThat(breaker.status()).isEqualTo("OPEN");
        assertThat(Duration.between(execution.startedAt(), execution.endedAt())).isLessThan(breaker.timing.machine());
    }
}
