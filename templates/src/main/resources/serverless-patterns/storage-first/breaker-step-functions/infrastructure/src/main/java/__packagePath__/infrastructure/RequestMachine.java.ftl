package [=package].infrastructure;

import java.util.Map;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;
import software.amazon.awscdk.services.stepfunctions.StateMachine;
import software.amazon.awscdk.services.stepfunctions.StateMachineType;
import software.constructs.Construct;

/**
 * The stored requests, each the input of a Standard execution that hands it on to the work queue, where it waits while
 * the circuit is open. An execution that cannot do that fails, holds the request still and can be redriven.
 */
final class RequestMachine extends Construct {
    private final StateMachine machine;

    RequestMachine(Construct scope, String id, Stage stage, Alarms alarms, WorkQueue queue) {
        super(scope, id);
        Map<String, String> substitutions = Map.of("QueueUrl", queue.queue().getQueueUrl());
        var asl = new AslStateMachine(this, "Machine", stage, StateMachineType.STANDARD, definition(), substitutions);
        asl.allow(queue.queue().getQueueArn(), "sqs:SendMessage");
        machine = asl.machine();
        watch(alarms);

        CfnOutput.Builder.create(this, "Arn")
                .value(machine.getStateMachineArn())
                .build()
                .overrideLogicalId("StateMachineArn");
    }

    static StateMachineDefinition definition() {
        return StateMachineDefinition.read("hand-on");
    }

    StateMachine machine() {
        return machine;
    }

    private void watch(Alarms alarms) {
        MetricOptions everyMinute = MetricOptions.builder()
                .period(Duration.minutes(1))
                .statistic("Sum")
                .build();
        String redrive = "An execution ended without handing its request on: redrive it. See the runbook in README.md.";
        alarms.raiseAt(1, machine.metricFailed(everyMinute), "ExecutionsFailed", redrive);
        alarms.raiseAt(1, machine.metricTimedOut(everyMinute), "ExecutionsTimedOut", redrive);
        alarms.raiseAt(1, machine.metricAborted(everyMinute), "ExecutionsAborted", redrive);
    }
}
