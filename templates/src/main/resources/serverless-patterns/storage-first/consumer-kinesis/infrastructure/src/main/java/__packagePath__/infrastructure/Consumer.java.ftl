package [=package].infrastructure;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;
import software.amazon.awscdk.services.lambda.CfnEventSourceMapping;
import software.amazon.awscdk.services.lambda.CfnEventSourceMapping.DestinationConfigProperty;
import software.amazon.awscdk.services.lambda.CfnEventSourceMapping.MetricsConfigProperty;
import software.amazon.awscdk.services.lambda.CfnEventSourceMapping.OnFailureProperty;
import software.amazon.awscdk.services.s3.BlockPublicAccess;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.s3.BucketEncryption;
import software.amazon.awscdk.services.s3.CfnBucket;
import software.amazon.awscdk.services.s3.LifecycleRule;
import software.amazon.awscdk.services.sqs.IQueue;
import software.constructs.Construct;

/**
 * Works on the records of the stream, shard by shard, each request once: the ledger knows which are done.
 *
 * <p>A record that fails is retried, and its shard waits, because order would be lost otherwise. Nothing is given up by
 * the number of attempts, which a short outage uses up; only by age, shortly before the stream would lose the record.
 * It is then parked in a bucket, whole, and the shard goes on. What the work rejects never waits: the function puts it
 * into the dead-letter queue at once.
 */
final class Consumer extends Construct {
    private static final int BATCH_SIZE = 10;

    private final Alarms alarms;
[#if featureFlags == "true"]
    private final JavaFunction function;
[/#if]

    Consumer(
            Construct scope,
            String id,
            Stage stage,
            Timing timing,
            Alarms alarms,
            RequestStream requests,
            DeadLetters deadLetters,
            Ledger ledger) {
        super(scope, id);
        this.alarms = alarms;
        var failed = failedRecords(stage, timing);
[#if featureFlags == "true"]
        function = function(stage, timing, ledger, deadLetters.queue());
[#else]
        JavaFunction function = function(stage, timing, ledger, deadLetters.queue());
[/#if]
        String stream = requests.stream().getStreamArn();
        function.allow(
                stream,
                "kinesis:DescribeStream",
                "kinesis:DescribeStreamSummary",
                "kinesis:GetRecords",
                "kinesis:GetShardIterator",
                "kinesis:ListShards",
                "kinesis:ListStreams");
        function.allow(failed.getBucketArn(), "s3:ListBucket");
        function.allow(failed.arnForObjects("aws/lambda/*"), "s3:PutObject");
        SecurityReview.accept(
                function,
                "AwsSolutions-IAM5",
                "Lambda names the objects in which it parks failed records",
                "Resource::<%s.Arn>/aws/lambda/*".formatted(logicalId(failed)));
        var mapping = CfnEventSourceMapping.Builder.create(this, "Mapping")
                .functionName(function.live().getFunctionArn())
                .eventSourceArn(stream)
                .startingPosition("TRIM_HORIZON")
                .batchSize(BATCH_SIZE)
                .parallelizationFactor(1)
                .functionResponseTypes(List.of("ReportBatchItemFailures"))
                .bisectBatchOnFunctionError(true)
                .maximumRecordAgeInSeconds(timing.outage().toSeconds())
                .destinationConfig(parkIn(failed))
                .metricsConfig(MetricsConfigProperty.builder()
                        .metrics(List.of("EventCount"))
                        .build())
                .build();
        watchAge(timing, function);
        watchParking(mapping);

        output("EventSourceMapping", mapping.getRef());
        output("FailedBucket", failed.getBucketName());
    }
[#if featureFlags == "true"]

    JavaFunction function() {
        return function;
    }
[/#if]

    private JavaFunction function(Stage stage, Timing timing, Ledger ledger, IQueue deadLetters) {
        Map<String, String> environment = Map.of(
                "LEDGER_TABLE", ledger.tableName(),
                "DEAD_LETTER_QUEUE_URL", deadLetters.getQueueUrl(),
                "RETAIN_DAYS", String.valueOf(timing.ledgerRetention().toDays()),
                "POWERTOOLS_SERVICE_NAME", "[=stackName]",
                "POWERTOOLS_METRICS_NAMESPACE", "[=stackName]");
        String handler = "Process[=Resources]Handler";
        var function = new JavaFunction(this, "Process", stage, handler, timing.function(), environment);
        ledger.allow(function);
        function.allow(deadLetters.getQueueArn(), "sqs:SendMessage");
        return function;
    }

    /** A queue would get pointers into the stream only; the bucket gets the records themselves. */
    private Bucket failedRecords(Stage stage, Timing timing) {
        Bucket bucket = Bucket.Builder.create(this, "Failed")
                .encryption(BucketEncryption.S3_MANAGED)
                .blockPublicAccess(BlockPublicAccess.BLOCK_ALL)
                .enforceSsl(true)
                .lifecycleRules(List.of(LifecycleRule.builder()
                        .expiration(CdkDuration.of(timing.failedRetention()))
                        .build()))
                .removalPolicy(stage.removalPolicy())
                .build();
        SecurityReview.accept(bucket, "AwsSolutions-S1", "Only Lambda writes into it, and an alarm says so");
        return bucket;
    }

    private static String logicalId(Bucket bucket) {
        return Stack.of(bucket).getLogicalId((CfnBucket) bucket.getNode().getDefaultChild());
    }

    private static DestinationConfigProperty parkIn(Bucket bucket) {
        OnFailureProperty onFailure =
                OnFailureProperty.builder().destination(bucket.getBucketArn()).build();
        return DestinationConfigProperty.builder().onFailure(onFailure).build();
    }

    private void watchAge(Timing timing, JavaFunction function) {
        var age = function.live()
                .metric(
                        "IteratorAge",
                        MetricOptions.builder()
                                .period(Duration.minutes(1))
                                .statistic("Maximum")
                                .build());
        alarms.raiseAt(
                timing.blocked().toMillis(),
                age,
                "BlockedShard",
                "A shard stands still or falls behind. See the runbook in README.md.");
        alarms.raiseAt(
                timing.alarmingAge().toMillis(),
                age,
                "OldestRequest",
                "Requests wait too long and will be taken out of the stream. See the runbook in README.md.");
    }

    private void watchParking(CfnEventSourceMapping mapping) {
        alarms.raiseAt(
                1,
                count(mapping, "OnFailureDestinationDeliveredEventCount"),
                "FailedRequests",
                "Requests failed until they were too old and are parked. See the runbook in README.md.");
        alarms.raiseAt(
                1,
                count(mapping, "DroppedEventCount"),
                "DroppedRequests",
                "Requests were given up by Lambda and are in the stream only. See the runbook in README.md.");
    }

    private static Metric count(CfnEventSourceMapping mapping, String name) {
        return Metric.Builder.create()
                .namespace("AWS/Lambda")
                .metricName(name)
                .dimensionsMap(Map.of("EventSourceMappingUUID", mapping.getRef()))
                .period(Duration.minutes(1))
                .statistic("Sum")
                .build();
    }

    private void output(String name, String value) {
        CfnOutput.Builder.create(this, name).value(value).build().overrideLogicalId(name);
    }
}
