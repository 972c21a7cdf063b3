package [=package].infrastructure;

import java.util.Map;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;
import software.amazon.awscdk.services.sqs.IQueue;
import software.amazon.awscdk.services.stepfunctions.StateMachine;
import software.amazon.awscdk.services.stepfunctions.StateMachineType;
import software.constructs.Construct;

/**
 * The stored requests, each the input of a Standard execution that has it worked on. An execution that cannot have it
 * worked on parks the request in the dead-letter queue and has then succeeded: one that fails holds a request still.
 */
final class RequestMachine extends Construct {
    /** What a request costs that is tried for an hour: the last attempts are five minutes apart. */
    private static final int ERRORS_PER_HOUR = 12;

    private final StateMachine machine;
[#if featureFlags == "true"]
    private final JavaFunction function;
[/#if]

    RequestMachine(
            Construct scope,
            String id,
            Stage stage,
            Timing timing,
            Alarms alarms,
            DeadLetters deadLetters,
            Ledger ledger) {
        super(scope, id);
[#if featureFlags == "true"]
        function = function(stage, timing, ledger);
[#else]
        JavaFunction function = function(stage, timing, ledger);
[/#if]
        IQueue parked = deadLetters.queue();
        Map<String, String> substitutions = Map.of(
                "WorkFunctionArn", function.live().getFunctionArn(),
                "RejectedRequestException", "[=package].functions.RejectedRequestException",
                "DeadLetterQueueUrl", parked.getQueueUrl());
        var asl = new AslStateMachine(this, "Machine", stage, StateMachineType.STANDARD, definition(), substitutions);
        asl.allow(function.live().getFunctionArn(), "lambda:InvokeFunction");
        asl.allow(parked.getQueueArn(), "sqs:SendMessage");
        machine = asl.machine();
        watch(alarms, function);

        CfnOutput.Builder.create(this, "Arn")
                .value(machine.getStateMachineArn())
                .build()
                .overrideLogicalId("StateMachineArn");
    }

    static StateMachineDefinition definition() {
        return StateMachineDefinition.read("process-requests");
    }

    StateMachine machine() {
        return machine;
    }
[#if featureFlags == "true"]

    JavaFunction function() {
        return function;
    }
[/#if]

    private JavaFunction function(Stage stage, Timing timing, Ledger ledger) {
        Map<String, String> environment = Map.of(
                "LEDGER_TABLE",
                ledger.tableName(),
                "RETAIN_DAYS",
                String.valueOf(timing.ledgerRetention().toDays()),
                "POWERTOOLS_SERVICE_NAME",
                "[=stackName]",
                "POWERTOOLS_METRICS_NAMESPACE",
                "[=stackName]");
        String handler = "Process[=Resources]Handler";
        var function = new JavaFunction(this, "Process", stage, handler, timing.function(), environment);
        ledger.allow(function);
        return function;
    }

    private void watch(Alarms alarms, JavaFunction function) {
        MetricOptions everyMinute = sumOf(Duration.minutes(1));
        String redrive = "An execution ended without its request being worked on or parked: redrive it."
                + " See the runbook in README.md.";
        alarms.raiseAt(1, machine.metricFailed(everyMinute), "ExecutionsFailed", redrive);
        alarms.raiseAt(1, machine.metricTimedOut(everyMinute), "ExecutionsTimedOut", redrive);
        alarms.raiseAt(1, machine.metricAborted(everyMinute), "ExecutionsAborted", redrive);
        alarms.raiseAt(
                ERRORS_PER_HOUR,
                function.live().metricErrors(sumOf(Duration.hours(1))),
                "WorkFails",
                "Requests fail and are tried again. See the runbook in README.md.");
    }

    private static MetricOptions sumOf(Duration period) {
        return MetricOptions.builder().period(period).statistic("Sum").build();
    }
}
