package [=package].infrastructure;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.apigateway.AwsIntegration;
import software.amazon.awscdk.services.apigateway.IntegrationOptions;
import software.amazon.awscdk.services.apigateway.IntegrationResponse;
import software.amazon.awscdk.services.apigateway.PassthroughBehavior;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.amazon.awscdk.services.events.CfnRule;
import software.amazon.awscdk.services.iam.PolicyDocument;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.s3.BlockPublicAccess;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.s3.BucketEncryption;
import software.amazon.awscdk.services.s3.CfnBucket;
import software.amazon.awscdk.services.s3.CfnBucket.EventBridgeConfigurationProperty;
import software.amazon.awscdk.services.s3.CfnBucket.NotificationConfigurationProperty;
import software.amazon.awscdk.services.s3.LifecycleRule;
import software.amazon.awscdk.services.s3.ObjectOwnership;
import software.amazon.awscdk.services.sqs.Queue;
import software.constructs.Construct;

/**
 * Stores each request as an object by a service integration: no code of ours runs, so none can fail. S3 reports the
 * object to EventBridge, which puts a pointer into the work queue.
 */
final class StorageFirst extends Construct {
    private static final String PATH = "[=slot("request-path")]";
    private static final String PREFIX = "inbox/";

    private final Bucket bucket;

    StorageFirst(
            Construct scope, String id, Stage stage, Timing timing, Alarms alarms, RequestApi api, WorkQueue queue) {
        super(scope, id);
        bucket = bucket(stage, timing);
        announce(queue, alarms);

        Role role = Role.Builder.create(this, "Role")
                .assumedBy(new ServicePrincipal("apigateway.amazonaws.com"))
                .inlinePolicies(Map.of("PutObject", allow("s3:PutObject", bucket.arnForObjects(PREFIX + "*"))))
                .build();
        SecurityReview.accept(role, "AwsSolutions-IAM5", "Every request has a key of its own", objects());
        AwsIntegration putObject = AwsIntegration.Builder.create()
                .service("s3")
                .path(bucket.getBucketName() + "/" + PREFIX + "{key}")
                .integrationHttpMethod("PUT")
                .options(IntegrationOptions.builder()
                        .credentialsRole(role)
                        .timeout(RequestApi.INTEGRATION_TIMEOUT)
                        // Without template and conversion the body is stored byte for byte.
                        .passthroughBehavior(PassthroughBehavior.WHEN_NO_TEMPLATES)
                        .requestParameters(parameters())
                        .integrationResponses(responses())
                        .build())
                .build();
        api.post(PATH, List.of("Content-Type", "Idempotency-Key"), putObject, StorageResponses.ofMethod());
        CfnOutput.Builder.create(Stack.of(this), "BucketName")
                .value(bucket.getBucketName())
                .build();
    }

    private Bucket bucket(Stage stage, Timing timing) {
        Duration kept = CdkDuration.of(timing.deliverable().plusDays(1));
        Bucket inbox = Bucket.Builder.create(this, "Bucket")
                .encryption(BucketEncryption.S3_MANAGED)
                .enforceSsl(true)
                .blockPublicAccess(BlockPublicAccess.BLOCK_ALL)
                .objectOwnership(ObjectOwnership.BUCKET_OWNER_ENFORCED)
                .versioned(true)
                .lifecycleRules(List.of(
                        LifecycleRule.builder()
                                .expiration(kept)
                                .noncurrentVersionExpiration(kept)
                                .abortIncompleteMultipartUploadAfter(Duration.days(1))
                                .build(),
                        LifecycleRule.builder().expiredObjectDeleteMarker(true).build()))
                .removalPolicy(stage.removalPolicy())
                .build();
        SecurityReview.accept(
                inbox,
                "AwsSolutions-S1",
                "Only API Gateway writes, and its access log names the caller of each request");
        return inbox;
    }

    /** CDK's own way to turn on events deploys a function; the bucket's property needs none. */
    private void announce(WorkQueue queue, Alarms alarms) {
        ((CfnBucket) bucket.getNode().getDefaultChild())
                .setNotificationConfiguration(NotificationConfigurationProperty.builder()
                        .eventBridgeConfiguration(EventBridgeConfigurationProperty.builder()
                                .eventBridgeEnabled(true)
                                .build())
                        .build());
        var detail = Map.of(
                "bucket", Map.of("name", List.of(bucket.getBucketName())),
                "object", Map.of("key", List.of(Map.of("prefix", PREFIX))));
        CfnRule created = CfnRule.Builder.create(this, "Created")
                .description("Requests in the bucket, to the work queue")
                .state("ENABLED")
                .eventPattern(
                        Map.of("source", List.of("aws.s3"), "detail-type", List.of("Object Created"), "detail", detail))
                .targets(List.of(target(queue)))
                .build();
        letIn(created, queue.queue());
        letIn(created, queue.deadLetters());
        alarms.raiseAt(
                1,
                Metric.Builder.create()
                        .namespace("AWS/Events")
                        .metricName("InvocationsFailedToBeSentToDlq")
                        .dimensionsMap(Map.of("RuleName", created.getRef()))
                        .statistic("Sum")
                        .period(Duration.minutes(1))
                        .build(),
                "PointerLost",
                "A stored request has no message in the work queue. See the runbook in README.md.");
    }

    private static CfnRule.TargetProperty target(WorkQueue queue) {
        return CfnRule.TargetProperty.builder()
                .id("WorkQueue")
                .arn(queue.queue().getQueueArn())
                .retryPolicy(CfnRule.RetryPolicyProperty.builder()
                        .maximumEventAgeInSeconds(Duration.hours(24).toSeconds())
                        .maximumRetryAttempts(185)
                        .build())
                .deadLetterConfig(CfnRule.DeadLetterConfigProperty.builder()
                        .arn(queue.deadLetters().getQueueArn())
                        .build())
                .build();
    }

    /** No grant of CDK: those allow to read the queue's attributes, too. */
    private static void letIn(CfnRule rule, Queue queue) {
        queue.addToResourcePolicy(PolicyStatement.Builder.create()
                .principals(List.of(new ServicePrincipal("events.amazonaws.com")))
                .actions(List.of("sqs:SendMessage"))
                .resources(List.of(queue.getQueueArn()))
                .conditions(Map.of("ArnEquals", Map.of("aws:SourceArn", rule.getAttrArn())))
                .build());
    }

[=slot("storage-first.methods")]    private static PolicyDocument allow(String action, String resource) {
        return PolicyDocument.Builder.create()
                .statements(List.of(statement(action, resource)))
                .build();
    }

    private static PolicyStatement statement(String action, String resource) {
        return PolicyStatement.Builder.create()
                .actions(List.of(action))
                .resources(List.of(resource))
                .build();
    }

    /** As cdk-nag calls what {@code inbox/*} matches. */
    private String objects() {
        String logicalId =
                Stack.of(bucket).getLogicalId((CfnBucket) bucket.getNode().getDefaultChild());
        return "Resource::<" + logicalId + ".Arn>/" + PREFIX + "*";
    }

    /**
     * The object is named by us, because a name of the client could lead elsewhere, and nothing checks a parameter. A
     * client can choose even the request id: the role allows nothing outside {@code inbox/}, and a name that comes twice
     * makes a second version, which has a message of its own. The Idempotency-Key is checked before it is used.
     */
    private static Map<String, String> parameters() {
        // Sorted, for CDK deploys an API anew when what it has comes in another order.
        return new TreeMap<>(Map.of(
                "integration.request.path.key", "context.requestId",
                "integration.request.header.Content-Type", "method.request.header.Content-Type",
                "integration.request.header.x-amz-meta-idempotency-key", "method.request.header.Idempotency-Key"));
    }

    static List<IntegrationResponse> responses() {
        return StorageResponses.of(RequestTemplate.of("idempotency-key", "accepted"), RequestTemplate.of("s3-error"));
    }
}
