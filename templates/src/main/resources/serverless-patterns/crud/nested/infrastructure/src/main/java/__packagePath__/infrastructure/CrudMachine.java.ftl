package [=package].infrastructure;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.Duration;
[#if featureFlags == "true"]
import software.amazon.awscdk.services.cloudwatch.Alarm;
[/#if]
import software.amazon.awscdk.services.cloudwatch.MetricOptions;
import software.amazon.awscdk.services.stepfunctions.StateMachine;
import software.amazon.awscdk.services.stepfunctions.StateMachineType;
import software.constructs.Construct;

/**
 * Answers every request: a router with a Choice on method and resource, and a state machine for each operation, which the
 * router starts and waits for. Express all of them, so synchronous; each may do its own job only.
 */
final class CrudMachine extends Construct {
    private final StateMachine machine;
[#if featureFlags == "true"]
    private final Alarm failed;
[/#if]

    CrudMachine(Construct scope, String id, Stage stage, CrudTasks tasks, Alarms alarms[#if featureFlags == "true"], FlagReader flagReader[/#if]) {
        super(scope, id);
        Map<String, String> operations = new TreeMap<>();
        for (CrudOperation operation : CrudOperation.values()) {
            operations.put(operation.stateName() + "Arn", operation(stage, operation, tasks));
        }
[#if featureFlags == "true"]
        Map<String, String> substitutions = new TreeMap<>(operations);
        substitutions.putAll(flagReader.substitutions());
        var router = new AslStateMachine(this, "Router", stage, StateMachineType.EXPRESS, definition(), substitutions);
        flagReader.allow(router);
[#else]
        var router = new AslStateMachine(this, "Router", stage, StateMachineType.EXPRESS, definition(), operations);
[/#if]
        operations.values().forEach(arn -> router.allow(arn, "states:StartSyncExecution"));
        machine = router.machine();
[#if featureFlags == "true"]
        failed = watch(alarms);
[#else]
        watch(alarms);
[/#if]
    }

    private String operation(Stage stage, CrudOperation operation, CrudTasks tasks) {
        var definition =
                StateMachineDefinition.read("crud-" + operation.stateName().toLowerCase(Locale.ROOT));
        var asl = new AslStateMachine(
                this,
                operation.stateName(),
                stage,
                StateMachineType.EXPRESS,
                definition,
                tasks.substitutions(definition));
        tasks.allow(operation, asl);
        return asl.arn();
    }

    /** That of the router. */
    static StateMachineDefinition definition() {
        return StateMachineDefinition.read("crud");
    }

    /** The router. */
    StateMachine machine() {
        return machine;
    }
[#if featureFlags == "true"]

    /** Raised when an execution fails: one that answers anything, 503 included, has succeeded. */
    Alarm failed() {
        return failed;
    }
[/#if]

    /** An operation that fails has the router fail. */
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
