package [=package].infrastructure;

import java.time.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;
import software.amazon.awscdk.services.logs.FilterPattern;
import software.amazon.awscdk.services.logs.MetricFilter;
import software.constructs.Construct;

/**
 * What the alarms look at: the log of the circuit breaker, which has every attempt of the work and how it ended. The
 * machine's own metrics would not do: an execution that fails fast, or whose request is rejected, counts as failed there.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/cw-logs.html">Execution history in logs</a>
 */
final class WorkMetrics extends Construct {
    private static final String DONE = "($.type = \"SucceedStateEntered\" && $.details.name = \"WorkAttemptDone\")";
    private static final String FAILED = "($.type = \"FailStateEntered\" && $.details.name = \"WorkAttemptFailed\")";

    private final AslStateMachine breaker;
    private final Duration limit;
    private final Duration period;
    private final MetricFilter attempts;
    private final MetricFilter failedAttempts;

    WorkMetrics(Construct scope, String id, AslStateMachine breaker, CircuitTiming timing, Duration period) {
        super(scope, id);
        this.breaker = breaker;
        this.limit = timing.work();
        this.period = period;
        attempts = count("Attempts", DONE + " || " + FAILED);
        failedAttempts = count("FailedAttempts", FAILED);
    }

    /** How long an attempt may take. */
    Duration limit() {
        return limit;
    }

    /** Attempts, those by which a failed one is repeated too; without requests that the service rejected. */
    IMetric calls() {
        return attempts.metric(statistic("Sum"));
    }

    /** Attempts that failed. */
    IMetric failures() {
        return failedAttempts.metric(statistic("Sum"));
    }

    /** How long an execution took with all its attempts, the 99th percentile, in milliseconds. */
    IMetric latency() {
        return breaker.machine().metricTime(statistic("p99"));
    }

    private MetricFilter count(String name, String lines) {
        return MetricFilter.Builder.create(this, name)
                .logGroup(breaker.log())
                .filterPattern(FilterPattern.literal("{ " + lines + " }"))
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
