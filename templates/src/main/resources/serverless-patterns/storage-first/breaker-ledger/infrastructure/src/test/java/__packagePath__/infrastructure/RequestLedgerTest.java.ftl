package [=package].infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

[@imports]
import [=package].infrastructure.asl.Execution;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
[/@imports]

/** What the circuit breaker remembers in the row of a request, and what it makes of a message that comes again. */
class RequestLedgerTest {
    private static final String ID = "request-0";

    private final PipedCircuit circuit = new PipedCircuit();
    private final TestService service = circuit.service;
    private final RequestTable rows = circuit.storage.rows;

    @Test
    void aRequestThatIsDoneIsRemembered() {
        circuit.store(1);
        Map<String, AttributeValue> stored = rows.row(ID);

        Execution execution = poll();

        assertThat(execution.succeeded()).isTrue();
        assertThat(rows.row(ID))
                .containsEntry("workStatus", AttributeValue.fromS("COMPLETED"))
                .containsEntry("workResult", AttributeValue.fromS("{\"outcome\":\"DONE\"}"))
                .containsEntry("payload", stored.get("payload"))
                .containsEntry("receivedAt", stored.get("receivedAt"))
                .doesNotContainKeys("status", "queuedAt", "reason");
        assertThat(number("completedAt")).isEqualTo(circuit.clock.millis());
        assertThat(number("expiresAt"))
                .isEqualTo(execution.startedAt().plus(kept()).getEpochSecond());
    }

    @Test
    void aMessageThatComesAgainIsLeftAlone() {
        circuit.store(1);
        circuit.run(Duration.ofMinutes(5));
        Map<String, AttributeValue> row = rows.row(ID);
        circuit.clock.advance(Duration.ofDays(10));
        circuit.store(1);

        Execution again = poll();

        assertThat(again.output().path("outcome").asText()).isEqualTo("DUPLICATE");
        assertThat(service.done()).containsExactly(ID);
        assertThat(rows.row(ID)).isEqualTo(row);
        assertThat(circuit.storage.size()).isZero();
    }

    @Test
    void ofTwoMessagesAtTheSameTimeOneWaitsForTheOther() {
        circuit.store(1);
        circuit.store(1);
        service.duringTheNextCall(circuit.pipe::poll);

        poll();
        assertThat(service.calls()).isEqualTo(1);
        assertThat(circuit.storage.size()).as("put back").isEqualTo(1);

        circuit.run(Duration.ofMinutes(5));
        assertThat(service.done()).containsExactly(ID);
        assertThat(circuit.storage.size()).isZero();
        assertThat(circuit.breaker.status()).isEqualTo("CLOSED");
    }

    @Test
    void aRejectedRequestIsRememberedWithItsReason() {
        circuit.store(1);
        service.rejects();

        Execution execution = poll();

        assertThat(execution.output().path("outcome").asText()).isEqualTo("REJECTED");
        assertThat(rows.row(ID))
                .containsEntry("workStatus", AttributeValue.fromS("REJECTED"))
                .containsEntry("reason", AttributeValue.fromS(reason()))
                .containsKey("payload")
                .doesNotContainKeys("status", "queuedAt", "workResult");
    }

    @Test
    void aRejectedRequestThatComesAgainIsNoSecondDeadLetter() {
        circuit.store(1);
        circuit.store(1);
        service.rejects();

        circuit.run(Duration.ofMinutes(1));

        assertThat(service.calls()).isEqualTo(1);
        assertThat(circuit.storage.dead()).hasSize(1);
        assertThat(circuit.storage.size()).isZero();
    }

    @Test
    void aDeadLetterThatIsMovedBackIsWorkedOn() {
        circuit.store(1);
        service.rejects();
        poll();
        circuit.storage.moveBack();
        poll();
        assertThat(circuit.storage.dead()).as("rejected once more").hasSize(1);
        service.isUp();

        circuit.storage.moveBack();
        poll();

        assertThat(service.done()).containsExactly(ID);
        assertThat(rows.row(ID))
                .containsEntry("workStatus", AttributeValue.fromS("COMPLETED"))
                .doesNotContainKey("reason");
    }

    @Test
    void aRequestIsNotRememberedAsRejectedBeforeItsDeadLetterIsSent() {
        circuit.store(1);
        service.rejects();
        circuit.breaker.machine.before(
                "SetAside",
                () -> assertThat(rows.row(ID)).containsEntry("workStatus", AttributeValue.fromS("IN_PROGRESS")));

        poll();

        assertThat(circuit.storage.dead()).hasSize(1);
    }

    @Test
    void aFailureGivesTheLeaseBack() {
        circuit.store(1);
        service.isDown();

        poll();

        assertThat(rows.row(ID)).containsEntry("workStatus", AttributeValue.fromS("IN_PROGRESS"));
        assertThat(number("leaseUntil")).isEqualTo(circuit.clock.millis());
    }

    @Test
    void anExecutionThatHasDiedKeepsOthersOutUntilItsLeaseEnds() {
        circuit.store(1);
        rows.lease(ID, "an execution that has died");
        long leaseUntil = number("leaseUntil");

        circuit.run(Duration.ofMinutes(59));
        assertThat(service.calls()).isZero();
        assertThat(circuit.storage.size()).as("put back").isEqualTo(1);

        circuit.run(Duration.ofMinutes(3));
        assertThat(service.done()).containsExactly(ID);
        assertThat(number("completedAt")).isGreaterThanOrEqualTo(leaseUntil);
        assertThat(circuit.storage.size()).isZero();
        assertThat(circuit.breaker.status()).isEqualTo("CLOSED");
    }

    @Test
    void aLeaseIsLongerThanTheWorkCanTakeAndEndsBeforeItsMessageComesBack() {
        var timing = circuit.breaker.timing;

        assertThat(deployed("RequestLeaseMs"))
                .isGreaterThan(timing.attempts().toMillis())
[#if slot("pipe.invocation")?trim == "REQUEST_RESPONSE"]
                .isLessThan(Timing.standard().visibility().toMillis())
[/#if]
                .isEqualTo(Long.parseLong(rows.substitutions(timing).get("RequestLeaseMs")));
    }

    @Test
    void aRowIsKeptAsLongAsItsMessageCanComeBack() {
        var timing = Timing.standard();

        assertThat(deployed("KeptSeconds"))
                .isGreaterThan(timing.queueRetention()
                        .plus(timing.deadLetterRetention())
                        .toSeconds());
    }

    @Test
    void withoutItsTableNothingIsWorkedOnAndNothingIsLost() {
        circuit.store(1);
        rows.isDown = true;

        circuit.run(Duration.ofHours(1));
        assertThat(service.calls()).isZero();
        assertThat(circuit.breaker.status()).as("no failure of the service").isEqualTo("CLOSED");
        assertThat(circuit.storage.size()).isEqualTo(1);
        assertThat(circuit.storage.dead()).isEmpty();

        rows.isDown = false;
        circuit.run(Duration.ofMinutes(5));
        assertThat(service.done()).containsExactly(ID);
    }

    @Test
    void workThatCannotBeRememberedIsDone() {
        circuit.store(1);
        circuit.breaker.machine.before("RememberDone", () -> rows.isDown = true);

        assertThat(poll().succeeded()).isTrue();

        assertThat(circuit.storage.size()).isZero();
        assertThat(rows.row(ID))
                .containsEntry("workStatus", AttributeValue.fromS("IN_PROGRESS"))
                .doesNotContainKeys("status", "queuedAt");
    }

    @Test
    void anAnswerOfTheTableThatIsLostDoesNotCostTheLease() {
        circuit.store(1);
        rows.answersAreLost = true;

        poll();

        assertThat(service.done()).containsExactly(ID);
        assertThat(rows.row(ID)).containsEntry("workStatus", AttributeValue.fromS("COMPLETED"));
    }

    @Test
    void aRowThatWasDeletedStaysDeletedAndItsRequestIsNotLost() {
        circuit.store(1);
        rows.delete(ID);

        assertThat(poll().succeeded()).isTrue();

        assertThat(service.done()).containsExactly(ID);
        assertThat(rows.row(ID)).isEmpty();
    }

    @Test
    void theLateEndOfAnExecutionChangesNothingThatAnotherHasLeased() {
        circuit.store(1);
        circuit.breaker.machine.before("RememberDone", () -> rows.lease(ID, "another execution"));

        assertThat(poll().succeeded()).isTrue();

        assertThat(rows.row(ID))
                .containsEntry("leaseOwner", AttributeValue.fromS("another execution"))
                .containsEntry("workStatus", AttributeValue.fromS("IN_PROGRESS"));
    }

    @Test
    void anOpenCircuitLeavesTheRowAsItIs() {
        circuit.store(1);
        Map<String, AttributeValue> row = rows.row(ID);
        circuit.open(Duration.ofHours(1));

        poll();

        assertThat(rows.row(ID)).isEqualTo(row);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aMessageThatComesAgainProbesWithoutItsRequest(boolean isBack) {
        circuit.store(1);
        poll();
        circuit.store(1);
        circuit.stopped(Duration.ZERO);
        if (!isBack) {
            service.isDown();
        }
        int calls = service.calls();

        circuit.control();

        assertThat(service.calls()).as("the service was asked").isEqualTo(calls + 1);
        assertThat(service.done()).containsExactly(ID);
        assertThat(circuit.breaker.status()).isEqualTo(isBack ? "CLOSED" : "OPEN");
        assertThat(circuit.storage.dead()).isEmpty();
    }

    @Test
    void whoProbesWithARequestThatIsLeasedLeavesTheCircuitAsItWas() {
        circuit.store(1);
        rows.lease(ID, "another execution");
        circuit.stopped(Duration.ZERO);

        circuit.control();

        assertThat(service.calls()).isZero();
        assertThat(circuit.breaker.status()).isEqualTo("OPEN");
        assertThat(circuit.breaker.table.number("trips")).isZero();
        assertThat(circuit.storage.size()).isEqualTo(1);
    }

    @Test
    void theBreakerMayReadAndUpdateRowsAndNothingElse() {
        List<JsonNode> statements = SynthesizedStack.of("dev").statementsOf("WorkerMachineRole").stream()
                .filter(statement -> statement.path("Resource").toString().contains("[\"LedgerTable"))
                .toList();

        assertThat(statements)
                .as("one with the circuit's table, where it may do the same")
                .hasSize(1);
        assertThat(statements.get(0).path("Action").toString())
                .isEqualTo("[\"dynamodb:GetItem\",\"dynamodb:UpdateItem\"]");
        assertThat(SynthesizedStack.stream(statements.get(0).path("Resource")))
                .extracting(table -> table.at("/Fn::GetAtt/0").asText().replaceAll("Table.*", ""))
                .containsExactly("Circuit", "Ledger");
    }

    private Execution poll() {
        return circuit.pipe.poll().orElseThrow();
    }

    /** A value for a name in the state machine that is deployed. */
    private static long deployed(String name) {
        return SynthesizedStack.of("dev").propertiesOf("AWS::StepFunctions::StateMachine").stream()
                .map(machine -> machine.at("/DefinitionSubstitutions/" + name))
                .filter(value -> !value.isMissingNode())
                .findFirst()
                .orElseThrow()
                .asLong();
    }

    private String reason() {
        return circuit.storage
                .dead()
                .get(0)
                .at("/MessageAttributes/reason/StringValue")
                .asText();
    }

    private long number(String attribute) {
        return Long.parseLong(rows.row(ID).get(attribute).n());
    }

    private static Duration kept() {
        return Timing.standard().ledgerRetention();
    }
}
