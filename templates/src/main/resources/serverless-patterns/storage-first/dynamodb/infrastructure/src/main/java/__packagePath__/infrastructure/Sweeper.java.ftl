package [=package].infrastructure;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;
import software.amazon.awscdk.services.dynamodb.Attribute;
import software.amazon.awscdk.services.dynamodb.AttributeType;
import software.amazon.awscdk.services.dynamodb.GlobalSecondaryIndexPropsV2;
import software.amazon.awscdk.services.dynamodb.ProjectionType;
import software.amazon.awscdk.services.iam.PolicyDocument;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.scheduler.CfnSchedule;
import software.constructs.Construct;

/** Queues stored requests again that no worker has seen for so long that the stream cannot bring them any more. */
final class Sweeper extends Construct {
    private static final String INDEX = "unseen";
    /** A stream keeps 24 hours. */
    private static final Duration UNSEEN_FOR = Duration.ofHours(25);

    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    Sweeper(Construct scope, String id, Stage stage, Alarms alarms, Ledger ledger, WorkQueue queue) {
        super(scope, id);
        Map<String, String> environment = Map.of(
                "LEDGER_TABLE",
                ledger.table().getTableName(),
                "QUEUE_URL",
                queue.queue().getQueueUrl(),
                "POWERTOOLS_SERVICE_NAME",
                "[=stackName]",
                "POWERTOOLS_METRICS_NAMESPACE",
                "[=stackName]");
        var function = new JavaFunction(this, "Sweep", stage, "SweepHandler", TIMEOUT, environment);
        function.allow(ledger.table().getTableArn() + "/index/" + INDEX, "dynamodb:Query");
        function.allow(ledger.table().getTableArn(), "dynamodb:GetItem", "dynamodb:UpdateItem");
        function.allow(queue.queue().getQueueArn(), "sqs:SendMessage");
        everyHour(function);
        alarms.raiseAt(
                1,
                function.live()
                        .metricErrors(MetricOptions.builder()
                                .period(software.amazon.awscdk.Duration.minutes(5))
                                .build()),
                "SweeperFailing",
                "Requests that the stream lost are not queued again. See the runbook in README.md.");
        CfnOutput.Builder.create(Stack.of(this), "SweeperArn")
                .value(function.live().getFunctionArn())
                .build();
    }

    /** Holds a row only while it has both attributes: from the API's PutItem to the ledger's first lease. */
    static GlobalSecondaryIndexPropsV2 index() {
        return GlobalSecondaryIndexPropsV2.builder()
                .indexName(INDEX)
                .partitionKey(Attribute.builder()
                        .name("status")
                        .type(AttributeType.STRING)
                        .build())
                .sortKey(Attribute.builder()
                        .name("queuedAt")
                        .type(AttributeType.NUMBER)
                        .build())
                .projectionType(ProjectionType.KEYS_ONLY)
                .build();
    }

    private void everyHour(JavaFunction function) {
        PolicyStatement invoke = PolicyStatement.Builder.create()
                .actions(List.of("lambda:InvokeFunction"))
                .resources(List.of(function.live().getFunctionArn()))
                .build();
        Role role = Role.Builder.create(this, "ScheduleRole")
                .assumedBy(ServicePrincipal.Builder.create("scheduler.amazonaws.com")
                        .conditions(Map.of(
                                "StringEquals",
                                Map.of("aws:SourceAccount", Stack.of(this).getAccount())))
                        .build())
                .inlinePolicies(Map.of(
                        "Invoke",
                        PolicyDocument.Builder.create()
                                .statements(List.of(invoke))
                                .build()))
                .build();
        CfnSchedule.Builder.create(this, "Schedule")
                .description("Queues requests again that the stream lost")
                .scheduleExpression("rate(1 hour)")
                .flexibleTimeWindow(CfnSchedule.FlexibleTimeWindowProperty.builder()
                        .mode("OFF")
                        .build())
                .target(CfnSchedule.TargetProperty.builder()
                        .arn(function.live().getFunctionArn())
                        .roleArn(role.getRoleArn())
                        .input("{\"unseenFor\": \"" + UNSEEN_FOR + "\"}")
                        // The next hour's sweep does what this one could not.
                        .retryPolicy(CfnSchedule.RetryPolicyProperty.builder()
                                .maximumRetryAttempts(2)
                                .maximumEventAgeInSeconds(3600)
                                .build())
                        .build())
                .build();
    }
}
