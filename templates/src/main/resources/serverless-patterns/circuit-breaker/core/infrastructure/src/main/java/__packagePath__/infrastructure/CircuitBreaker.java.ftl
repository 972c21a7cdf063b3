package [=package].infrastructure;

[@imports]
import java.util.HashMap;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;
import java.util.Map;
import software.constructs.Construct;
[=slot("breaker.imports")]
[/@imports]

/** The work inside the circuit: a state machine that asks the circuit first, and moves it by how the work ended. */
final class CircuitBreaker extends Construct {
    private final AslStateMachine machine;

[#if slot("breaker.parameters")?has_content]
    CircuitBreaker(
            Construct scope,
            String id,
            Stage stage,
            Alarms alarms,
            Circuit circuit,
            CircuitTiming timing,
            Work work,
[=slot("breaker.parameters")?chop_linebreak?replace("\n", ",\n")]) {
[#else]
    CircuitBreaker(
            Construct scope, String id, Stage stage, Alarms alarms, Circuit circuit, CircuitTiming timing, Work work) {
[/#if]
        super(scope, id);
        Map<String, String> substitutions = new HashMap<>();
        substitutions.putAll(circuit.substitutions());
        substitutions.putAll(timing.substitutions());
        substitutions.putAll(work.substitutions());
[=slot("breaker.substitutions")]        machine = new AslStateMachine(this, "Machine", stage, work.machineType(), definition(), substitutions);
        circuit.allow(machine, "dynamodb:GetItem", "dynamodb:UpdateItem");
        work.allow(machine);
[=slot("breaker.allow")]        watch(alarms);
    }

    static StateMachineDefinition definition() {
        return StateMachineDefinition.read("circuit-breaker");
    }

    AslStateMachine machine() {
        return machine;
    }

    /** An open circuit and rejected requests end in failed executions, too: those are no reason for an alarm. */
    private void watch(Alarms alarms) {
        MetricOptions everyMinute = MetricOptions.builder()
                .period(Duration.minutes(1))
                .statistic("Sum")
                .build();
        alarms.raiseAt(
                1,
                machine.machine().metricTimedOut(everyMinute),
                "TimedOut",
                "An execution took too long and was ended. See the runbook in README.md.");
        alarms.raiseAt(
                1,
                machine.machine().metricThrottled(everyMinute),
                "Throttled",
                "Step Functions throttles the circuit breaker. See the runbook in README.md.");
    }
}
