package [=package].infrastructure;

import java.util.Map;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.Alarm;
import software.amazon.awscdk.services.cloudwatch.ComparisonOperator;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;
import software.amazon.awscdk.services.cloudwatch.TreatMissingData;
import software.constructs.Construct;

/**
 * Alarms for requests that wait too long. While the pipe reads, the stream tells how old they are; while it stands still
 * nobody reads and there is no age to tell, so there the silence is measured.
 */
final class StreamWatch extends Construct {
    private static final Duration QUARTER_OF_AN_HOUR = Duration.minutes(15);

    StreamWatch(Construct scope, String id, Timing timing, Alarms alarms, RequestStream requests, RequestPipe pipe) {
        super(scope, id);
        Metric age = requests.stream()
                .metricGetRecordsIteratorAgeMilliseconds(MetricOptions.builder()
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
                "Requests wait too long and will be given up. See the runbook in README.md.");
        alarms.announce(Alarm.Builder.create(this, "StandStill")
                .alarmDescription("The pipe stands still, and requests will be given up. See the runbook in README.md.")
                .metric(requests.stream()
                        .metricGetRecordsSuccess(MetricOptions.builder()
                                .period(Duration.hours(1))
                                .statistic("SampleCount")
                                .build()))
                .threshold(1)
                .comparisonOperator(ComparisonOperator.LESS_THAN_THRESHOLD)
                .evaluationPeriods(timing.alarmingAge().toHours())
                .treatMissingData(TreatMissingData.BREACHING)
                .build());
        // An outage stops the pipe. Where it goes on failing in spite of that, the service is up.
        alarms.announce(Alarm.Builder.create(this, "FailingRecord")
                .alarmDescription("A record fails again and again. See the runbook in README.md.")
                .metric(failures(pipe))
                .threshold(1)
                .comparisonOperator(ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD)
                .evaluationPeriods(timing.blocked().toMinutes() / 15)
                .treatMissingData(TreatMissingData.NOT_BREACHING)
                .build());
    }

    private static Metric failures(RequestPipe pipe) {
        return Metric.Builder.create()
                .namespace("AWS/EventBridge/Pipes")
                .metricName("ExecutionFailed")
                .dimensionsMap(Map.of("PipeName", pipe.name()))
                .period(QUARTER_OF_AN_HOUR)
                .statistic("Sum")
                .build();
    }
}
