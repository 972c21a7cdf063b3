package [=package].infrastructure;

[@imports]
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;
import software.amazon.awscdk.services.sqs.DeadLetterQueue;
import software.amazon.awscdk.services.sqs.Queue;
import software.amazon.awscdk.services.sqs.QueueEncryption;
import software.constructs.Construct;
[=slot("work-queue.imports")]
[/@imports]

/** The stored requests, and the dead-letter queue for those that could not be worked on. */
final class WorkQueue extends Construct {
[#if slot("work-queue.sizes")?has_content]
[=slot("work-queue.sizes")?chop_linebreak]
[#else]
    /** Room for every consumer: Step Functions and Lambda take 256 KiB with envelope and escaping. */
    private static final int MAX_REQUEST_BYTES = 200 * 1024;
    /** A rejected request is parked with its reason, which needs some room more. */
    private static final int MAX_DEAD_LETTER_BYTES = 256 * 1024;
[/#if]

    private final Queue queue;
    private final Queue deadLetters;

    WorkQueue(Construct scope, String id, Stage stage, Timing timing, Alarms alarms) {
        super(scope, id);
        deadLetters = defaults("DeadLetters", stage)
                .retentionPeriod(CdkDuration.of(timing.deadLetterRetention()))
                .maxMessageSizeBytes(MAX_DEAD_LETTER_BYTES)
                .build();
        queue = defaults("Queue", stage)
                .retentionPeriod(CdkDuration.of(timing.queueRetention()))
                .visibilityTimeout(CdkDuration.of(timing.visibility()))
                .maxMessageSizeBytes(MAX_REQUEST_BYTES)
                .deadLetterQueue(DeadLetterQueue.builder()
                        .queue(deadLetters)
                        .maxReceiveCount(timing.maxReceiveCount())
                        .build())
                .build();

        var everyMinute = MetricOptions.builder()
                .period(Duration.minutes(1))
                .statistic("Maximum")
                .build();
        alarms.raiseAt(
                timing.alarmingAge().toSeconds(),
                queue.metricApproximateAgeOfOldestMessage(everyMinute),
                "OldestRequest",
                "Requests wait too long and are lost when the retention ends. See the runbook in README.md.");
        alarms.raiseAt(
                1,
                deadLetters.metricApproximateNumberOfMessagesVisible(everyMinute),
                "DeadLetters",
                "Requests could not be worked on. See the runbook in README.md.");

        CfnOutput.Builder.create(Stack.of(this), "QueueArn")
                .value(queue.getQueueArn())
                .build();
        CfnOutput.Builder.create(Stack.of(this), "DeadLetterQueueArn")
                .value(deadLetters.getQueueArn())
                .build();
        CfnOutput.Builder.create(Stack.of(this), "DeadLetterQueueUrl")
                .value(deadLetters.getQueueUrl())
                .build();
    }

    Queue queue() {
        return queue;
    }

    Queue deadLetters() {
        return deadLetters;
    }

    private Queue.Builder defaults(String id, Stage stage) {
        return Queue.Builder.create(this, id)
                .encryption(QueueEncryption.SQS_MANAGED)
                .enforceSsl(true)
[=slot("work-queue.fifo")]                .removalPolicy(stage.removalPolicy());
    }
}
