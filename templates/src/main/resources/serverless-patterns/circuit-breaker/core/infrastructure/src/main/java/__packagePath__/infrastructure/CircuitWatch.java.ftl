package [=package].infrastructure;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.cloudwatch.Alarm;
import software.amazon.awscdk.services.cloudwatch.ComparisonOperator;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.amazon.awscdk.services.cloudwatch.TreatMissingData;
import software.amazon.awscdk.services.iam.PolicyDocument;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.scheduler.CfnSchedule;
import software.amazon.awscdk.services.stepfunctions.StateMachineType;
import software.constructs.Construct;

/** Measures every minute whether the circuit is open: events tell of changes, but not how long nothing changes. */
final class CircuitWatch extends Construct {
    /** How long the circuit may be open before someone must look: longer than a restart or a failover. */
    private static final int ALARMING_MINUTES = 15;

    private final Circuit circuit;
    private final String namespace;

    CircuitWatch(Construct scope, String id, Stage stage, Circuit circuit, Alarms alarms) {
        super(scope, id);
        this.circuit = circuit;
        namespace = Stack.of(this).getStackName();
        Map<String, String> substitutions =
                Map.of("CircuitTable", circuit.tableName(), "CircuitName", circuit.name(), "Namespace", namespace);
        var machine =
                new AslStateMachine(this, "Machine", stage, StateMachineType.EXPRESS, definition(), substitutions);
        circuit.allow(machine, "dynamodb:GetItem");
        machine.allow(report());
        everyMinute(machine);
        alarms.announce(Alarm.Builder.create(this, "Open")
                .alarmDescription("The circuit is open for " + ALARMING_MINUTES + " minutes: the service is down, or"
                        + " someone forced the circuit. See the runbook in README.md.")
                .metric(open())
                .threshold(1)
                .comparisonOperator(ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD)
                .evaluationPeriods(ALARMING_MINUTES)
                .treatMissingData(TreatMissingData.IGNORE)
                .build());
    }

    static StateMachineDefinition definition() {
        return StateMachineDefinition.read("circuit-watch");
    }

    /** 1 while the circuit is not closed. */
    Metric open() {
        return metric("CircuitOpen");
    }

    /** 1 while an operator keeps the circuit open or closed. */
    Metric forced() {
        return metric("CircuitForced");
    }

    private Metric metric(String name) {
        return Metric.Builder.create()
                .namespace(namespace)
                .metricName(name)
                .dimensionsMap(Map.of("Circuit", circuit.name()))
                .period(Duration.minutes(1))
                .statistic("Maximum")
                .build();
    }

    private PolicyStatement report() {
        return PolicyStatement.Builder.create()
                .actions(List.of("cloudwatch:PutMetricData"))
                .resources(List.of("*"))
                .conditions(Map.of("StringEquals", Map.of("cloudwatch:namespace", namespace)))
                .build();
    }

    private void everyMinute(AslStateMachine machine) {
        PolicyStatement start = PolicyStatement.Builder.create()
                .actions(List.of("states:StartExecution"))
                .resources(List.of(machine.arn()))
                .build();
        Role role = Role.Builder.create(this, "ScheduleRole")
                .assumedBy(ServicePrincipal.Builder.create("scheduler.amazonaws.com")
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
        CfnSchedule.Builder.create(this, "Schedule")
                .description("Measures whether the circuit is open")
                .scheduleExpression("rate(1 minute)")
                .flexibleTimeWindow(CfnSchedule.FlexibleTimeWindowProperty.builder()
                        .mode("OFF")
                        .build())
                .target(CfnSchedule.TargetProperty.builder()
                        .arn(machine.arn())
                        .roleArn(role.getRoleArn())
                        .retryPolicy(CfnSchedule.RetryPolicyProperty.builder()
                                .maximumRetryAttempts(0)
                                .build())
                        .build())
                .build();
    }
}
