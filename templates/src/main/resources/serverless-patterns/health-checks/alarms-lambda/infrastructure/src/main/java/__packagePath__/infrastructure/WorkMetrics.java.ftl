package [=package].infrastructure;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.MathExpression;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;
import software.amazon.awscdk.services.logs.FilterPattern;
import software.amazon.awscdk.services.logs.IFilterPattern;
import software.amazon.awscdk.services.logs.MetricFilter;
import software.constructs.Construct;

/** What the alarms look at: the attempts of the work function, and what it logs. Each metric is for one period. */
final class WorkMetrics extends Construct {
    /** Lambda counts every exception as an error, also those that say nothing about the health of the service. */
    private static final IFilterPattern NO_FAILURE =
            FilterPattern.literal("{ ($.rejected >= 1) || ($.in_progress >= 1) }");

    private static final IFilterPattern ERROR = FilterPattern.literal("{ $.level = \"ERROR\" }");

    private final JavaFunction function;
    private final Duration limit;
    private final Duration period;
    private final MetricFilter noFailure;
    private final MetricFilter loggedErrors;

    WorkMetrics(Construct scope, String id, LambdaWork work, CircuitTiming timing, Duration period) {
        super(scope, id);
        this.function = work.function();
        this.limit = LambdaWork.timeout(timing);
        this.period = period;
        noFailure = count("NoFailure", NO_FAILURE);
        loggedErrors = count("LoggedErrors", ERROR);
    }

    /** Attempts, those by which a failed one is repeated too. */
    IMetric calls() {
        return function.live().metricInvocations(statistic("Sum"));
    }

    /** Attempts that failed, without requests that the work rejected or that another worker had. */
    IMetric failures() {
        return MathExpression.Builder.create()
                .expression("errors - FILL(noFailure, 0)")
                .usingMetrics(new TreeMap<>(Map.of(
                        "errors",
                        function.live().metricErrors(statistic("Sum")),
                        "noFailure",
                        noFailure.metric(statistic("Sum")))))
                .period(CdkDuration.of(period))
                .build();
    }

    /** How long an attempt took, the 99th percentile, in milliseconds. */
    IMetric latency() {
        return function.live().metricDuration(statistic("p99"));
    }

    /** How long an attempt may take. */
    Duration limit() {
        return limit;
    }

    /** Lines that the work logged as errors, also where it went on afterwards. */
    IMetric errors() {
        return loggedErrors.metric(statistic("Sum"));
    }

    private MetricFilter count(String name, IFilterPattern lines) {
        return MetricFilter.Builder.create(this, name)
                .logGroup(function.log())
                .filterPattern(lines)
                .metricNamespace(Stack.of(this).getStackName())
                .metricName(name)
                .metricValue("1")
                .defaultValue(0)
                .build();
    }

    private MetricOptions statistic(String statistic) {
        return MetricOptions.builder()
                .period(CdkDuration.of(period))
                .statistic(statistic)
                .build();
    }
}
