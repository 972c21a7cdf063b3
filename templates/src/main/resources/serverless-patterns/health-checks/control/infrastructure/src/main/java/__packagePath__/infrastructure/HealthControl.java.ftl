package [=package].infrastructure;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.cloudwatch.MathExpression;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;
import software.amazon.awscdk.services.events.EventPattern;
import software.amazon.awscdk.services.events.Rule;
import software.amazon.awscdk.services.events.targets.SfnStateMachine;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.sqs.Queue;
import software.amazon.awscdk.services.sqs.QueueEncryption;
import software.amazon.awscdk.services.stepfunctions.StateMachineType;
import software.constructs.Construct;

/**
 * Where signals about the service arrive: EventBridge starts the control state machine for each, and that moves the
 * circuit. Signals that could not be delivered are kept to be seen, not to be sent again: they would be late.
 */
final class HealthControl extends Construct {
    private static final Duration LOST_SIGNALS_KEPT = Duration.ofDays(14);
    private static final int DELIVERY_RETRIES = 185;

    private final Queue lost;
    private final AslStateMachine machine;
    private final Role deliverer;

    HealthControl(
            Construct scope,
            String id,
            Stage stage,
            Alarms alarms,
            Circuit circuit,
            CircuitTiming timing,
            SignalTiming... signals) {
        super(scope, id);
        lost = Queue.Builder.create(this, "LostSignals")
                .encryption(QueueEncryption.SQS_MANAGED)
                .enforceSsl(true)
                .retentionPeriod(CdkDuration.of(LOST_SIGNALS_KEPT))
                .removalPolicy(stage.removalPolicy())
                .build();
        SecurityReview.accept(lost, "AwsSolutions-SQS3", "It is a dead-letter queue");
        Map<String, String> substitutions = new HashMap<>(substitutions(timing, signals));
        substitutions.put("CircuitTable", circuit.tableName());
        substitutions.put("CircuitName", circuit.name());
        machine = new AslStateMachine(this, "Machine", stage, StateMachineType.EXPRESS, definition(), substitutions);
        circuit.allow(machine, "dynamodb:GetItem", "dynamodb:UpdateItem");
        deliverer = Role.Builder.create(this, "RuleRole")
                .assumedBy(new ServicePrincipal("events.amazonaws.com"))
                .build();
        watch(alarms);
        CfnOutput.Builder.create(Stack.of(this), "LostSignalsUrl")
                .value(lost.getQueueUrl())
                .build();
    }

    static StateMachineDefinition definition() {
        return StateMachineDefinition.read("circuit-control");
    }

    /** All substitutions but those that name the circuit. */
    static Map<String, String> substitutions(CircuitTiming timing, SignalTiming... signals) {
        Map<String, String> substitutions = new HashMap<>();
        substitutions.put("CooldownMs", String.valueOf(timing.cooldown().toMillis()));
        for (SignalTiming signal : signals) {
            substitutions.putAll(signal.substitutions());
        }
        return substitutions;
    }

    /**
     * Has events of the default bus move the circuit.
     *
     * @param goodFor how long EventBridge goes on to deliver an event: until it says nothing any more
     */
    void listen(String id, String description, EventPattern pattern, Duration goodFor) {
        Rule.Builder.create(this, id)
                .description(description)
                .eventPattern(pattern)
                .targets(List.of(SfnStateMachine.Builder.create(machine.machine())
                        .role(deliverer)
                        .deadLetterQueue(lost)
                        .maxEventAge(CdkDuration.of(goodFor))
                        .retryAttempts(DELIVERY_RETRIES)
                        .build()))
                .build();
    }

[=slot("health-control.methods")]    private void watch(Alarms alarms) {
        MetricOptions everyMinute = MetricOptions.builder()
                .period(software.amazon.awscdk.Duration.minutes(1))
                .statistic("Maximum")
                .build();
        alarms.raiseAt(
                1,
                lost.metricApproximateNumberOfMessagesVisible(everyMinute),
                "SignalsLost",
                "A signal did not reach the circuit. See the runbook in README.md.");
        MathExpression notWritten = MathExpression.Builder.create()
                .expression("FILL(failed, 0) + FILL(timedOut, 0)")
                .usingMetrics(new TreeMap<>(Map.of(
                        "failed", machine.machine().metricFailed(),
                        "timedOut", machine.machine().metricTimedOut())))
                .period(software.amazon.awscdk.Duration.minutes(5))
                .build();
        alarms.raiseAt(
                1,
                notWritten,
                "ControlFailing",
                "A signal could not be written into the circuit. See the runbook in README.md.");
    }
}
