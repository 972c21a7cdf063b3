package [=package].functions;

import software.amazon.lambda.powertools.metrics.MetricsFactory;
import software.amazon.lambda.powertools.metrics.model.DimensionSet;
import software.amazon.lambda.powertools.metrics.model.MetricUnit;

/** Metrics about flags, which alarms watch. */
interface FlagMetrics {
    void add(String name, double value);

    /** @param application has the stage in its name, so that an alarm of one stage does not hear of another */
    static FlagMetrics of(String namespace, String application) {
        var dimension = DimensionSet.of("application", application);
        return (name, value) -> MetricsFactory.getMetricsInstance()
                .flushSingleMetric(name, value, MetricUnit.COUNT, namespace, dimension);
    }
}
