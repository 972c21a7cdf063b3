package [=package].infrastructure;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.services.dynamodb.Attribute;
import software.amazon.awscdk.services.dynamodb.AttributeType;
import software.amazon.awscdk.services.dynamodb.Billing;
import software.amazon.awscdk.services.dynamodb.PointInTimeRecoverySpecification;
import software.amazon.awscdk.services.dynamodb.TableV2;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.lambda.eventsources.SqsEventSource;
import software.constructs.Construct;

/** Works on stored requests, each once: the ledger knows which are done. */
final class Consumer extends Construct {
    private static final int BATCH_SIZE = 10;
    /** How many batches run at once, so that a backlog does not overrun what the work calls; 2 to 1000. */
    private static final int MAX_CONCURRENCY = 10;

[#if slot("stack.consumer")?has_content]
    private final JavaFunction function;

[/#if]
    Consumer(Construct scope, String id, Stage stage, Timing timing, WorkQueue queue) {
        super(scope, id);
        TableV2 ledger = TableV2.Builder.create(this, "Ledger")
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

        Map<String, String> environment = Map.of(
                "LEDGER_TABLE", ledger.getTableName(),
                "DEAD_LETTER_QUEUE_URL", queue.deadLetters().getQueueUrl(),
                "RETAIN_DAYS", String.valueOf(timing.ledgerRetention().toDays()),
                "POWERTOOLS_SERVICE_NAME", "[=stackName]",
                "POWERTOOLS_METRICS_NAMESPACE", "[=stackName]");
        String handler = "Process[=Resources]Handler";
[#if slot("stack.consumer")?has_content]
        function = new JavaFunction(this, "Process", stage, handler, timing.function(), environment);
[#else]
        var function = new JavaFunction(this, "Process", stage, handler, timing.function(), environment);
[/#if]
        allow(function, ledger.getTableArn(), "dynamodb:PutItem", "dynamodb:UpdateItem");
        allow(function, queue.deadLetters().getQueueArn(), "sqs:SendMessage");
        function.live()
                .addEventSource(SqsEventSource.Builder.create(queue.queue())
                        .batchSize(BATCH_SIZE)
                        .maxConcurrency(MAX_CONCURRENCY)
                        .reportBatchItemFailures(true)
                        .build());

        CfnOutput.Builder.create(this, "LedgerTable")
                .value(ledger.getTableName())
                .build();
    }

[#if slot("stack.consumer")?has_content]
    JavaFunction function() {
        return function;
    }

[/#if]
    private static void allow(JavaFunction function, String resource, String... actions) {
        function.role()
                .addToPolicy(PolicyStatement.Builder.create()
                        .actions(List.of(actions))
                        .resources(List.of(resource))
                        .build());
    }
}
