package [=package].infrastructure;

import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.MathExpression;
import software.constructs.Construct;

/**
 * Takes a rollout of the flag {@code newProcessing} back when the new way fails. The alarm counts nothing but the new way:
 * one that is raised anyway in an outage would also keep flags from being switched on.
 */
final class NewProcessing extends Construct {
    private static final int MIN_REQUESTS = 5;
    private static final int MAX_FAILED_PERCENT = 20;

    NewProcessing(Construct scope, String id, Alarms alarms, FeatureFlags flags) {
        super(scope, id);
        IMetric requests = flags.metric("newProcessingFailed", "SampleCount", Duration.minutes(5));
        IMetric failed = flags.metric("newProcessingFailed", "Sum", Duration.minutes(5));
        var failedPercent = MathExpression.Builder.create()
                .expression("IF(requests >= %d, 100 * failed / requests, 0)".formatted(MIN_REQUESTS))
                .usingMetrics(new TreeMap<>(Map.of("requests", requests, "failed", failed)))
                .period(Duration.minutes(5))
                .label("failed requests, percent")
                .build();
        String takenBack = "The new processing fails; a rollout is taken back. See Feature flags in README.md.";
        flags.rollBackOn(alarms.raiseAt(MAX_FAILED_PERCENT, failedPercent, "NewProcessingFails", takenBack));
    }
}
