package [=package].infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

[@imports]
import [=package].infrastructure.asl.Execution;
import [=package].infrastructure.asl.LocalAws;
import [=package].infrastructure.asl.StateMachine;
import [=package].infrastructure.asl.VirtualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
[/@imports]

/** A circuit in DynamoDB Local, and the control state machine as it is deployed, on one clock. */
final class ControlledCircuit {
    static final Instant START = Instant.parse("2026-01-01T12:00:00Z");
    static final String NAME = CircuitTable.CIRCUIT;
    /** A signal that this project listens to. */
    static final String ANY_SIGNAL = [#if healthChecks == "scheduled"]"""
            {"detail-type": "health.checked", "detail": {"healthy": true, "checkedAt": 1767268800000}}"""[#else]"""
            {"detail-type": "CloudWatch Alarm State Change",
             "detail": {"state": {"value": "OK", "timestamp": "2026-01-01T12:00:00.000+0000"}}}"""[/#if];

    final VirtualClock clock;
    final StateMachine control;
    private final CircuitTable table;

    ControlledCircuit() {
        this(new VirtualClock(START), new CircuitTable());
    }

    /** The circuit in a table that others use, too. */
    ControlledCircuit(VirtualClock clock, CircuitTable table) {
        this.clock = clock;
        this.table = table;
        Map<String, String> substitutions = new HashMap<>(substitutions());
        substitutions.put("CircuitTable", table.name);
        substitutions.put("CircuitName", NAME);
        LocalAws aws = new LocalAws(clock).dynamoDb(table);
        control = StateMachine.of(HealthControl.definition().text(), substitutions, aws);
    }

    /** All substitutions but those that name the circuit. */
    static Map<String, String> substitutions() {
        return HealthControl.substitutions(CircuitTiming.standard(), [=(healthChecks != "scheduled")?then("AlarmTiming.standard()", "")][=(healthChecks == "both")?then(", ", "")][=(healthChecks != "alarms")?then("CheckTiming.standard()", "")]);
    }

    /** Has the control state machine weigh an event; answers its decision. */
    String deliver(String event) {
        Execution execution = control.run(event);
        assertThat(execution.status()).as("%s", execution).isEqualTo("SUCCEEDED");
        return execution.output().path("decision").asText();
    }

    /** The time after so many seconds. */
    static Instant second(long seconds) {
        return START.plusSeconds(seconds);
    }

    /** Lets the clock go on until so many seconds after the start, if it is not there yet. */
    ControlledCircuit at(long seconds) {
        Duration ahead = Duration.between(clock.instant(), second(seconds));
        clock.advance(ahead.isNegative() ? Duration.ZERO : ahead);
        return this;
    }

    String status() {
        return attributes().getOrDefault("status", "CLOSED");
    }

    /** How many seconds after the start an attribute says. */
    double seconds(String attribute) {
        return (table.number(attribute) - START.toEpochMilli()) / 1000.0;
    }

    /** What is stored, as text; empty when there is no record. */
    Map<String, String> attributes() {
        Map<String, String> attributes = new TreeMap<>();
        table.item().forEach((name, value) -> attributes.put(name, text(value)));
        return attributes;
    }

    /** Changes attributes as somebody else would: numbers are times in seconds after the start. */
    void change(Map<String, Object> attributes) {
        Map<String, AttributeValue> changes = new HashMap<>();
        attributes.forEach((name, value) -> changes.put(name, value(value)));
        table.change(changes);
    }

    private static AttributeValue value(Object value) {
        if (value instanceof Boolean) {
            return AttributeValue.fromBool((Boolean) value);
        }
        if (value instanceof Number) {
            long seconds = ((Number) value).longValue();
            return AttributeValue.fromN(Long.toString(second(seconds).toEpochMilli()));
        }
        return AttributeValue.fromS(value.toString());
    }

    private static String text(AttributeValue value) {
        if (value.bool() != null) {
            return value.bool().toString();
        }
        return value.n() == null ? value.s() : value.n();
    }
}
