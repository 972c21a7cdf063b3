[#assign queue = slot("stream.queue")?has_content]
package [=package].infrastructure;

import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.Alarm;
import software.amazon.awscdk.services.cloudwatch.ComparisonOperator;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;
import software.amazon.awscdk.services.cloudwatch.TreatMissingData;
import software.amazon.awscdk.services.kinesis.Stream;
import software.amazon.awscdk.services.kinesis.StreamEncryption;
import software.amazon.awscdk.services.kinesis.StreamMode;
import software.constructs.Construct;

/** The stored requests, in order for each partition key. A record stays until its retention ends, worked on or not. */
final class RequestStream extends Construct {
[#if circuitBreaker == "true" && !queue]
    /** Longer than outages take for the most part: while the circuit is open, nobody reads. */
    private static final int UNREAD_MINUTES = 60;
[#else]
    private static final int UNREAD_MINUTES = 15;
[/#if]

[#if queue]
    /** For whoever has to repair the pipe to the work queue, and for other readers. */
    private static final Duration RETENTION = Duration.days(7);

[/#if]
    private final Stream stream;

    RequestStream(Construct scope, String id, Stage stage[#if !queue], Timing timing[/#if], Alarms alarms) {
        super(scope, id);
        stream = Stream.Builder.create(this, "Stream")
                .streamMode(StreamMode.ON_DEMAND)
                .retentionPeriod([=queue?then("RETENTION", "CdkDuration.of(timing.streamRetention())")])
                .encryption(StreamEncryption.MANAGED)
                .removalPolicy(stage.removalPolicy())
                .build();

        // A stream that nobody reads reports no age at all: then it is the silence that raises the alarm.
        var reads = MetricOptions.builder()
                .period(Duration.minutes(1))
                .statistic("SampleCount")
                .build();
        alarms.announce(Alarm.Builder.create(this, "Unread")
                .alarmDescription("Nobody reads the stream. See the runbook in README.md.")
                .metric(stream.metricGetRecordsSuccess(reads))
                .threshold(1)
                .comparisonOperator(ComparisonOperator.LESS_THAN_THRESHOLD)
                .evaluationPeriods(UNREAD_MINUTES)
                .treatMissingData(TreatMissingData.BREACHING)
                .build());
        CfnOutput.Builder.create(this, "StreamName")
                .value(stream.getStreamName())
                .build()
                .overrideLogicalId("StreamName");
    }

    Stream stream() {
        return stream;
    }
}
