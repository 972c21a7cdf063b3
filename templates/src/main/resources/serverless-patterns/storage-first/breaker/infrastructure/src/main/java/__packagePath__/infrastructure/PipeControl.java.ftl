package [=package].infrastructure;

[@imports]
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.cloudwatch.Alarm;
import software.amazon.awscdk.services.cloudwatch.ComparisonOperator;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;
import software.amazon.awscdk.services.cloudwatch.TreatMissingData;
import software.amazon.awscdk.services.events.CfnRule;
import software.amazon.awscdk.services.iam.PolicyDocument;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.scheduler.CfnSchedule;
import software.amazon.awscdk.services.stepfunctions.StateMachineType;
import software.constructs.Construct;
[/@imports]

/**
 * Stops the pipe while the circuit is not closed, starts it when it is, and probes in between: so requests stay stored
 * instead of being tried in vain. It looks when the circuit changes and every minute, which heals whatever made a
 * difference: a lost event, a deployment, an operator.
 */
final class PipeControl extends Construct {
    /** Long enough to miss single starts, which Scheduler does not promise to the second. */
    private static final int SILENT_MINUTES = 5;

    private final AslStateMachine machine;

    PipeControl(
            Construct scope,
            String id,
            Stage stage,
            Alarms alarms,
            Circuit circuit,
            CircuitEvents changes,
            RequestPipe pipe,
            CircuitBreaker breaker[#if slot("pipe-control.parameters")?has_content],
[=slot("pipe-control.parameters")?chop_linebreak?replace("\n", ",\n")][/#if]) {
        super(scope, id);
        Map<String, String> substitutions = new HashMap<>(PipeTiming.standard().substitutions());
        substitutions.put("CircuitTable", circuit.tableName());
        substitutions.put("CircuitName", circuit.name());
        substitutions.put("PipeName", pipe.name());
        substitutions.put("BreakerArn", breaker.machine().arn());
[=slot("pipe-control.substitutions")]        machine = new AslStateMachine(this, "Machine", stage, StateMachineType.EXPRESS, definition(), substitutions);
        circuit.allow(machine, "dynamodb:GetItem"[#if slot("pipe-control.probe")?has_content], "dynamodb:UpdateItem"[/#if]);
        machine.allow(pipe.arn(), "pipes:DescribePipe", "pipes:StartPipe", "pipes:StopPipe");
        machine.allow(breaker.machine().arn(), "[=slot("pipe-control.start-action")?trim]");
[=slot("pipe-control.allow")]        whenTheCircuitChanges(changes);
        everyMinute();
        watch(alarms);
    }

    static StateMachineDefinition definition() {
        return StateMachineDefinition.read("pipe-control");
    }

    private void whenTheCircuitChanges(CircuitEvents changes) {
        CfnRule.Builder.create(this, "CircuitChanged")
                .description("Changes of the circuit, to the control of the pipe")
                .eventPattern(changes.pattern())
                .targets(List.of(CfnRule.TargetProperty.builder()
                        .id("PipeControl")
                        .arn(machine.arn())
                        .roleArn(role("RuleRole", "events.amazonaws.com").getRoleArn())
                        // What comes later than this, the schedule has done.
                        .retryPolicy(CfnRule.RetryPolicyProperty.builder()
                                .maximumEventAgeInSeconds(60)
                                .maximumRetryAttempts(3)
                                .build())
                        .build()))
                .build();
    }

    private void everyMinute() {
        CfnSchedule.Builder.create(this, "Schedule")
                .description("Has the pipe be as the circuit wants it")
                .scheduleExpression("rate(1 minute)")
                .flexibleTimeWindow(CfnSchedule.FlexibleTimeWindowProperty.builder()
                        .mode("OFF")
                        .build())
                .target(CfnSchedule.TargetProperty.builder()
                        .arn(machine.arn())
                        .roleArn(role("ScheduleRole", "scheduler.amazonaws.com").getRoleArn())
                        .retryPolicy(CfnSchedule.RetryPolicyProperty.builder()
                                .maximumRetryAttempts(0)
                                .build())
                        .build())
                .build();
    }

    private Role role(String id, String service) {
        PolicyStatement start = PolicyStatement.Builder.create()
                .actions(List.of("states:StartExecution"))
                .resources(List.of(machine.arn()))
                .build();
        return Role.Builder.create(this, id)
                .assumedBy(ServicePrincipal.Builder.create(service)
                        .conditions(Map.of(
                                "StringEquals",
                                Map.of("aws:SourceAccount", Stack.of(this).getAccount())))
                        .build())
                .inlinePolicies(Map.of(
                        "StartExecution",
                        PolicyDocument.Builder.create()
                                .statements(List.of(start))
                                .build()))
                .build();
    }

    private void watch(Alarms alarms) {
        MetricOptions everyMinute = MetricOptions.builder()
                .period(Duration.minutes(1))
                .statistic("Sum")
                .build();
        String stuck = "The pipe is not as the circuit wants it. See the runbook in README.md.";
        alarms.raiseAt(1, machine.machine().metricFailed(everyMinute), "PipeStuck", stuck);
        alarms.raiseAt(1, machine.machine().metricTimedOut(everyMinute), "ControlTimedOut", stuck);
        alarms.announce(Alarm.Builder.create(this, "ControlSilent")
                .alarmDescription("Nobody looks after the pipe. See the runbook in README.md.")
                .metric(machine.machine().metricStarted(everyMinute))
                .threshold(1)
                .comparisonOperator(ComparisonOperator.LESS_THAN_THRESHOLD)
                .evaluationPeriods(SILENT_MINUTES)
                .treatMissingData(TreatMissingData.BREACHING)
                .build());
    }
}
