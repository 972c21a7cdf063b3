package [=package].infrastructure;

import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.services.dynamodb.Attribute;
import software.amazon.awscdk.services.dynamodb.AttributeType;
import software.amazon.awscdk.services.dynamodb.Billing;
import software.amazon.awscdk.services.dynamodb.PointInTimeRecoverySpecification;
import software.amazon.awscdk.services.dynamodb.TableV2;
import software.constructs.Construct;

/** The table in which {@code IdempotencyLedger} remembers which requests are done. */
final class Ledger extends Construct {
    private final TableV2 table;

    Ledger(Construct scope, String id, Stage stage) {
        super(scope, id);
        table = TableV2.Builder.create(this, "Table")
                .partitionKey(Attribute.builder()
                        .name("id")
                        .type(AttributeType.STRING)
                        .build())
                .timeToLiveAttribute("expiresAt")
                .billing(Billing.onDemand())
                .pointInTimeRecoverySpecification(PointInTimeRecoverySpecification.builder()
                        .pointInTimeRecoveryEnabled(true)
                        .build())
                .deletionProtection(stage.isProtected())
                .removalPolicy(stage.removalPolicy())
                .build();
        CfnOutput.Builder.create(this, "TableName")
                .value(table.getTableName())
                .build()
                .overrideLogicalId("LedgerTable");
    }

    /** For the environment variable {@code LEDGER_TABLE}. */
    String tableName() {
        return table.getTableName();
    }

    /** Allows a function what {@code IdempotencyLedger} does. */
    void allow(JavaFunction function) {
        function.allow(table.getTableArn(), "dynamodb:PutItem", "dynamodb:UpdateItem");
    }
}
