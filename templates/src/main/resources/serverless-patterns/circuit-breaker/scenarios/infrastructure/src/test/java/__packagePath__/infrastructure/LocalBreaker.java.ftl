package [=package].infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

[@imports]
[#if slot("breaker.test-service-imports")?has_content]
[=slot("breaker.test-service-imports")]
[/#if]
import [=package].infrastructure.asl.Execution;
import [=package].infrastructure.asl.LocalAws;
import [=package].infrastructure.asl.StateMachine;
import [=package].infrastructure.asl.VirtualClock;
[#if !slot("breaker.test-input")?has_content]
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
[/#if]
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
[/@imports]

/**
 * The circuit breaker without AWS: the state machine that is deployed, run by the interpreter, with its circuit in
 * DynamoDB Local and a service that does what a test says, all on one clock.
 */
final class LocalBreaker {
    static final Instant START = Instant.parse("2026-01-01T12:00:00Z");

    private static final String BODY = "{\"name\":\"hammer\",\"quantity\":3}";

    final CircuitTiming timing = CircuitTiming.standard();
    final VirtualClock clock = new VirtualClock(START);
    final CircuitTable table = new CircuitTable();
    final TestService service = new TestService(clock, timing.work().minusSeconds(1));
    final LocalAws aws = new LocalAws(clock).dynamoDb(table);
[=slot("breaker.test-fields")]    final StateMachine machine;

    private int requests;

    LocalBreaker() {
        this(Map.of());
    }

    /** @param settings values for names in the state machine, where they differ from those that are deployed */
    LocalBreaker(Map<String, String> settings) {
        Map<String, String> substitutions = new HashMap<>(timing.substitutions());
        substitutions.putAll(TestService.substitutions());
        substitutions.put("CircuitTable", table.name);
        substitutions.put("CircuitName", CircuitTable.CIRCUIT);
        substitutions.put("StatusWithoutTable", "CLOSED");
[=slot("breaker.test-substitutions")]        substitutions.putAll(settings);
        service.bind(aws);
[=slot("breaker.test-bindings")]        machine = StateMachine.of(CircuitBreaker.definition().text(), substitutions, aws);
    }

    /** Brings another request. */
    Execution run() {
        requests++;
        return run("request-" + requests, BODY);
    }

    Execution run(String id, String body) {
[#if slot("breaker.test-input")?has_content]
        return machine.run([=slot("breaker.test-input")?trim]);
[#else]
        return machine.run(JsonNodeFactory.instance
                .objectNode()
                .put("id", id)
                .put("receivedAt", clock.millis())
                .put("body", body));
[/#if]
    }

    /** The states of the circuit breaker that were entered, without those inside the work. */
    static List<String> path(Execution execution) {
        var states = CircuitBreaker.definition().json().path("States");
[#if lines("breaker.test-put-away")?has_content]
        // What becomes of the message afterwards is not of the circuit.
[#assign putAway]"[=lines("breaker.test-put-away")?join("\", \"")]"[/#assign]
[#if putAway?length > 100]
        var putAway = List.of(
                [=putAway?replace(", ", ",\n                ")]);
[#elseif putAway?length > 80]
        var putAway = List.of(
                [=putAway]);
[#else]
        var putAway = List.of([=putAway]);
[/#if]
        return execution.states().stream()
                .filter(states::has)
                .filter(state -> !putAway.contains(state))
                .toList();
[#else]
        return execution.states().stream().filter(states::has).toList();
[/#if]
    }

    /** Has a failure open the circuit, after which the service is up again. */
    LocalBreaker opened() {
        service.isDown();
        run();
        service.isUp();
        assertThat(status()).isEqualTo("OPEN");
        return this;
    }

    /** Lets the time go on until the circuit may be probed. */
    LocalBreaker cooledDown() {
        clock.advance(Duration.between(clock.instant(), at("openUntil")));
        return this;
    }

    String status() {
        return table.item().isEmpty() ? "CLOSED" : table.text("status");
    }

    /** When an attribute of the circuit says. */
    Instant at(String attribute) {
        return Instant.ofEpochMilli(table.number(attribute));
    }

    /** What an operator does with the scripts in {@code runbook}. */
    void force(String status) {
        table.change(Map.of("status", AttributeValue.fromS(status), "forced", AttributeValue.fromBool(true)));
    }
}
