package org.serverlesspatterns.it.variants.check.iam;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.serverlesspatterns.it.variants.check.CfnTemplate;
import org.serverlesspatterns.it.variants.check.StateMachineDefinition;
import org.serverlesspatterns.it.variants.check.StateMachineDefinition.Task;

/** Tasks of state machines, their logs and traces. */
final class StateMachineUses extends Uses {

    private static final Pattern SDK = Pattern.compile("arn:[^:]+:states:::aws-sdk:(\\w+):(\\w+)");
    private static final Pattern OPTIMIZED = Pattern.compile("arn:[^:]+:states:::(\\w+):(\\w+)(\\.\\w+(?::2)?)?");

    /** https://docs.aws.amazon.com/step-functions/latest/dg/cw-logs.html */
    private static final List<String> LOGGING = List.of(
            "logs:CreateLogDelivery",
            "logs:GetLogDelivery",
            "logs:UpdateLogDelivery",
            "logs:DeleteLogDelivery",
            "logs:ListLogDeliveries",
            "logs:PutResourcePolicy",
            "logs:DescribeResourcePolicies",
            "logs:DescribeLogGroups");

    /** https://docs.aws.amazon.com/step-functions/latest/dg/xray-iam.html */
    private static final List<String> TRACING = List.of(
            "xray:PutTraceSegments", "xray:PutTelemetryRecords", "xray:GetSamplingRules", "xray:GetSamplingTargets");

    /** EventBridge rules with which Step Functions waits for the end of a job (.sync). */
    private static final List<String> WAITING = List.of("events:PutTargets", "events:PutRule", "events:DescribeRule");

    private static final String RULE = "arn:aws:events:REGION:ACCOUNT:rule/";

    private static final Map<String, String> WAITING_RULE = Map.of(
            "states", RULE + "StepFunctionsGetEventsForStepFunctionsExecutionRule",
            "ecs", RULE + "StepFunctionsGetEventsForECSTaskRule");

    StateMachineUses(CfnTemplate template) {
        super(template);
    }

    @Override
    Stream<Use> all() {
        return StateMachineDefinition.in(template).flatMap(this::ofMachine);
    }

    private Stream<Use> ofMachine(StateMachineDefinition definition) {
        var machine = definition.machine();
        var role = role(machine, "/RoleArn");
        var logging =
                machine.at("/LoggingConfiguration").path("Level").asText("OFF").equals("OFF")
                        ? Stream.<String>of()
                        : LOGGING.stream();
        var tracing = machine.at("/TracingConfiguration/Enabled").asBoolean() ? TRACING.stream() : Stream.<String>of();
        var own = Stream.concat(logging, tracing).map(action -> Use.of(role, action, Use.ANY, machine.toString()));
        return Stream.concat(
                own,
                definition.tasks().flatMap(task -> ofTask(machine.id(), role, task, machine.id() + "." + task.name())));
    }

    private Stream<Use> ofTask(String machine, String role, Task task, String user) {
        var texts = template.texts(task.arguments()).toList();
        if (task.resource().endsWith(":transactWriteItems")) {
            // Each part of a transaction is allowed by itself.
            return CfnTemplate.stream(task.arguments().path("TransactItems"))
                    .flatMap(item -> item.properties().stream())
                    .flatMap(part -> operation(
                            role,
                            "dynamodb",
                            part.getKey().equals("ConditionCheck") ? "ConditionCheckItem" : part.getKey() + "Item",
                            template.texts(part.getValue()),
                            user));
        }
        var sdk = SDK.matcher(task.resource());
        if (sdk.matches() && task.arguments().has("VersionId")) {
            return versionOfObject(role, texts, user);
        }
        if (sdk.matches()) {
            return operation(role, sdk.group(1), sdk.group(2), texts.stream(), user);
        }
        var optimized = OPTIMIZED.matcher(task.resource());
        if (optimized.matches()) {
            var service = optimized.group(1);
            return switch (service) {
                case "http" -> http(machine, role, texts, user);
                case "ecs" ->
                    Stream.concat(
                            new EcsUses(template).run(role, texts.stream(), user),
                            WAITING.stream().map(action -> Use.of(role, action, WAITING_RULE.get(service), user)));
                default ->
                    Stream.concat(
                            operation(role, service, optimized.group(2), texts.stream(), user),
                            ".sync:2".equals(optimized.group(3)) ? waiting(role, service, texts, user) : Stream.of());
            };
        }
        return delivery(role, task.resource(), user);
    }

    /**
     * Without ListBucket a version that is gone looks like one that may not be read.
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_HeadObject.html">HeadObject</a>
     */
    private Stream<Use> versionOfObject(String role, List<String> texts, String user) {
        return Stream.concat(
                operation(role, "s3", "GetObjectVersion", texts.stream(), user),
                operation(role, "s3", "ListBucket", texts.stream(), user));
    }

    /** https://docs.aws.amazon.com/step-functions/latest/dg/connect-stepfunctions.html */
    private Stream<Use> waiting(String role, String service, List<String> texts, String user) {
        var onExecutions = texts.stream()
                .flatMap(template::references)
                .filter(resource -> resource.type().equals("AWS::StepFunctions::StateMachine"))
                .flatMap(machine -> Stream.of("states:DescribeExecution", "states:StopExecution")
                        .map(action -> Use.of(role, action, "executions of " + machine.id(), user)));
        var onRule = WAITING.stream().map(action -> Use.of(role, action, WAITING_RULE.get(service), user));
        return Stream.concat(onExecutions, onRule);
    }

    /** https://docs.aws.amazon.com/step-functions/latest/dg/call-https-apis.html */
    private Stream<Use> http(String machine, String role, List<String> texts, String user) {
        return texts.stream()
                .flatMap(template::references)
                .filter(resource -> resource.type().equals("AWS::Events::Connection"))
                .flatMap(connection -> Stream.of(
                        Use.of(role, "states:InvokeHTTPEndpoint", machine, user),
                        Use.of(role, "events:RetrieveConnectionCredentials", connection.id(), user),
                        Use.of(role, "secretsmanager:GetSecretValue", connection.id() + "#SecretArn", user),
                        Use.of(role, "secretsmanager:DescribeSecret", connection.id() + "#SecretArn", user)));
    }
}
