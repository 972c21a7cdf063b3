package [=package].infrastructure;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;
import software.amazon.awscdk.services.iam.PolicyDocument;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.sqs.IQueue;
import software.amazon.awscdk.services.stepfunctions.DefinitionBody;
import software.amazon.awscdk.services.stepfunctions.LogLevel;
import software.amazon.awscdk.services.stepfunctions.LogOptions;
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

    RequestMachine(Construct scope, String id, Stage stage, Timing timing, Alarms alarms, DeadLetters deadLetters) {
        super(scope, id);
        JavaFunction function = function(stage, timing);
        IQueue parked = deadLetters.queue();
        Role role = Role.Builder.create(this, "Role")
                .assumedBy(new ServicePrincipal("states.amazonaws.com"))
                .inlinePolicies(Map.of(
                        "Work", allow("lambda:InvokeFunction", function.live().getFunctionArn()),
                        "Park", allow("sqs:SendMessage", parked.getQueueArn())))
                .build();
        StateMachineDefinition definition = definition();
        Map<String, String> substitutions = Map.of(
                "WorkFunctionArn", function.live().getFunctionArn(),
                "RejectedRequestException", "[=package].functions.RejectedRequestException",
                "DeadLetterQueueUrl", parked.getQueueUrl());
        machine = StateMachine.Builder.create(this, "Machine")
                .stateMachineType(StateMachineType.STANDARD)
                .definitionBody(DefinitionBody.fromString(definition.text()))
                .definitionSubstitutions(definition.substitute(substitutions))
                .role(role)
                .logs(logs(stage))
                .tracingEnabled(true)
                .removalPolicy(stage.removalPolicy())
                .build();
        SecurityReview.accept(
                role, "AwsSolutions-IAM5", "X-Ray and the delivery of logs know no resources", "Resource::*");
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

    private JavaFunction function(Stage stage, Timing timing) {
        var ledger = new Ledger(this, "Ledger", stage);
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

    private static PolicyDocument allow(String action, String resource) {
        PolicyStatement statement = PolicyStatement.Builder.create()
                .actions(List.of(action))
                .resources(List.of(resource))
                .build();
        return PolicyDocument.Builder.create().statements(List.of(statement)).build();
    }

    /** Every step, but no data: requests may hold what does not belong into a log. */
    private LogOptions logs(Stage stage) {
        LogGroup log = LogGroup.Builder.create(this, "Log")
                // Under this prefix the log group needs no resource policy, of which an account can have few.
                .logGroupName("/aws/vendedlogs/states/" + Stack.of(this).getStackName() + "-requests")
                .retention(stage.logRetention())
                .removalPolicy(RemovalPolicy.DESTROY)
                .build();
        return LogOptions.builder()
                .destination(log)
                .level(LogLevel.ALL)
                .includeExecutionData(false)
                .build();
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
