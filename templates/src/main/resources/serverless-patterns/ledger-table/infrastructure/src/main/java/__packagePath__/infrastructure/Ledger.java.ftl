package [=package].infrastructure;

[@imports]
[=slot("ledger.imports")]
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.dynamodb.Attribute;
import software.amazon.awscdk.services.dynamodb.AttributeType;
import software.amazon.awscdk.services.dynamodb.Billing;
import software.amazon.awscdk.services.dynamodb.PointInTimeRecoverySpecification;
import software.amazon.awscdk.services.dynamodb.TableV2;
import software.constructs.Construct;
[/@imports]

[#if slot("ledger.what")?has_content]
/** [=slot("ledger.what")?trim] */
[#else]
/** The table that remembers which requests are done, and their results. */
[/#if]
final class Ledger extends Construct {
    private final TableV2 table;

    Ledger(Construct scope, String id, Stage stage) {
        super(scope, id);
        table = TableV2.Builder.create(this, "Table")
                .partitionKey(Attribute.builder()
                        .name("id")
                        .type(AttributeType.STRING)
                        .build())
[=slot("ledger.table")]                .timeToLiveAttribute("expiresAt")
                .billing(Billing.onDemand())
                .pointInTimeRecoverySpecification(PointInTimeRecoverySpecification.builder()
                        .pointInTimeRecoveryEnabled(true)
                        .build())
                .deletionProtection(stage.isProtected())
                .removalPolicy(stage.removalPolicy())
                .build();
        CfnOutput.Builder.create(Stack.of(this), "LedgerTable")
                .value(table.getTableName())
                .build();
    }

    /** For the environment variable {@code LEDGER_TABLE}. */
    String tableName() {
        return table.getTableName();
    }

[#if slot("ledger.allow")?has_content]
[=slot("ledger.allow")?chop_linebreak]
[#else]
    /** Allows a function what {@code IdempotencyLedger} does. */
    void allow(JavaFunction function) {
        function.allow(table.getTableArn(), "dynamodb:PutItem", "dynamodb:UpdateItem");
    }
[/#if]
[#if slot("ledger.table")?has_content]

    TableV2 table() {
        return table;
    }
[/#if]
}
