package [=package].infrastructure;

import java.util.List;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.dynamodb.Attribute;
import software.amazon.awscdk.services.dynamodb.AttributeType;
import software.amazon.awscdk.services.dynamodb.Billing;
import software.amazon.awscdk.services.dynamodb.GlobalSecondaryIndexPropsV2;
import software.amazon.awscdk.services.dynamodb.PointInTimeRecoverySpecification;
import software.amazon.awscdk.services.dynamodb.TableV2;
import software.constructs.Construct;

/**
 * The one table, with two kinds of rows, told apart by the prefix of {@code pk}:
 *
 * <ul>
 *   <li>{@code item#<id>}: a resource, read by its key, always consistently. Only these have {@code listName}, so only
 *       they are in the index, by which a page is read with one query: nothing ever scans.
 *   <li>{@code key#<hash of caller and Idempotency-Key>}: which resource a key has created; counts for 24 hours.
 * </ul>
 *
 * <p>All resources are in one list, {@code listName = all}. A partition of an index takes 1,000 writes per second
 * (<a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/bp-partition-key-design.html">source</a>),
 * more than the API lets through; where callers own what they create, the owner is the better name of the list.
 */
final class CrudTable extends Construct {
    private static final String INDEX = "list";

    private final TableV2 table;

    CrudTable(Construct scope, String id, Stage stage) {
        super(scope, id);
        table = TableV2.Builder.create(this, "Table")
                .partitionKey(text("pk"))
                .globalSecondaryIndexes(List.of(GlobalSecondaryIndexPropsV2.builder()
                        .indexName(INDEX)
                        .partitionKey(text("listName"))
                        .sortKey(text("listOrder"))
                        .build()))
                .timeToLiveAttribute("expiresAt")
                .billing(Billing.onDemand())
                .pointInTimeRecoverySpecification(PointInTimeRecoverySpecification.builder()
                        .pointInTimeRecoveryEnabled(true)
                        .build())
                .deletionProtection(stage.isProtected())
                .removalPolicy(stage.removalPolicy())
                .build();
        CfnOutput.Builder.create(Stack.of(this), "CrudTableName")
                .value(table.getTableName())
                .build();
    }

    String name() {
        return table.getTableName();
    }

    String arn() {
        return table.getTableArn();
    }

    /** The resources in the order of their creation. */
    String indexName() {
        return INDEX;
    }

    String indexArn() {
        return table.getTableArn() + "/index/" + INDEX;
    }

    private static Attribute text(String name) {
        return Attribute.builder().name(name).type(AttributeType.STRING).build();
    }
}
