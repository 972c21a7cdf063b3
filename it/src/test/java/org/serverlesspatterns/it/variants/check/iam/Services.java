package org.serverlesspatterns.it.variants.check.iam;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.serverlesspatterns.it.variants.check.CfnTemplate;
import org.serverlesspatterns.it.variants.check.CfnTemplate.Resource;

/** How the services are called in IAM, and what their actions are done to. A new service is one line in each table. */
final class Services {

    /** As integrations and SDKs call the service → as IAM does, where it is another name. */
    private static final Map<String, String> PREFIX = Map.of(
            "sfn", "states",
            "eventbridge", "events",
            "appconfigdata", "appconfig",
            "cloudwatchlogs", "logs",
            "iotdataplane", "iot");

    /** Service in IAM → the resources that its actions are done to. */
    private static final Map<String, Set<String>> TYPES = Map.ofEntries(
            Map.entry("appconfig", Set.of("AWS::AppConfig::ConfigurationProfile")),
            Map.entry("cloudwatch", Set.of("AWS::CloudWatch::Alarm", "AWS::CloudWatch::CompositeAlarm")),
            Map.entry("dynamodb", Set.of("AWS::DynamoDB::GlobalTable", "AWS::DynamoDB::Table")),
            Map.entry("ecs", Set.of("AWS::ECS::TaskDefinition", "AWS::ECS::Cluster", "AWS::ECS::Service")),
            Map.entry("events", Set.of("AWS::Events::EventBus")),
            Map.entry("kinesis", Set.of("AWS::Kinesis::Stream")),
            Map.entry("lambda", Set.of("AWS::Lambda::Alias", "AWS::Lambda::Function", "AWS::Lambda::Version")),
            Map.entry("pipes", Set.of("AWS::Pipes::Pipe")),
            Map.entry("s3", Set.of("AWS::S3::Bucket")),
            Map.entry("scheduler", Set.of("AWS::Scheduler::Schedule")),
            Map.entry("secretsmanager", Set.of("AWS::SecretsManager::Secret")),
            Map.entry("sns", Set.of("AWS::SNS::Topic")),
            Map.entry("sqs", Set.of("AWS::SQS::Queue")),
            Map.entry("ssm", Set.of("AWS::SSM::Parameter")),
            Map.entry("states", Set.of("AWS::StepFunctions::StateMachine")));

    /** Operations that another action allows, or several. */
    private static final Map<String, Set<String>> ACTIONS = Map.of(
            "lambda:Invoke", Set.of("lambda:InvokeFunction"),
            "s3:HeadObject", Set.of("s3:GetObject"),
            "s3:ListObjectsV2", Set.of("s3:ListBucket"),
            "s3:HeadBucket", Set.of("s3:ListBucket"),
            "sqs:SendMessageBatch", Set.of("sqs:SendMessage"),
            "sqs:DeleteMessageBatch", Set.of("sqs:DeleteMessage"),
            "sqs:ChangeMessageVisibilityBatch", Set.of("sqs:ChangeMessageVisibility"),
            "sns:PublishBatch", Set.of("sns:Publish"),
            // What is in the transaction is allowed, not the transaction.
            "dynamodb:TransactWriteItems", Set.of(),
            "dynamodb:TransactGetItems", Set.of("dynamodb:GetItem"));

    /** Actions on what lies in a bucket, not on the bucket. */
    private static final String OBJECTS = "s3:\\w*Object\\w*";

    /** Actions that IAM cannot restrict to a resource. */
    private static final Set<String> ON_ANYTHING = Set.of("cloudwatch:PutMetricData");

    static final String DEFAULT_BUS = "arn:aws:events:REGION:ACCOUNT:event-bus/default";

    private Services() {}

    static String prefix(String service) {
        return PREFIX.getOrDefault(service, service);
    }

    static boolean isActedOn(String type, String action) {
        return TYPES.getOrDefault(action.replaceFirst(":.*", ""), Set.of()).contains(type);
    }

    /** @param operation of a service's API, in upper or lower camel case */
    static Set<String> actions(String service, String operation) {
        var action =
                prefix(service) + ":" + operation.substring(0, 1).toUpperCase(Locale.ROOT) + operation.substring(1);
        return ACTIONS.getOrDefault(action, Set.of(action));
    }

    /** A resource, or what lies in it, as a statement about this action names it. */
    static Stream<String> parts(CfnTemplate template, Resource resource, String action) {
        if (resource.type().equals("AWS::AppConfig::ConfigurationProfile")) {
            return configurations(template, resource);
        }
        if (action.matches(OBJECTS)) {
            return Stream.of(resource.id() + "/*");
        }
        if (action.matches("states:(Describe|Stop)Execution")) {
            return Stream.of("${%s}", "${%s.Name}")
                    .map(name -> "arn:aws:states:REGION:ACCOUNT:execution:" + name.formatted(resource.id()) + ":*");
        }
        var indexes = action.matches("dynamodb:(Query|Scan)")
                ? CfnTemplate.stream(resource.at("/GlobalSecondaryIndexes"))
                : Stream.<JsonNode>of();
        return Stream.concat(
                Stream.of(resource.id()),
                indexes.map(index ->
                        resource.id() + "/index/" + index.path("IndexName").asText()));
    }

    /** A profile is read as deployed to an environment of its application. */
    private static Stream<String> configurations(CfnTemplate template, Resource profile) {
        var application = template.text(profile.at("/ApplicationId"));
        return template.ofType("AWS::AppConfig::Environment")
                .filter(environment ->
                        template.text(environment.at("/ApplicationId")).equals(application))
                .map(environment ->
                        "arn:aws:appconfig:REGION:ACCOUNT:application/%s/environment/${%s}/configuration/${%s}"
                                .formatted(application, environment.id(), profile.id()));
    }

    /** What an action is done to where nothing is named. */
    static Optional<String> unnamed(String action) {
        return action.equals("events:PutEvents") ? Optional.of(DEFAULT_BUS) : Optional.empty();
    }

    static boolean isOnAnything(String action) {
        return ON_ANYTHING.contains(action);
    }
}
