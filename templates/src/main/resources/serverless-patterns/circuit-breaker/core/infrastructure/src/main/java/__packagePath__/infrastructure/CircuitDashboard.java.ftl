package [=package].infrastructure;

import java.util.List;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.cloudwatch.Dashboard;
import software.amazon.awscdk.services.cloudwatch.GraphWidget;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;
import software.amazon.awscdk.services.stepfunctions.StateMachine;
import software.constructs.Construct;

/** The circuit and what goes through it, on one page of CloudWatch. */
final class CircuitDashboard extends Construct {
    private static final int WIDTH = 12;

    CircuitDashboard(Construct scope, String id, CircuitWatch watch, CircuitBreaker breaker) {
        super(scope, id);
        StateMachine machine = breaker.machine().machine();
        // Without a name of its own: names of dashboards are global, and the stack may be in several regions.
        Dashboard dashboard = Dashboard.Builder.create(this, "Dashboard")
                .defaultInterval(Duration.hours(3))
                .widgets(List.of(
                        List.of(
                                graph("Circuit: 1 is open, or forced", watch.open(), watch.forced()),
                                graph(
                                        "Executions: an open circuit fails them, too",
                                        machine.metricSucceeded(sum()),
                                        machine.metricFailed(sum()),
                                        machine.metricTimedOut(sum()),
                                        machine.metricThrottled(sum()))),
                        List.of(
                                graph("Started", machine.metricStarted(sum())),
                                graph(
                                        "Duration in ms",
                                        machine.metricTime(statistic("p50")),
                                        machine.metricTime(statistic("p99"))))))
                .build();
        CfnOutput.Builder.create(Stack.of(this), "CircuitDashboardName")
                .value(dashboard.getDashboardName())
                .build();
    }

    private static GraphWidget graph(String title, IMetric... metrics) {
        return GraphWidget.Builder.create()
                .title(title)
                .width(WIDTH)
                .left(List.of(metrics))
                .build();
    }

    private static MetricOptions sum() {
        return statistic("Sum");
    }

    private static MetricOptions statistic(String statistic) {
        return MetricOptions.builder()
                .period(Duration.minutes(1))
                .statistic(statistic)
                .build();
    }
}
