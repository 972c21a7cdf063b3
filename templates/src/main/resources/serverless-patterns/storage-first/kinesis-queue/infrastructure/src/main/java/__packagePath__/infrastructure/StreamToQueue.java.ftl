package [=package].infrastructure;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.CfnOutput;
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

/**
 * Brings each record of the stream into the work queue, as it is, whether the circuit is open or not. Nothing keeps the
 * order from there on: no pipe waits for a task, so a record cannot hold back the next one.
 *
 * @see <a href="https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-pipes-kinesis.html">Kinesis as a source</a>
 */
final class StreamToQueue extends Construct {
    /** The largest records fill a call of SQS, and what is given up is one record. */
    private static final int BATCH_SIZE = 1;
    /** The queue keeps no order, so several records of a shard may be on their way. */
    private static final int BATCHES_PER_SHARD = 10;
    /** What SQS refuses so often must not hold up its shard; failures inside the pipe do not count. */
    private static final int RETRIES = 20;
    /** Of the oldest record that the pipe has not read: it needs seconds. */
    private static final Duration BEHIND = Duration.hours(1);

    StreamToQueue(
            Construct scope,
            String id,
            Stage stage,
            Timing timing,
            Alarms alarms,
            RequestStream requests,
            WorkQueue queue) {
        super(scope, id);
        String stream = requests.stream().getStreamArn();
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
                                "kinesis:DescribeStream",
                                "kinesis:DescribeStreamSummary",
                                "kinesis:GetRecords",
                                "kinesis:GetShardIterator",
                                "kinesis:ListShards",
                                "kinesis:ListStreams"),
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
                .description("New requests: stream to work queue")
                .roleArn(role.getRoleArn())
                .source(stream)
                .sourceParameters(CfnPipe.PipeSourceParametersProperty.builder()
                        .kinesisStreamParameters(fromTheStart(failed))
                        .build())
                .target(queue.queue().getQueueArn())
                .build();
        watch(alarms, requests, pipe, failed);
        CfnOutput.Builder.create(this, "FailedUrl")
                .value(failed.getQueueUrl())
                .build()
                .overrideLogicalId("StreamFailedUrl");
    }

    private static CfnPipe.PipeSourceKinesisStreamParametersProperty fromTheStart(Queue failed) {
        return CfnPipe.PipeSourceKinesisStreamParametersProperty.builder()
                .startingPosition("TRIM_HORIZON")
                .batchSize(BATCH_SIZE)
                .parallelizationFactor(BATCHES_PER_SHARD)
                .maximumRecordAgeInSeconds(-1)
                .maximumRetryAttempts(RETRIES)
                .deadLetterConfig(CfnPipe.DeadLetterConfigProperty.builder()
                        .arn(failed.getQueueArn())
                        .build())
                .build();
    }

    private static void watch(Alarms alarms, RequestStream requests, CfnPipe pipe, Queue failed) {
        alarms.raiseAt(
                BEHIND.toMilliseconds().doubleValue(),
                requests.stream()
                        .metricGetRecordsIteratorAgeMilliseconds(MetricOptions.builder()
                                .period(Duration.minutes(1))
                                .statistic("Maximum")
                                .build()),
                "StreamBehind",
                "The pipe falls behind the stream. See the runbook in README.md.");
        alarms.raiseAt(
                1,
                failed.metricApproximateNumberOfMessagesVisible(MetricOptions.builder()
                        .period(Duration.minutes(1))
                        .statistic("Maximum")
                        .build()),
                "StreamFailed",
                "The pipe gave up requests, which are still in the stream. See the runbook in README.md.");
        alarms.raiseAt(
                1,
                Metric.Builder.create()
                        .namespace("AWS/EventBridge/Pipes")
                        .metricName("ExecutionFailed")
                        .dimensionsMap(Map.of("PipeName", pipe.getRef()))
                        .period(Duration.minutes(5))
                        .statistic("Sum")
                        .build(),
                "StreamPipeFailing",
                "Stored requests do not reach the work queue. See the runbook in README.md.");
    }

    private static PolicyStatement allow(List<String> resources, String... actions) {
        return PolicyStatement.Builder.create()
                .actions(List.of(actions))
                .resources(resources)
                .build();
    }
}
