package [=package].infrastructure;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.apigateway.AwsIntegration;
import software.amazon.awscdk.services.apigateway.IntegrationOptions;
import software.amazon.awscdk.services.apigateway.IntegrationResponse;
import software.amazon.awscdk.services.apigateway.PassthroughBehavior;
import software.amazon.awscdk.services.iam.PolicyDocument;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.sqs.IQueue;
import software.constructs.Construct;

/** Stores each request in the work queue by a service integration: no code of ours runs, so none can fail. */
final class StorageFirst extends Construct {
    private static final String PATH = "[=slot("request-path")]";

    StorageFirst(Construct scope, String id, RequestApi api, WorkQueue queue) {
        super(scope, id);
        Role role = Role.Builder.create(this, "Role")
                .assumedBy(new ServicePrincipal("apigateway.amazonaws.com"))
                .inlinePolicies(Map.of("SendMessage", sendTo(queue.queue())))
                .build();
        AwsIntegration sendMessage = AwsIntegration.Builder.create()
                .service("sqs")
                .path(Stack.of(this).getAccount() + "/" + queue.queue().getQueueName())
                .integrationHttpMethod("POST")
                .options(IntegrationOptions.builder()
                        .credentialsRole(role)
                        .timeout(RequestApi.INTEGRATION_TIMEOUT)
                        .passthroughBehavior(PassthroughBehavior.NEVER)
                        .requestParameters(headers())
                        .requestTemplates(Map.of("application/json", requestTemplate()))
                        .integrationResponses(responses())
                        .build())
                .build();
        api.post(PATH, RequestModel.schema(), sendMessage, StorageResponses.ofMethod());
    }

    /** No grant of CDK: those allow to read the queue's attributes, too. */
    private static PolicyDocument sendTo(IQueue queue) {
        PolicyStatement send = PolicyStatement.Builder.create()
                .actions(List.of("sqs:SendMessage"))
                .resources(List.of(queue.getQueueArn()))
                .build();
        return PolicyDocument.Builder.create().statements(List.of(send)).build();
    }

    /** Sorted, for CDK deploys an API anew when what it has comes in another order. */
    private static Map<String, String> headers() {
        return new TreeMap<>(Map.of(
                "integration.request.header.Content-Type", "'application/x-www-form-urlencoded'",
                // Without it SQS answers in what the client accepts, which may be XML.
                "integration.request.header.Accept", "'application/json'"));
    }

    static String requestTemplate() {
        return RequestTemplate.of("idempotency-key", "sqs-send-message").text();
    }

    static List<IntegrationResponse> responses() {
        return StorageResponses.of(RequestTemplate.of("idempotency-key", "accepted"), RequestTemplate.of("aws-error"));
    }
}
