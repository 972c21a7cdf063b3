package [=package].infrastructure;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;
import software.amazon.awscdk.services.events.EventBus;
import software.amazon.awscdk.services.events.EventPattern;
import software.amazon.awscdk.services.iam.PolicyDocument;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.lambda.EventInvokeConfigOptions;
import software.amazon.awscdk.services.scheduler.CfnSchedule;
import software.constructs.Construct;

/** Checks the service every minute and sends each result to the circuit, through EventBridge. */
final class HealthSchedule extends Construct {
    private static final String DETAIL_TYPE = "health.checked";

    private final CheckTiming timing;
    private final HealthControl control;

    HealthSchedule(
            Construct scope,
            String id,
            Stage stage,
            Alarms alarms,
            Circuit circuit,
            HealthControl control,
            CheckTiming timing[=slot("health-schedule.parameters")?trim]) {
        super(scope, id);
        this.timing = timing;
        this.control = control;
        String source = Stack.of(this).getStackName();
        Map<String, String> environment = Map.of(
                "EVENT_SOURCE",
                source,
                "CIRCUIT",
                circuit.name(),
[=slot("health-schedule.environment")]                "POWERTOOLS_SERVICE_NAME",
                "[=stackName]",
                "POWERTOOLS_METRICS_NAMESPACE",
                "[=stackName]");
        var function = new JavaFunction(this, "Check", stage, "HealthCheckHandler", timing.function(), environment);
        function.allow(sendResults(source));
[=slot("health-schedule.allow")]        tryOnce(function);
        everyInterval(function);
        control.listen("Check", "Health check to its circuit", results(source, circuit), timing.interval());
        alarms.raiseAt(
                3,
                function.live()
                        .metricErrors(MetricOptions.builder()
                                .period(Duration.minutes(5))
                                .build()),
                "ChecksFailing",
                "Health checks cannot report. See the runbook in README.md.");
    }

    private PolicyStatement sendResults(String source) {
        return PolicyStatement.Builder.create()
                .actions(List.of("events:PutEvents"))
                .resources(List.of(
                        EventBus.fromEventBusName(this, "Bus", "default").getEventBusArn()))
                .conditions(Map.of("StringEquals", Map.of("events:source", source, "events:detail-type", DETAIL_TYPE)))
                .build();
    }

    /** A check that is tried again later would be one more check. */
    private void tryOnce(JavaFunction function) {
        function.live()
                .configureAsyncInvoke(EventInvokeConfigOptions.builder()
                        .retryAttempts(0)
                        .maxEventAge(CdkDuration.of(timing.interval()))
                        .build());
    }

    private void everyInterval(JavaFunction function) {
        PolicyStatement invoke = PolicyStatement.Builder.create()
                .actions(List.of("lambda:InvokeFunction"))
                .resources(List.of(function.live().getFunctionArn()))
                .build();
        PolicyStatement setAside = PolicyStatement.Builder.create()
                .actions(List.of("sqs:SendMessage"))
                .resources(List.of(control.lostSignals().getQueueArn()))
                .build();
        Role role = Role.Builder.create(this, "ScheduleRole")
                .assumedBy(ServicePrincipal.Builder.create("scheduler.amazonaws.com")
                        .conditions(Map.of(
                                "StringEquals",
                                Map.of("aws:SourceAccount", Stack.of(this).getAccount())))
                        .build())
                .inlinePolicies(Map.of(
                        "Check",
                        PolicyDocument.Builder.create()
                                .statements(List.of(invoke, setAside))
                                .build()))
                .build();
        CfnSchedule.Builder.create(this, "Schedule")
                .description("Checks the health of the service")
                .scheduleExpression(rate())
                .flexibleTimeWindow(CfnSchedule.FlexibleTimeWindowProperty.builder()
                        .mode("OFF")
                        .build())
                .target(CfnSchedule.TargetProperty.builder()
                        .arn(function.live().getFunctionArn())
                        .roleArn(role.getRoleArn())
                        .retryPolicy(CfnSchedule.RetryPolicyProperty.builder()
                                .maximumRetryAttempts(1)
                                .maximumEventAgeInSeconds(timing.interval().toSeconds())
                                .build())
                        .deadLetterConfig(CfnSchedule.DeadLetterConfigProperty.builder()
                                .arn(control.lostSignals().getQueueArn())
                                .build())
                        .build())
                .build();
    }

    private String rate() {
        long minutes = timing.interval().toMinutes();
        return "rate(" + minutes + (minutes == 1 ? " minute)" : " minutes)");
    }

    private static EventPattern results(String source, Circuit circuit) {
        return EventPattern.builder()
                .source(List.of(source))
                .detailType(List.of(DETAIL_TYPE))
                .detail(Map.of("circuit", List.of(circuit.name())))
                .build();
    }
}
