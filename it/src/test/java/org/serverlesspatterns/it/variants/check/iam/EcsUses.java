package org.serverlesspatterns.it.variants.check.iam;

import static org.serverlesspatterns.it.variants.check.CfnTemplate.stream;

import java.util.stream.Stream;
import org.serverlesspatterns.it.variants.check.CfnTemplate;
import org.serverlesspatterns.it.variants.check.CfnTemplate.Resource;

/** What ECS does to run tasks, and the log of their network. What a container does itself, nobody here can read. */
final class EcsUses extends Uses {

    static final String TASK = "AWS::ECS::TaskDefinition";

    EcsUses(CfnTemplate template) {
        super(template);
    }

    @Override
    Stream<Use> all() {
        var logs = template.ofType(TASK)
                .flatMap(task -> stream(task.at("/ContainerDefinitions"))
                        .flatMap(container ->
                                template.referredBy(container.at("/LogConfiguration/Options/awslogs-group")).stream())
                        .flatMap(log -> Stream.of("logs:CreateLogStream", "logs:PutLogEvents")
                                .map(action ->
                                        Use.of(role(task, "/ExecutionRoleArn"), action, log.id(), task.toString()))));
        var flowLogs = template.ofType("AWS::EC2::FlowLog")
                .flatMap(flow -> template.texts(flow.properties())
                        .flatMap(template::references)
                        .filter(resource -> resource.type().equals("AWS::Logs::LogGroup"))
                        .flatMap(log -> Stream.of(
                                        "logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents")
                                .map(action -> Use.of(
                                        role(flow, "/DeliverLogsPermissionArn"), action, log.id(), flow.toString()))));
        return Stream.concat(logs, flowLogs);
    }

    /** https://docs.aws.amazon.com/step-functions/latest/dg/connect-ecs.html */
    Stream<Use> run(String role, Stream<String> texts, String user) {
        return texts.flatMap(template::references).flatMap(resource -> switch (resource.type()) {
            case TASK -> start(role, resource, user);
            case "AWS::ECS::Cluster" ->
                Stream.of("ecs:DescribeTasks", "ecs:StopTask")
                        .map(action -> Use.of(
                                role, action, "arn:aws:ecs:REGION:ACCOUNT:task/${" + resource.id() + "}/*", user));
            default -> Stream.<Use>of();
        });
    }

    private Stream<Use> start(String role, Resource task, String user) {
        var family = "arn:aws:ecs:REGION:ACCOUNT:task-definition/%s:*".formatted(template.text(task.at("/Family")));
        return Stream.of(
                Use.of(role, "ecs:RunTask", family, user),
                Use.of(role, "iam:PassRole", role(task, "/TaskRoleArn"), user),
                Use.of(role, "iam:PassRole", role(task, "/ExecutionRoleArn"), user));
    }
}
