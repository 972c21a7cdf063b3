package org.serverlesspatterns.it.variants.check.iam;

import static org.serverlesspatterns.it.variants.check.CfnTemplate.stream;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;
import org.serverlesspatterns.it.variants.check.CfnTemplate;
import org.serverlesspatterns.it.variants.check.CfnTemplate.Resource;

/** Everything that a template allows: policies of roles, policies of resources, permissions of functions. */
final class Grants {

    private static final List<String> RESOURCE_POLICIES = List.of(
            "AWS::SQS::QueuePolicy", "AWS::SNS::TopicPolicy", "AWS::S3::BucketPolicy", "AWS::SQS::QueueInlinePolicy");

    private final CfnTemplate template;

    Grants(CfnTemplate template) {
        this.template = template;
    }

    Stream<Grant> all() {
        var inline = template.ofType("AWS::IAM::Role")
                .flatMap(role -> stream(role.at("/Policies"))
                        .flatMap(policy -> ofRole(role.id(), policy.path("PolicyDocument"), role)));
        var attached = template.ofType("AWS::IAM::Policy")
                .flatMap(policy -> stream(policy.at("/Roles"))
                        .flatMap(role -> template.referredBy(role).stream())
                        .flatMap(role -> ofRole(role.id(), policy.at("/PolicyDocument"), policy)));
        var ofResources = template.resources()
                .filter(policy -> RESOURCE_POLICIES.contains(policy.type()))
                .flatMap(policy -> allowed(policy.at("/PolicyDocument"))
                        .flatMap(statement ->
                                services(statement).flatMap(service -> grants(service, statement, policy))));
        var ofFunctions = template.ofType("AWS::Lambda::Permission")
                .map(permission -> new Grant(
                        template.text(permission.at("/Principal")),
                        template.text(permission.at("/Action")),
                        template.target(template.text(permission.at("/FunctionName"))),
                        permission.toString()));
        return Stream.of(inline, attached, ofResources, ofFunctions).flatMap(grants -> grants);
    }

    private Stream<Grant> ofRole(String role, JsonNode document, Resource where) {
        return allowed(document).flatMap(statement -> grants(role, statement, where));
    }

    private static Stream<JsonNode> allowed(JsonNode document) {
        return stream(document.path("Statement"))
                .filter(statement -> statement.path("Effect").asText().equals("Allow"));
    }

    private Stream<String> services(JsonNode statement) {
        return stream(statement.at("/Principal"))
                .flatMap(principal -> stream(principal))
                .map(template::text);
    }

    private Stream<Grant> grants(String principal, JsonNode statement, Resource where) {
        return texts(statement.path("Action"))
                .flatMap(action -> texts(statement.path("Resource"))
                        .map(resource -> new Grant(principal, action, template.target(resource), where.toString())));
    }

    private Stream<String> texts(JsonNode oneOrMore) {
        return oneOrMore.isArray() ? stream(oneOrMore).map(template::text) : Stream.of(template.text(oneOrMore));
    }
}
