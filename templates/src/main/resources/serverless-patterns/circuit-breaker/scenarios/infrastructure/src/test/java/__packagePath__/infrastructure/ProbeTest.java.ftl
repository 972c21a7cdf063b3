package [=package].infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

[@imports]
import [=package].infrastructure.asl.Execution;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
[/@imports]

/** Once the cooldown is over, one request finds out whether the service is back. */
class ProbeTest {
    private final LocalBreaker breaker = new LocalBreaker();

    @Test
    void aProbeThatSucceedsClosesTheCircuit() {
        breaker.opened().cooledDown();

        Execution probe = breaker.run();

        assertThat(probe.succeeded()).isTrue();
        assertThat(LocalBreaker.path(probe))
                .endsWith(
                        "GetCircuit",
                        "IsCircuitClosed",
                        "IsCooldownOver",
                        "AcquireProbe",
                        "Probe",
                        "CloseCircuit",
                        "WasRejected",
                        "Done");
        assertThat(breaker.status()).isEqualTo("CLOSED");
        assertThat(breaker.table.item()).containsOnlyKeys("id", "status", "reason", "updatedAt");
        assertThat(LocalBreaker.path(breaker.run())).[=slot("breaker.ledger")?has_content?then("endsWith(\"Work\", \"Done\")", "endsWith(\"Work\")")];
    }

    @Test
    void itsCallerGetsTheResultOfTheWork() {
        Execution work = breaker.run();
        breaker.opened().cooledDown();

        assertThat(breaker.run().output().properties())
                .extracting(Map.Entry::getKey)
                .containsExactlyElementsOf(work.output().properties().stream()
                        .map(Map.Entry::getKey)
                        .toList());
    }

    @Test
    void aProbeThatFailsIsNotRepeatedAndDoublesTheCooldown() {
        breaker.opened();
        breaker.service.isDown();
        Duration expected = breaker.timing.cooldown();

        for (int trips = 1; trips <= 8; trips++) {
            breaker.cooledDown();
            int calls = breaker.service.calls();
            Execution probe = breaker.run();

            assertThat(probe.error()).isEqualTo("Work.Failed");
            assertThat(breaker.service.calls()).isEqualTo(calls + 1);
            assertThat(breaker.status()).isEqualTo("OPEN");
            assertThat(breaker.table.number("trips")).isEqualTo(trips);
            assertThat(breaker.table.item()).doesNotContainKeys("probeOwner", "probeUntil");
            expected = shorter(expected.multipliedBy(2), breaker.timing.maxCooldown());
            assertThat(Duration.between(probe.endedAt(), breaker.at("openUntil")))
                    .isBetween(expected, expected.multipliedBy(11).dividedBy(10));
        }
        assertThat(expected).isEqualTo(breaker.timing.maxCooldown());
    }

    @Test
    void afterItHasClosedTheNextOutageBeginsWithTheShortestCooldown() {
        aProbeThatFailsIsNotRepeatedAndDoublesTheCooldown();
        breaker.service.isUp();
        breaker.cooledDown().run();

        breaker.opened();

        assertThat(Duration.between(breaker.clock.instant(), breaker.at("openUntil")))
                .isLessThan(breaker.timing.cooldown().multipliedBy(2));
    }

    @Test
    void onlyOneOfTwoExecutionsProbes() {
        breaker.opened().cooledDown();
        int calls = breaker.service.calls();
        breaker.service.duringTheNextCall(() -> {
            Execution other = breaker.run();
            assertThat(other.error()).isEqualTo("Circuit.Open");
            assertThat(other.cause())
                    .contains("\"retryAfterMs\":" + breaker.timing.lease().toMillis());
        });

        assertThat(breaker.run().succeeded()).isTrue();

        assertThat(breaker.service.calls()).isEqualTo(calls + 1);
    }

    @Test
    void whoLosesTheRaceForTheLeaseFailsFast() {
        breaker.opened().cooledDown();
        int calls = breaker.service.calls();
        var raced = new boolean[1];
        breaker.machine.before("AcquireProbe", () -> {
            if (!raced[0]) {
                raced[0] = true;
                assertThat(breaker.run().succeeded()).isTrue();
            }
        });

        Execution loser = breaker.run();

        assertThat(LocalBreaker.path(loser)).endsWith("AcquireProbe", "FailFast");
        assertThat(loser.cause()).contains("\"retryAfterMs\":1000");
        assertThat(breaker.service.calls()).isEqualTo(calls + 1);
        assertThat(breaker.status()).isEqualTo("CLOSED");
    }

    @Test
    void whoComesToTheLeaseWhileAnotherHasItFailsFast() {
        breaker.opened().cooledDown();
        String until = Long.toString(breaker.clock.millis() + 1);
        breaker.machine.before(
                "AcquireProbe",
                () -> breaker.table.change(Map.of(
                        "status", AttributeValue.fromS("HALF_OPEN"),
                        "probeOwner", AttributeValue.fromS("another execution"),
                        "probeUntil", AttributeValue.fromN(until))));

        assertThat(LocalBreaker.path(breaker.run())).endsWith("AcquireProbe", "FailFast");
        assertThat(breaker.table.text("probeOwner")).isEqualTo("another execution");
    }

    @Test
    void whoComesToTheLeaseAfterAnotherHasProbedInVainFailsFast() {
        breaker.opened().cooledDown();
        int calls = breaker.service.calls();
        String until = Long.toString(breaker.clock.millis() + 1);
        breaker.machine.before(
                "AcquireProbe", () -> breaker.table.change(Map.of("openUntil", AttributeValue.fromN(until))));

        assertThat(LocalBreaker.path(breaker.run())).endsWith("AcquireProbe", "FailFast");
        assertThat(breaker.service.calls()).isEqualTo(calls);
    }

    @Test
    void whenAProberDiesAnotherOneProbesAfterItsLease() {
        breaker.opened().cooledDown();
        breaker.service.duringTheNextCall(
                () -> breaker.clock.advance(breaker.timing.machine().plusMillis(1)));
        assertThat(breaker.run().status()).isEqualTo("TIMED_OUT");
        breaker.table.change(Map.of("probeUntil", AttributeValue.fromN(Long.toString(breaker.clock.millis() + 1))));

        assertThat(breaker.run().error()).isEqualTo("Circuit.Open");
        breaker.clock.advance(Duration.ofMillis(1));
        assertThat(breaker.run().succeeded()).isTrue();
        assertThat(breaker.status()).isEqualTo("CLOSED");
    }

    @Test
    void theLateSuccessOfAStolenLeaseDoesNotClose() {
        breaker.opened().cooledDown();
        breaker.machine.before("CloseCircuit", () -> stealTheLease("another execution"));

        assertThat(breaker.run().succeeded()).as("the work was done").isTrue();

        assertThat(breaker.status()).isEqualTo("HALF_OPEN");
        assertThat(breaker.table.text("probeOwner")).isEqualTo("another execution");
    }

    @Test
    void theLateFailureOfAStolenLeaseDoesNotOpenAgain() {
        breaker.opened().cooledDown();
        breaker.service.isDown();
        breaker.machine.before("ReopenCircuit", () -> stealTheLease("another execution"));

        assertThat(breaker.run().error()).isEqualTo("Work.Failed");

        assertThat(breaker.status()).isEqualTo("HALF_OPEN");
        assertThat(breaker.table.number("trips")).isZero();
    }

    @Test
    void aServiceThatRejectsIsBack() {
        breaker.opened().cooledDown();
        breaker.service.rejects();

        Execution probe = breaker.run();

        assertThat(LocalBreaker.path(probe)).containsSequence("Probe", "CloseCircuit", "WasRejected", "Rejected");
        assertThat(breaker.status()).isEqualTo("CLOSED");
    }

    @Test
    void ourOwnThrottlingSaysNothingSoTheCooldownIsNotDoubled() {
        breaker.opened().cooledDown();
        breaker.service.throttles();

        Execution probe = breaker.run();

        assertThat(LocalBreaker.path(probe)).containsSequence("Probe", "ReopenCircuit", "WorkFailed");
        assertThat(breaker.status()).isEqualTo("OPEN");
        assertThat(breaker.table.number("trips")).isZero();
        assertThat(Duration.between(probe.endedAt(), breaker.at("openUntil")))
                .isLessThan(breaker.timing.cooldown().multipliedBy(2));
    }

    @Test
    void anOpenCircuitWithoutTimesIsProbedAtOnce() {
        breaker.table.put(Map.of("status", AttributeValue.fromS("OPEN")));

        assertThat(breaker.run().succeeded()).isTrue();

        assertThat(breaker.status()).isEqualTo("CLOSED");
    }

    @Test
    void anAnswerOfTheTableThatIsLostDoesNotCostTheLease() {
        breaker.opened().cooledDown();
        breaker.table.answersAreLost = true;

        assertThat(LocalBreaker.path(breaker.run())).contains("Probe");
    }

    private void stealTheLease(String owner) {
        breaker.table.change(Map.of("probeOwner", AttributeValue.fromS(owner)));
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
