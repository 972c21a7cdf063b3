package [=package].infrastructure;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;
import software.amazon.awscdk.services.iam.PolicyDocument;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.pipes.CfnPipe;
import software.amazon.awscdk.services.sqs.Queue;
import software.amazon.awscdk.services.sqs.QueueEncryption;
import software.constructs.Construct;

/** Brings each new row of the table into the work queue, by its stream and a pipe. */
final class StreamToQueue extends Construct {
    private static final String NEW_ROWS = "{\"eventName\":[\"INSERT\"]}";
    /** As many as SQS takes at once. */
    private static final int BATCH_SIZE = 10;
    /** Rows need no order, so several batches of a shard may be on their way. */
    private static final int BATCHES_PER_SHARD = 10;
    /** What SQS refuses so often must not hold up its shard; failures inside the pipe do not count. */
    private static final int RETRIES = 20;

    StreamToQueue(
            Construct scope, String id, Stage stage, Timing timing, Alarms alarms, Ledger ledger, WorkQueue queue) {
        super(scope, id);
        String stream = ledger.table().getTableStreamArn();
        Queue failed = Queue.Builder.create(this, "Failed")
                .encryption(QueueEncryption.SQS_MANAGED)
                .enforceSsl(true)
                .retentionPeriod(CdkDuration.of(timing.deadLetterRetention()))
                .removalPolicy(stage.removalPolicy())
                .build();
        SecurityReview.accept(failed, "AwsSolutions-SQS3", "It is the dead-letter queue of a pipe");
        PolicyDocument readAndSend = PolicyDocument.Builder.create()
                .statements(List.of(
                        allow(
                                List.of(stream),
                                "dynamodb:DescribeStream",
                                "dynamodb:GetRecords",
                                "dynamodb:GetShardIterator",
                                "dynamodb:ListStreams"),
                        allow(List.of(queue.queue().getQueueArn(), failed.getQueueArn()), "sqs:SendMessage")))
                .build();
        Role role = Role.Builder.create(this, "Role")
                .assumedBy(ServicePrincipal.Builder.create("pipes.amazonaws.com")
                        .conditions(Map.of(
                                "StringEquals",
                                Map.of("aws:SourceAccount", Stack.of(this).getAccount())))
                        .build())
                .inlinePolicies(Map.of("StreamToQueue", readAndSend))
                .build();
        CfnPipe pipe = CfnPipe.Builder.create(this, "Pipe")
                .description("New requests: table stream to work queue")
                .roleArn(role.getRoleArn())
                .source(stream)
                .sourceParameters(CfnPipe.PipeSourceParametersProperty.builder()
                        .filterCriteria(CfnPipe.FilterCriteriaProperty.builder()
                                .filters(List.of(CfnPipe.FilterProperty.builder()
                                        .pattern(NEW_ROWS)
                                        .build()))
                                .build())
                        .dynamoDbStreamParameters(fromTheStart(failed))
                        .build())
                .target(queue.queue().getQueueArn())
                .build();
        alarms.raiseAt(
                1,
                failed.metricApproximateNumberOfMessagesVisible(MetricOptions.builder()
                        .period(Duration.minutes(1))
                        .statistic("Maximum")
                        .build()),
                "StreamFailed",
                "The pipe gave up requests, which are still in the table. See the runbook in README.md.");
        alarms.raiseAt(
                1,
                failures(pipe),
                "StreamPipeFailing",
                "Stored requests do not reach the work queue. See the runbook in README.md.");
    }

    private static CfnPipe.PipeSourceDynamoDBStreamParametersProperty fromTheStart(Queue failed) {
        return CfnPipe.PipeSourceDynamoDBStreamParametersProperty.builder()
                .startingPosition("TRIM_HORIZON")
                .batchSize(BATCH_SIZE)
                .parallelizationFactor(BATCHES_PER_SHARD)
                .onPartialBatchItemFailure("AUTOMATIC_BISECT")
                .maximumRecordAgeInSeconds(-1)
                .maximumRetryAttempts(RETRIES)
                .deadLetterConfig(CfnPipe.DeadLetterConfigProperty.builder()
                        .arn(failed.getQueueArn())
                        .build())
                .build();
    }

    private static Metric failures(CfnPipe pipe) {
        return Metric.Builder.create()
                .namespace("AWS/EventBridge/Pipes")
                .metricName("ExecutionFailed")
                .dimensionsMap(Map.of("PipeName", pipe.getRef()))
                .period(Duration.minutes(5))
                .statistic("Sum")
                .build();
    }

    private static PolicyStatement allow(List<String> resources, String... actions) {
        return PolicyStatement.Builder.create()
                .actions(List.of(actions))
                .resources(resources)
                .build();
    }
}
