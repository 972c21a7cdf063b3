package org.serverlesspatterns.it.variants.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.stream.Stream;
import org.serverlesspatterns.it.variants.Finding;
import org.serverlesspatterns.it.variants.Subject;
import org.serverlesspatterns.it.variants.check.CfnTemplate.Resource;

/** Time limits that depend on each other fit, over all resources of a template. All are in seconds here. */
public final class TimingCheck implements Check {

    private static final String NAME = "timing";

    /** https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_CreateQueue.html */
    private static final long DEFAULT_VISIBILITY = 30;

    private static final long DEFAULT_RETENTION = 4 * 86_400;

    /** https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-execution-service-limits-table.html */
    private static final long LONGEST_ANSWER = 29;

    /** https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html */
    private static final long LONGEST_EXPRESS = 300;

    private final OncePer once = new OncePer();

    @Override
    public Stream<Finding> findings(Subject subject) {
        var rules = new Rules(subject.template());
        return once.input(
                subject.assembly().hash(),
                () -> Stream.of(
                                rules.polledQueues(),
                                rules.pipedQueues(),
                                rules.deadLetters(),
                                rules.answers(),
                                rules.leases())
                        .flatMap(findings -> findings));
    }

    private record Rules(CfnTemplate template) {

        /** A message must not be delivered again while its function works on it. */
        Stream<Finding> polledQueues() {
            return template.ofType("AWS::Lambda::EventSourceMapping")
                    .flatMap(mapping -> queue(mapping.at("/EventSourceArn"))
                            .flatMap(queue -> function(template.text(mapping.at("/FunctionName")))
                                    .flatMap(function -> longer(
                                            queue,
                                            "VisibilityTimeout",
                                            visibility(queue),
                                            function + " may take with the batching window",
                                            seconds(function, "/Timeout", 3)
                                                    + seconds(mapping, "/MaximumBatchingWindowInSeconds", 0)))));
        }

        /** Nor while the state machine works on it that the pipe waits for. */
        Stream<Finding> pipedQueues() {
            return template.ofType("AWS::Pipes::Pipe")
                    .filter(pipe -> !pipe.at("/TargetParameters/StepFunctionStateMachineParameters/InvocationType")
                            .asText()
                            .equals("FIRE_AND_FORGET"))
                    .flatMap(pipe -> queue(pipe.at("/Source"))
                            .flatMap(queue -> machine(template.text(pipe.at("/Target")))
                                    .flatMap(machine -> longer(
                                            queue,
                                            "VisibilityTimeout",
                                            visibility(queue),
                                            machine.machine() + " may take",
                                            duration(machine)))));
        }

        /** A dead letter must not be deleted sooner than it would have been in its queue, nor be made by an outage of a minute. */
        Stream<Finding> deadLetters() {
            return template.ofType("AWS::SQS::Queue")
                    .flatMap(queue -> queue(queue.at("/RedrivePolicy/deadLetterTargetArn"))
                            .flatMap(letters -> Stream.concat(
                                    longer(
                                            letters,
                                            "MessageRetentionPeriod",
                                            retention(letters),
                                            queue + " retains",
                                            retention(queue)),
                                    longer(
                                            queue,
                                            "MessageRetentionPeriod",
                                            retention(queue),
                                            "its attempts take",
                                            visibility(queue)
                                                    * queue.at("/RedrivePolicy/maxReceiveCount")
                                                            .asLong()))));
        }

        /** API Gateway waits 29 s at most, and what it waits for must have ended by then. */
        Stream<Finding> answers() {
            return template.ofType("AWS::ApiGateway::Method")
                    .filter(method -> method.at("/Integration/Type").asText().startsWith("AWS"))
                    .flatMap(method -> Stream.concat(limit(method), awaited(method)));
        }

        private Stream<Finding> limit(Resource method) {
            return answerTime(method) <= LONGEST_ANSWER
                    ? Stream.of()
                    : Stream.of(new Finding(NAME, method.toString(), "waits longer than " + LONGEST_ANSWER + " s"));
        }

        private Stream<Finding> awaited(Resource method) {
            var uri = template.text(method.at("/Integration/Uri"));
            var texts =
                    template.texts(method.at("/Integration/RequestTemplates")).toList();
            var machines = uri.endsWith(":states:action/StartSyncExecution")
                    ? texts.stream().flatMap(this::machine)
                    : Stream.<StateMachineDefinition>of();
            var functions = uri.contains(":lambda:path/") ? function(uri) : Stream.<Resource>of();
            return Stream.concat(
                    machines.flatMap(machine -> longer(
                            method,
                            "TimeoutInMillis",
                            answerTime(method),
                            machine.machine() + " may take",
                            duration(machine))),
                    functions.flatMap(function -> longer(
                            method,
                            "TimeoutInMillis",
                            answerTime(method),
                            function + " may take",
                            seconds(function, "/Timeout", 3))));
        }

        /** While one execution probes a circuit, no other may: its lease has to outlast the probe. */
        Stream<Finding> leases() {
            return StateMachineDefinition.in(template)
                    .filter(definition -> definition.substitutions().containsKey("LeaseMs"))
                    .flatMap(definition -> definition
                            .tasks()
                            .filter(task -> task.name().contains("Probe"))
                            .filter(task -> task.resource().matches(".*:(lambda|http|ecs|states):.*"))
                            .flatMap(task -> longer(
                                    definition.machine(),
                                    "LeaseMs",
                                    Long.parseLong(definition.substitutions().get("LeaseMs")) / 1000,
                                    "the task " + task.name() + " may take",
                                    timeout(task))));
        }

        /** A number, or an expression that is one after the substitution. */
        private static long timeout(StateMachineDefinition.Task task) {
            var said = task.json().path("TimeoutSeconds").asText().replaceAll("\\{%|%}|\\s", "");
            return said.matches("\\d+") ? Long.parseLong(said) : Long.MAX_VALUE;
        }

        private static Stream<Finding> longer(Resource resource, String what, long time, String than, long other) {
            return time > other
                    ? Stream.of()
                    : Stream.of(new Finding(
                            NAME,
                            resource.toString(),
                            "%s (%d s) has to be longer than %s (%d s)".formatted(what, time, than, other)));
        }

        private Stream<Resource> queue(JsonNode arn) {
            return template.referredBy(arn).stream()
                    .filter(resource -> resource.type().equals("AWS::SQS::Queue"));
        }

        private Stream<Resource> function(String text) {
            return template.references(text)
                    .limit(1)
                    .flatMap(resource -> resource.type().equals("AWS::Lambda::Function")
                            ? Stream.of(resource)
                            : template.referredBy(resource.at("/FunctionName")).stream());
        }

        private Stream<StateMachineDefinition> machine(String text) {
            var ids = template.references(text).map(Resource::id).toList();
            return StateMachineDefinition.in(template)
                    .filter(definition -> ids.contains(definition.machine().id()));
        }

        private static long duration(StateMachineDefinition definition) {
            var said = Optional.of(definition.json().path("TimeoutSeconds"))
                    .filter(JsonNode::isNumber)
                    .map(JsonNode::asLong);
            return said.orElse(
                    definition.machine().at("/StateMachineType").asText().equals("EXPRESS")
                            ? LONGEST_EXPRESS
                            : Long.MAX_VALUE);
        }

        private static long answerTime(Resource method) {
            return method.at("/Integration/TimeoutInMillis").asLong(LONGEST_ANSWER * 1000) / 1000;
        }

        private static long visibility(Resource queue) {
            return seconds(queue, "/VisibilityTimeout", DEFAULT_VISIBILITY);
        }

        private static long retention(Resource queue) {
            return seconds(queue, "/MessageRetentionPeriod", DEFAULT_RETENTION);
        }

        private static long seconds(Resource resource, String pointer, long otherwise) {
            return resource.at(pointer).asLong(otherwise);
        }
    }
}
