package [=package].infrastructure;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.apigateway.AwsIntegration;
import software.amazon.awscdk.services.apigateway.IntegrationOptions;
import software.amazon.awscdk.services.apigateway.IntegrationResponse;
import software.amazon.awscdk.services.apigateway.PassthroughBehavior;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;
import software.amazon.awscdk.services.iam.PolicyDocument;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.kms.Alias;
import software.amazon.awscdk.services.sns.StringConditions;
import software.amazon.awscdk.services.sns.Subscription;
import software.amazon.awscdk.services.sns.SubscriptionFilter;
import software.amazon.awscdk.services.sns.Topic;
import software.amazon.awscdk.services.sns.subscriptions.SqsSubscription;
import software.constructs.Construct;

/**
 * Publishes each request by a service integration: no code of ours runs, so none can fail. A topic stores nothing that
 * can be read again; what stores the request is the work queue that subscribes to it.
 */
final class StorageFirst extends Construct {
    /** The message attribute {@code type} of this API's requests. Subscriptions filter by it. */
    static final String TYPE = "[=resource]";

    private static final String PATH = "[=slot("request-path")]";

    StorageFirst(Construct scope, String id, RequestApi api, WorkQueue queue, Alarms alarms) {
        super(scope, id);
        Topic topic = Topic.Builder.create(this, "Topic")
                // This key lets every role of the account publish. An AWS service that publishes by itself, e.g. S3,
                // or another account would need a customer managed key. SQS gets the message decrypted.
                .masterKey(Alias.fromAliasName(this, "Key", "alias/aws/sns"))
                .enforceSsl(true)
                .build();
        Subscription subscription = topic.addSubscription(subscriptionOf(queue));
        Role role = Role.Builder.create(this, "Role")
                .assumedBy(new ServicePrincipal("apigateway.amazonaws.com"))
                .inlinePolicies(Map.of("Publish", publishTo(topic)))
                .build();
        // What is published before the subscription is there, or after it is deleted, would be gone.
        role.getNode().addDependency(subscription, queue.deadLetters());
        AwsIntegration publish = AwsIntegration.Builder.create()
                .service("sns")
                .path("/")
                .integrationHttpMethod("POST")
                .options(IntegrationOptions.builder()
                        .credentialsRole(role)
                        .timeout(RequestApi.INTEGRATION_TIMEOUT)
                        .passthroughBehavior(PassthroughBehavior.NEVER)
                        .requestParameters(headers())
                        .requestTemplates(Map.of("application/json", requestTemplate(topic.getTopicArn())))
                        .integrationResponses(responses())
                        .build())
                .build();
        api.post(PATH, RequestModel.schema(), publish, StorageResponses.ofMethod());
        watch(topic, alarms);
    }

    /**
     * Undeliverable messages join the dead letters of the work queue: SQS redrives from a queue that is the dead-letter
     * queue of another queue, and from no other
     * (<a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_StartMessageMoveTask.html">source</a>).
     */
    private static SqsSubscription subscriptionOf(WorkQueue queue) {
        var requests = StringConditions.builder().allowlist(List.of(TYPE)).build();
        return SqsSubscription.Builder.create(queue.queue())
                .rawMessageDelivery(true)
                .filterPolicy(Map.of("type", SubscriptionFilter.stringFilter(requests)))
                .deadLetterQueue(queue.deadLetters())
                .build();
    }

    /** No grant of CDK: it may come to allow more than this. */
    private static PolicyDocument publishTo(Topic topic) {
        PolicyStatement publish = PolicyStatement.Builder.create()
                .actions(List.of("sns:Publish"))
                .resources(List.of(topic.getTopicArn()))
                .build();
        return PolicyDocument.Builder.create().statements(List.of(publish)).build();
    }

    /** Sorted, for CDK deploys an API anew when what it has comes in another order. */
    private static Map<String, String> headers() {
        return new TreeMap<>(Map.of(
                "integration.request.header.Content-Type", "'application/x-www-form-urlencoded'",
                // Without it SNS answers in what the client accepts, which may be XML.
                "integration.request.header.Accept", "'application/json'"));
    }

    static String requestTemplate(String topicArn) {
        return RequestTemplate.of("idempotency-key", "sns-publish")
                .with("topicArn", topicArn)
                .with("type", TYPE)
                .text();
    }

    static List<IntegrationResponse> responses() {
        return StorageResponses.of(RequestTemplate.of("idempotency-key", "accepted"), RequestTemplate.of("aws-error"));
    }

    /** The two ways in which a message that SNS has accepted can be gone. */
    private static void watch(Topic topic, Alarms alarms) {
        var everyMinute = MetricOptions.builder()
                .period(Duration.minutes(1))
                .statistic("Sum")
                .build();
        alarms.raiseAt(
                1,
                topic.metricNumberOfNotificationsFilteredOut(everyMinute),
                "FilteredOut",
                "A subscription did not take a message because of its type. See the runbook in README.md.");
        alarms.raiseAt(
                1,
                topic.metric("NumberOfNotificationsFailedToRedriveToDlq", everyMinute),
                "Undeliverable",
                "Requests reached neither the work queue nor the dead letters. See the runbook in README.md.");
    }
}
