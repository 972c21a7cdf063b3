[#-- Whether the work logs what it does. --]
[#assign logged = slot("health-alarms.logged")?has_content]
package [=package].infrastructure;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.services.cloudwatch.Alarm;
import software.amazon.awscdk.services.cloudwatch.AlarmRule;
import software.amazon.awscdk.services.cloudwatch.ComparisonOperator;
import software.amazon.awscdk.services.cloudwatch.CompositeAlarm;
import software.amazon.awscdk.services.cloudwatch.IAlarmRule;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.MathExpression;
import software.amazon.awscdk.services.cloudwatch.TreatMissingData;
import software.amazon.awscdk.services.events.EventPattern;
import software.constructs.Construct;

/**
 * Opens the circuit when the work gets bad without failing altogether: when many attempts fail that a retry saves, when
[#if logged]
 * it gets slow, when it logs errors. An alarm looks at each; one composite alarm of them is the signal. Its OK has the
 * circuit probed and does not close it: an open circuit has no traffic, so its alarms are OK whatever the service does.
[#else]
 * it gets slow. An alarm looks at each; one composite alarm of them is the signal. Its OK has the circuit probed and does
 * not close it: an open circuit has no traffic, so its alarms are OK whatever the service does.
[/#if]
 */
final class HealthAlarms extends Construct {
    /** With fewer calls in a period a percentage says little; then the circuit breaker alone decides. */
    private static final int ENOUGH_CALLS = 20;

    private static final int FAILED_PERCENT = 25;
[#if logged]
    private static final int ERRORS_PERCENT = 25;
[/#if]
    /** Of what an attempt may take at most. */
    private static final int SLOW_PERCENT = 80;
    /** Events of alarms tell of changes, so one that is late still counts. */
    private static final Duration SIGNAL_GOOD_FOR = Duration.ofHours(1);

    private final Alarms alarms;
    private final AlarmTiming timing;
    private final WorkMetrics work;

    HealthAlarms(
            Construct scope, String id, Alarms alarms, HealthControl control, AlarmTiming timing, WorkMetrics work) {
        super(scope, id);
        this.alarms = alarms;
        this.timing = timing;
        this.work = work;
        List<Alarm> symptoms = List.of(
                alarm(
                        "WorkFailing",
                        percentOfCalls(work.failures()),
                        FAILED_PERCENT,
                        "Attempts of the work fail. See the runbook in README.md."),
                alarm(
                        "WorkSlow",
                        ofEnoughCalls("value", work.latency()),
                        work.limit().toMillis() * SLOW_PERCENT / 100.0,
                        "The work is slow. See the runbook in README.md.")[#if logged],
                alarm(
                        "WorkLogsErrors",
                        percentOfCalls(work.errors()),
                        ERRORS_PERCENT,
                        "The work logs errors. See the runbook in README.md.")[/#if]);
        CompositeAlarm unhealthy = CompositeAlarm.Builder.create(this, "Unhealthy")
                .alarmDescription("Opens the circuit")
                .alarmRule(AlarmRule.anyOf(symptoms.toArray(IAlarmRule[]::new)))
                .build();
        control.listen("Alarm", "Alarm of the work to its circuit", changesOf(unhealthy), SIGNAL_GOOD_FOR);
    }

    /** INSUFFICIENT_DATA is no signal: it says that nobody knows. */
    private static EventPattern changesOf(CompositeAlarm alarm) {
        return EventPattern.builder()
                .source(List.of("aws.cloudwatch"))
                .detailType(List.of("CloudWatch Alarm State Change"))
                .resources(List.of(alarm.getAlarmArn()))
                .detail(Map.of("state", Map.of("value", List.of("ALARM", "OK"))))
                .build();
    }

    private Alarm alarm(String id, IMetric metric, double threshold, String whatToDo) {
        Alarm alarm = Alarm.Builder.create(this, id)
                .alarmDescription(whatToDo)
                .metric(metric)
                .threshold(threshold)
                .comparisonOperator(ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD)
                .evaluationPeriods(timing.window())
                .datapointsToAlarm(timing.breaching())
                .treatMissingData(TreatMissingData.NOT_BREACHING)
                .build();
        alarms.announce(alarm);
        return alarm;
    }

    private MathExpression percentOfCalls(IMetric metric) {
        return ofEnoughCalls("100 * value / calls", metric);
    }

    private MathExpression ofEnoughCalls(String expression, IMetric metric) {
        return MathExpression.Builder.create()
                .expression("IF(calls >= %d, %s, 0)".formatted(ENOUGH_CALLS, expression))
                .usingMetrics(new TreeMap<>(Map.of("calls", work.calls(), "value", metric)))
                .period(CdkDuration.of(timing.period()))
                .build();
    }
}
