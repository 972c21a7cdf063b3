package org.serverlesspatterns.it.variants.check.iam;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.serverlesspatterns.it.variants.check.CfnTemplate;
import org.serverlesspatterns.it.variants.check.CfnTemplate.Resource;

/** What one kind of resource does with roles, or in the name of its service. */
abstract class Uses {

    final CfnTemplate template;

    Uses(CfnTemplate template) {
        this.template = template;
    }

    abstract Stream<Use> all();

    /** The logical id of the role that a property refers to. */
    String role(Resource resource, String pointer) {
        return template.target(template.text(resource.at(pointer)));
    }

    /**
     * An operation of a service on whatever of the right kind the texts refer to.
     *
     * @param texts in which the caller names what it is done to
     */
    Stream<Use> operation(String principal, String service, String operation, Stream<String> texts, String user) {
        var references = texts.toList();
        return Services.actions(service, operation).stream()
                .map(action -> new Use(principal, action, targets(action, references.stream()), user));
    }

    private Set<String> targets(String action, Stream<String> texts) {
        if (Services.isOnAnything(action)) {
            return Set.of(Use.ANY);
        }
        var named = texts.flatMap(template::references)
                .filter(resource -> Services.isActedOn(resource.type(), action))
                .toList();
        if (named.isEmpty() && Services.unnamed(action).isPresent()) {
            return Set.of(Services.unnamed(action).get());
        }
        // What is named nowhere comes with a message; that can be any.
        var meant = named.isEmpty()
                ? template.resources().filter(resource -> Services.isActedOn(resource.type(), action))
                : named.stream();
        return meant.flatMap(resource -> Services.parts(template, resource, action))
                .collect(Collectors.toSet());
    }

    /** Starting, sending or invoking, by the type of what is to be reached. */
    Stream<Use> delivery(String principal, String to, String user) {
        var target = template.target(to);
        if (target.equals(Services.DEFAULT_BUS)) {
            return Stream.of(Use.of(principal, "events:PutEvents", target, user));
        }
        return template.references(to)
                .limit(1)
                .map(resource -> Use.of(principal, deliveringAction(resource), target, user));
    }

    static String deliveringAction(Resource resource) {
        return switch (resource.type()) {
            case "AWS::SQS::Queue" -> "sqs:SendMessage";
            case "AWS::SNS::Topic" -> "sns:Publish";
            case "AWS::StepFunctions::StateMachine" -> "states:StartExecution";
            case "AWS::Lambda::Function", "AWS::Lambda::Alias", "AWS::Lambda::Version" -> "lambda:InvokeFunction";
            case "AWS::Events::EventBus" -> "events:PutEvents";
            case "AWS::Kinesis::Stream" -> "kinesis:PutRecord";
            default -> throw new IllegalStateException("Uses.deliveringAction has no line for " + resource.type());
        };
    }
}
