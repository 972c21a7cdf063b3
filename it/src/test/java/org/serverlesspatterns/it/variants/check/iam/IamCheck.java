package org.serverlesspatterns.it.variants.check.iam;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.serverlesspatterns.it.variants.Finding;
import org.serverlesspatterns.it.variants.Subject;
import org.serverlesspatterns.it.variants.check.CfnTemplate;
import org.serverlesspatterns.it.variants.check.Check;
import org.serverlesspatterns.it.variants.check.HandlerCode;

/** Whatever is done is allowed, on exactly what it is done to; and whatever is allowed, is done. */
public final class IamCheck implements Check {

    private static final String NAME = "iam";

    /** AWS managed policies that AWS documents for the purpose, each with the resource whose role has it. */
    private static final Map<String, String> MANAGED =
            Map.of("AmazonAPIGatewayPushToCloudWatchLogs", "AWS::ApiGateway::Account");

    @Override
    public Stream<Finding> findings(Subject subject) {
        var template = subject.template();
        var functions = subject.built().module("functions");
        var uses = Stream.of(
                        new ApiGatewayUses(template),
                        new StateMachineUses(template),
                        new EventUses(template),
                        new EcsUses(template),
                        new LambdaUses(template, handler -> HandlerCode.of(functions.main(), handler)))
                .flatMap(Uses::all)
                .distinct()
                .toList();
        var grants = new Grants(template).all().distinct().toList();
        return Stream.of(missing(uses, grants), excess(template, uses, grants), managed(template))
                .flatMap(found -> found);
    }

    private static Stream<Finding> missing(List<Use> uses, List<Grant> grants) {
        return uses.stream()
                .filter(use -> grants.stream().noneMatch(use::isAllowedBy))
                .map(use -> new Finding(
                        NAME,
                        use.principal(),
                        "%s is not allowed. It may: %s".formatted(use, allowedTo(use.principal(), grants))));
    }

    private static Stream<Finding> excess(CfnTemplate template, List<Use> uses, List<Grant> grants) {
        return grants.stream()
                .filter(grant -> !isOfContainer(template, grant.principal()))
                .filter(grant -> uses.stream().noneMatch(use -> use.isAllowedBy(grant)))
                .map(grant -> new Finding(
                        NAME,
                        grant.place(),
                        "allows %s %s on %s, which nothing does"
                                .formatted(grant.principal(), grant.action(), grant.target())));
    }

    /** What a container does with its role, its image alone knows. */
    private static boolean isOfContainer(CfnTemplate template, String role) {
        return template.ofType(EcsUses.TASK)
                .anyMatch(task ->
                        template.target(template.text(task.at("/TaskRoleArn"))).equals(role));
    }

    private static Set<String> allowedTo(String principal, List<Grant> grants) {
        var allowed = new TreeSet<String>();
        grants.stream()
                .filter(grant -> grant.principal().equals(principal))
                .forEach(grant -> allowed.add(grant.action() + " on " + grant.target()));
        return allowed;
    }

    private static Stream<Finding> managed(CfnTemplate template) {
        return template.ofType("AWS::IAM::Role")
                .flatMap(role -> CfnTemplate.stream(role.at("/ManagedPolicyArns"))
                        .map(template::text)
                        .map(arn -> arn.replaceFirst(".*/", ""))
                        .filter(policy -> template.ofType(MANAGED.getOrDefault(policy, ""))
                                .noneMatch(resource -> template.texts(resource.properties())
                                        .anyMatch(text -> template.target(text).equals(role.id()))))
                        .map(policy -> new Finding(
                                NAME,
                                role.toString(),
                                "has the managed policy " + policy + ", which allows what nobody uses")));
    }
}
