package [=package].infrastructure;

[#if featureFlags == "true"]
import java.util.Map;
[/#if]
import software.amazon.awscdk.Duration;
[#if featureFlags == "true"]
import software.amazon.awscdk.services.cloudwatch.Alarm;
[/#if]
import software.amazon.awscdk.services.cloudwatch.MetricOptions;
import software.amazon.awscdk.services.stepfunctions.StateMachine;
import software.amazon.awscdk.services.stepfunctions.StateMachineType;
import software.constructs.Construct;

/** Answers every request: a Choice on method and resource, and a branch for each operation. Express, so synchronous. */
final class CrudMachine extends Construct {
    private final StateMachine machine;
[#if featureFlags == "true"]
    private final Alarm failed;
[/#if]

    CrudMachine(Construct scope, String id, Stage stage, CrudTasks tasks, Alarms alarms[#if featureFlags == "true"], FlagReader flagReader[/#if]) {
        super(scope, id);
        StateMachineDefinition definition = definition();
[#if featureFlags == "true"]
        Map<String, String> substitutions = tasks.substitutions(definition);
        substitutions.putAll(flagReader.substitutions());
        var asl = new AslStateMachine(this, "Router", stage, StateMachineType.EXPRESS, definition, substitutions);
        flagReader.allow(asl);
[#else]
        var asl = new AslStateMachine(
                this, "Router", stage, StateMachineType.EXPRESS, definition, tasks.substitutions(definition));
[/#if]
        for (CrudOperation operation : CrudOperation.values()) {
            tasks.allow(operation, asl);
        }
        machine = asl.machine();
[#if featureFlags == "true"]
        failed = watch(alarms);
[#else]
        watch(alarms);
[/#if]
    }

    static StateMachineDefinition definition() {
        return StateMachineDefinition.read("crud");
    }

    StateMachine machine() {
        return machine;
    }
[#if featureFlags == "true"]

    /** Raised when an execution fails: one that answers anything, 503 included, has succeeded. */
    Alarm failed() {
        return failed;
    }
[/#if]

[#if featureFlags == "true"]
    private Alarm watch(Alarms alarms) {
[#else]
    private void watch(Alarms alarms) {
[/#if]
        var everyMinute = MetricOptions.builder()
                .period(Duration.minutes(1))
                .statistic("Sum")
                .build();
        String lookAtLog = "Clients were answered 500 or 504. See the runbook in README.md.";
        alarms.raiseAt(1, machine.metricTimedOut(everyMinute), "CrudTimedOut", lookAtLog);
        [#if featureFlags == "true"]return [/#if]alarms.raiseAt(1, machine.metricFailed(everyMinute), "CrudFailed", lookAtLog);
    }
}
