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
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.dynamodb.services.local.embedded.DynamoDBEmbedded;
[/@imports]

/** A circuit in DynamoDB Local, and the control state machine as it is deployed, on one clock. */
final class ControlledCircuit {
    static final Instant START = Instant.parse("2026-01-01T12:00:00Z");
    static final String NAME = "circuit-1";

    /** A signal that this project listens to. */
    static final String ANY_SIGNAL = [#if healthChecks == "scheduled"]"""
            {"detail-type": "health.checked", "detail": {"healthy": true, "checkedAt": 1767268800000}}"""[#else]"""
            {"detail-type": "CloudWatch Alarm State Change",
             "detail": {"state": {"value": "OK", "timestamp": "2026-01-01T12:00:00.000+0000"}}}"""[/#if];

    private static final DynamoDbClient SERVER = DynamoDBEmbedded.create().dynamoDbClient();

    final VirtualClock clock = new VirtualClock(START);
    final StateMachine control;
    private final String table = "circuit-" + UUID.randomUUID();

    ControlledCircuit() {
        SERVER.createTable(create -> create.tableName(table)
                .keySchema(KeySchemaElement.builder()
                        .attributeName("id")
                        .keyType(KeyType.HASH)
                        .build())
                .attributeDefinitions(AttributeDefinition.builder()
                        .attributeName("id")
                        .attributeType(ScalarAttributeType.S)
                        .build())
                .billingMode(BillingMode.PAY_PER_REQUEST));
        var aws = new LocalAws(clock);
        aws.dynamoDb(SERVER);
        Map<String, String> substitutions = new HashMap<>(substitutions());
        substitutions.put("CircuitTable", table);
        substitutions.put("CircuitName", NAME);
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
        return (Long.parseLong(attributes().get(attribute)) - START.toEpochMilli()) / 1000.0;
    }

    /** What is stored, as text; empty when there is no record. */
    Map<String, String> attributes() {
        Map<String, String> attributes = new TreeMap<>();
        item().forEach((name, value) -> attributes.put(name, text(value)));
        return attributes;
    }

    /** Changes attributes as somebody else would: numbers are times in seconds after the start. */
    void change(Map<String, Object> attributes) {
        Map<String, AttributeValue> item = new HashMap<>(item());
        item.put("id", AttributeValue.fromS(NAME));
        attributes.forEach((name, value) -> item.put(name, value(value)));
        SERVER.putItem(put -> put.tableName(table).item(item));
    }

    private Map<String, AttributeValue> item() {
        return SERVER.getItem(get -> get.tableName(table).key(Map.of("id", AttributeValue.fromS(NAME))))
                .item();
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
