package [=package].infrastructure;

import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;
import software.amazon.awscdk.services.stepfunctions.StateMachine;
import software.amazon.awscdk.services.stepfunctions.StateMachineType;
import software.constructs.Construct;

/** Answers every request: a Choice on method and resource, and a branch for each operation. Express, so synchronous. */
final class CrudMachine extends Construct {
    private final StateMachine machine;

    CrudMachine(Construct scope, String id, Stage stage, CrudTasks tasks, Alarms alarms) {
        super(scope, id);
        StateMachineDefinition definition = definition();
        var asl = new AslStateMachine(
                this, "Router", stage, StateMachineType.EXPRESS, definition, tasks.substitutions(definition));
        for (CrudOperation operation : CrudOperation.values()) {
            tasks.allow(operation, asl);
        }
        machine = asl.machine();
        watch(alarms);
    }

    static StateMachineDefinition definition() {
        return StateMachineDefinition.read("crud");
    }

    StateMachine machine() {
        return machine;
    }

    private void watch(Alarms alarms) {
        var everyMinute = MetricOptions.builder()
                .period(Duration.minutes(1))
                .statistic("Sum")
                .build();
        String lookAtLog = "Clients were answered 500 or 504. See the runbook in README.md.";
        alarms.raiseAt(1, machine.metricFailed(everyMinute), "CrudFailed", lookAtLog);
        alarms.raiseAt(1, machine.metricTimedOut(everyMinute), "CrudTimedOut", lookAtLog);
    }
}
