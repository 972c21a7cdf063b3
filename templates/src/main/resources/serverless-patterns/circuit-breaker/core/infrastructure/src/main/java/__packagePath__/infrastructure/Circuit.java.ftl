package [=package].infrastructure;

import java.util.Map;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.dynamodb.Attribute;
import software.amazon.awscdk.services.dynamodb.AttributeType;
import software.amazon.awscdk.services.dynamodb.Billing;
import software.amazon.awscdk.services.dynamodb.PointInTimeRecoverySpecification;
import software.amazon.awscdk.services.dynamodb.StreamViewType;
import software.amazon.awscdk.services.dynamodb.TableV2;
import software.constructs.Construct;

/**
 * The state of the circuit: one item of a table, which whoever moves the circuit writes under a condition.
 *
 * <p>It has {@code id}, {@code status} (CLOSED, OPEN or HALF_OPEN; without an item the circuit is closed), {@code forced}
 * (an operator keeps it open or closed), {@code reason}, {@code trips} (probes that failed in a row), {@code
 * failures} within the window that began at {@code windowStart}, {@code openedAt}, {@code openUntil}, {@code
 * probeOwner}, {@code probeUntil} and {@code updatedAt}, when {@code status} changed. Times are epoch milliseconds.
 */
final class Circuit extends Construct {
    private static final String NAME = "[=resourcePath]";

    private final TableV2 table;

    Circuit(Construct scope, String id, Stage stage) {
        super(scope, id);
        table = TableV2.Builder.create(this, "Table")
                .partitionKey(Attribute.builder()
                        .name("id")
                        .type(AttributeType.STRING)
                        .build())
                .dynamoStream(StreamViewType.NEW_AND_OLD_IMAGES)
                .billing(Billing.onDemand())
                .pointInTimeRecoverySpecification(PointInTimeRecoverySpecification.builder()
                        .pointInTimeRecoveryEnabled(true)
                        .build())
                .deletionProtection(stage.isProtected())
                .removalPolicy(stage.removalPolicy())
                .build();
        CfnOutput.Builder.create(Stack.of(this), "CircuitTable")
                .value(table.getTableName())
                .build();
    }

    /** The id of the item. */
    String name() {
        return NAME;
    }

    String tableName() {
        return table.getTableName();
    }

    String streamArn() {
        return table.getTableStreamArn();
    }

    /** For the state machines that read or write the circuit. */
    Map<String, String> substitutions() {
        return Map.of(
                "CircuitTable", tableName(), "CircuitName", NAME, "StatusWithoutTable", statusWhileTheTableIsDown());
    }

    /** Allows a state machine these actions on the table, and nothing else. */
    void allow(AslStateMachine machine, String... actions) {
        machine.allow(table.getTableArn(), actions);
    }

    /** Fail open, so that work goes on without a circuit breaker, or fail closed: {@code -c circuitTableDown=} says. */
    private String statusWhileTheTableIsDown() {
        String setting = Settings.text(this, "circuitTableDown").orElse("work");
        return switch (setting) {
            case "work" -> "CLOSED";
            case "fail" -> "OPEN";
            default ->
                throw new IllegalArgumentException("'" + setting + "' is nothing to do while the circuit's table is"
                        + " down. Use -c circuitTableDown=work, or =fail to fail fast");
        };
    }
}
