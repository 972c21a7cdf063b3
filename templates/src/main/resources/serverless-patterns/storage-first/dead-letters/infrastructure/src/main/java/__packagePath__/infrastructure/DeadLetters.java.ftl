package [=package].infrastructure;

import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;
import software.amazon.awscdk.services.sqs.Queue;
import software.amazon.awscdk.services.sqs.QueueEncryption;
import software.constructs.Construct;

/** The dead-letter queue: requests that could not be worked on wait here for a person, with the reason. */
final class DeadLetters extends Construct {
    /** Room for the largest request, with envelope and reason. */
    private static final int MAX_BYTES = 256 * 1024;

    private final Queue queue;

    DeadLetters(Construct scope, String id, Stage stage, Timing timing, Alarms alarms) {
        super(scope, id);
        queue = Queue.Builder.create(this, "Queue")
                .retentionPeriod(CdkDuration.of(timing.deadLetterRetention()))
                .maxMessageSizeBytes(MAX_BYTES)
                .encryption(QueueEncryption.SQS_MANAGED)
                .enforceSsl(true)
                .removalPolicy(stage.removalPolicy())
                .build();
        SecurityReview.accept(queue, "AwsSolutions-SQS3", "It is a dead-letter queue: only people receive from it");

        alarms.raiseAt(
                1,
                queue.metricApproximateNumberOfMessagesVisible(MetricOptions.builder()
                        .period(Duration.minutes(1))
                        .statistic("Maximum")
                        .build()),
                "DeadLetters",
                "Requests could not be worked on. See the runbook in README.md.");
        CfnOutput.Builder.create(this, "QueueUrl")
                .value(queue.getQueueUrl())
                .build()
                .overrideLogicalId("DeadLetterQueueUrl");
    }

    Queue queue() {
        return queue;
    }
}
