package [=package].infrastructure;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.services.apigateway.AwsIntegration;
import software.amazon.awscdk.services.apigateway.IntegrationOptions;
import software.amazon.awscdk.services.apigateway.IntegrationResponse;
import software.amazon.awscdk.services.apigateway.PassthroughBehavior;
import software.amazon.awscdk.services.iam.PolicyDocument;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.constructs.Construct;

/** Stores each request on the bus by a service integration: no code of ours runs, so none can fail. */
final class StorageFirst extends Construct {
    private static final String PATH = "[=slot("request-path")]";

    StorageFirst(Construct scope, String id, RequestApi api, RequestBus bus) {
        super(scope, id);
        Role role = Role.Builder.create(this, "Role")
                .assumedBy(new ServicePrincipal("apigateway.amazonaws.com"))
                .inlinePolicies(Map.of("PutEvents", putOn(bus)))
                .build();
        bus.deliversBefore(role);
        AwsIntegration putEvents = AwsIntegration.Builder.create()
                .service("events")
                .action("PutEvents")
                .integrationHttpMethod("POST")
                .options(IntegrationOptions.builder()
                        .credentialsRole(role)
                        .timeout(RequestApi.INTEGRATION_TIMEOUT)
                        .passthroughBehavior(PassthroughBehavior.NEVER)
                        .requestParameters(headers())
                        .requestTemplates(Map.of("application/json", requestTemplate(bus.name())))
                        .integrationResponses(responses())
                        .build())
                .build();
        api.post(PATH, RequestModel.schema(), putEvents, StorageResponses.ofMethod());
    }

    private static PolicyDocument putOn(RequestBus bus) {
        PolicyStatement put = PolicyStatement.Builder.create()
                .actions(List.of("events:PutEvents"))
                .resources(List.of(bus.arn()))
                .conditions(Map.of(
                        "StringEquals",
                        Map.of("events:source", RequestBus.SOURCE, "events:detail-type", RequestBus.DETAIL_TYPE)))
                .build();
        return PolicyDocument.Builder.create().statements(List.of(put)).build();
    }

    /** Sorted, for CDK deploys an API anew when what it has comes in another order. */
    private static Map<String, String> headers() {
        return new TreeMap<>(Map.of(
                "integration.request.header.X-Amz-Target", "'AWSEvents.PutEvents'",
                "integration.request.header.Content-Type", "'application/x-amz-json-1.1'"));
    }

    static String requestTemplate(String busName) {
        return RequestTemplate.of("idempotency-key", "eventbridge-put-events")
                .with("busName", busName)
                .with("source", RequestBus.SOURCE)
                .with("detailType", RequestBus.DETAIL_TYPE)
                .text();
    }

    static List<IntegrationResponse> responses() {
        return StorageResponses.of(
                RequestTemplate.of("idempotency-key", "eventbridge-result"), RequestTemplate.of("aws-error"));
    }
}
