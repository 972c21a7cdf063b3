package org.serverlesspatterns.it.variants.check.iam;

import static org.serverlesspatterns.it.variants.check.CfnTemplate.stream;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;
import org.serverlesspatterns.it.variants.check.CfnTemplate;
import org.serverlesspatterns.it.variants.check.CfnTemplate.Resource;

/** What delivers events: EventBridge rules, schedules, pipes, subscriptions, alarms, IoT rules, notifications of buckets. */
final class EventUses extends Uses {

    EventUses(CfnTemplate template) {
        super(template);
    }

    @Override
    Stream<Use> all() {
        return Stream.of(
                        template.ofType("AWS::Events::Rule").flatMap(this::ofRule),
                        template.ofType("AWS::Scheduler::Schedule").flatMap(this::ofSchedule),
                        template.ofType("AWS::Pipes::Pipe").flatMap(this::ofPipe),
                        template.ofType("AWS::SNS::Subscription").flatMap(this::ofSubscription),
                        template.ofType("AWS::IoT::TopicRule").flatMap(this::ofTopicRule),
                        template.ofType("AWS::S3::Bucket").flatMap(this::ofBucket),
                        template.ofType("AWS::AppConfig::Environment").flatMap(this::ofMonitors),
                        template.ofType("AWS::AppConfig::ConfigurationProfile").flatMap(this::ofValidators),
                        template.resources()
                                .filter(resource -> resource.type().matches("AWS::CloudWatch::\\w*Alarm"))
                                .flatMap(this::ofAlarm))
                .flatMap(uses -> uses);
    }

    private Stream<Use> ofRule(Resource rule) {
        return stream(rule.at("/Targets")).flatMap(target -> {
            var principal = target.has("RoleArn")
                    ? template.target(template.text(target.path("RoleArn")))
                    : "events.amazonaws.com";
            return Stream.concat(
                    delivery(principal, template.text(target.path("Arn")), rule.toString()),
                    delivery(
                            "events.amazonaws.com",
                            template.text(target.at("/DeadLetterConfig/Arn")),
                            rule.toString()));
        });
    }

    private Stream<Use> ofSchedule(Resource schedule) {
        var role = role(schedule, "/Target/RoleArn");
        return Stream.of("/Target/Arn", "/Target/DeadLetterConfig/Arn")
                .flatMap(arn -> delivery(role, template.text(schedule.at(arn)), schedule.toString()));
    }

    /** https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-pipes-permissions.html */
    private Stream<Use> ofPipe(Resource pipe) {
        var role = role(pipe, "/RoleArn");
        var source = template.referredBy(pipe.at("/Source")).orElseThrow();
        var target = template.target(template.text(pipe.at("/Source")));
        var user = pipe.toString();
        var deadLetters = stream(pipe.at("/SourceParameters"))
                .flatMap(parameters -> delivery(role, template.text(parameters.at("/DeadLetterConfig/Arn")), user));
        return Stream.of(
                        LambdaUses.polling(source).map(action -> Use.of(role, action, target, user)),
                        deadLetters,
                        synchronous(delivery(role, template.text(pipe.at("/Enrichment")), user)),
                        pipe.at("/TargetParameters/StepFunctionStateMachineParameters/InvocationType")
                                        .asText()
                                        .equals("REQUEST_RESPONSE")
                                ? synchronous(delivery(role, template.text(pipe.at("/Target")), user))
                                : delivery(role, template.text(pipe.at("/Target")), user))
                .flatMap(uses -> uses);
    }

    private static Stream<Use> synchronous(Stream<Use> uses) {
        return uses.map(use -> use.action().equals("states:StartExecution")
                ? new Use(use.principal(), "states:StartSyncExecution", use.targets(), use.user())
                : use);
    }

    private Stream<Use> ofSubscription(Resource subscription) {
        var protocol = subscription.at("/Protocol").asText();
        return protocol.matches("sqs|lambda")
                ? Stream.of("/Endpoint", "/RedrivePolicy/deadLetterTargetArn")
                        .flatMap(arn -> delivery(
                                "sns.amazonaws.com", template.text(subscription.at(arn)), subscription.toString()))
                : Stream.of();
    }

    private Stream<Use> ofTopicRule(Resource rule) {
        var actions = Stream.concat(
                stream(rule.at("/TopicRulePayload/Actions")), Stream.of(rule.at("/TopicRulePayload/ErrorAction")));
        return actions.flatMap(action -> action.properties().stream())
                .flatMap(action -> ofTopicRuleAction(rule, action.getKey(), action.getValue()));
    }

    private Stream<Use> ofTopicRuleAction(Resource rule, String kind, JsonNode action) {
        var role = template.target(template.text(action.path("RoleArn")));
        return switch (kind) {
            case "Sqs" -> delivery(role, template.text(action.path("QueueUrl")), rule.toString());
            case "CloudwatchLogs" ->
                Stream.of("logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents")
                        .map(logging -> Use.of(
                                role,
                                logging,
                                template.target(template.text(action.path("LogGroupName"))),
                                rule.toString()));
            default -> throw new IllegalStateException("EventUses.ofTopicRuleAction has no line for " + kind);
        };
    }

    private Stream<Use> ofBucket(Resource bucket) {
        return stream(bucket.at("/NotificationConfiguration/QueueConfigurations"))
                .flatMap(queue -> delivery("s3.amazonaws.com", template.text(queue.path("Queue")), bucket.toString()));
    }

    private Stream<Use> ofAlarm(Resource alarm) {
        return Stream.of("/AlarmActions", "/OKActions", "/InsufficientDataActions")
                .flatMap(kind -> stream(alarm.at(kind)))
                .flatMap(action -> delivery("cloudwatch.amazonaws.com", template.text(action), alarm.toString()));
    }

    /** https://docs.aws.amazon.com/appconfig/latest/userguide/getting-started-with-appconfig-cloudwatch-alarms-permissions.html */
    private Stream<Use> ofMonitors(Resource environment) {
        return stream(environment.at("/Monitors"))
                .map(monitor -> Use.of(
                        template.target(template.text(monitor.path("AlarmRoleArn"))),
                        "cloudwatch:DescribeAlarms",
                        template.target(template.text(monitor.path("AlarmArn"))),
                        environment.toString()));
    }

    private Stream<Use> ofValidators(Resource profile) {
        return stream(profile.at("/Validators"))
                .filter(validator -> validator.path("Type").asText().equals("LAMBDA"))
                .flatMap(validator -> delivery(
                        "appconfig.amazonaws.com", template.text(validator.path("Content")), profile.toString()));
    }
}
