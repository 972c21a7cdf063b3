package [=package].infrastructure;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.services.apigateway.AwsIntegration;
import software.amazon.awscdk.services.apigateway.IntegrationOptions;
import software.amazon.awscdk.services.apigateway.IntegrationResponse;
import software.amazon.awscdk.services.apigateway.PassthroughBehavior;
import software.amazon.awscdk.services.iam.PolicyDocument;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.kinesis.IStream;
import software.constructs.Construct;

/** Stores each request in the stream by a service integration: no code of ours runs, so none can fail. */
final class StorageFirst extends Construct {
    private static final String PATH = "[=slot("request-path")]";

    StorageFirst(Construct scope, String id, RequestApi api, RequestStream stream) {
        super(scope, id);
        Role role = Role.Builder.create(this, "Role")
                .assumedBy(new ServicePrincipal("apigateway.amazonaws.com"))
                .inlinePolicies(Map.of("PutRecord", putInto(stream.stream())))
                .build();
        String requestTemplate = requestTemplate(stream.stream().getStreamName());
        AwsIntegration putRecord = AwsIntegration.Builder.create()
                .service("kinesis")
                .action("PutRecord")
                .integrationHttpMethod("POST")
                .options(IntegrationOptions.builder()
                        .credentialsRole(role)
                        .timeout(RequestApi.INTEGRATION_TIMEOUT)
                        .passthroughBehavior(PassthroughBehavior.NEVER)
                        .requestParameters(
                                Map.of("integration.request.header.Content-Type", "'application/x-amz-json-1.1'"))
                        .requestTemplates(Map.of("application/json", requestTemplate))
                        .integrationResponses(responses())
                        .build())
                .build();
        api.post(PATH, RequestModel.schema(), putRecord, StorageResponses.ofMethod());
    }

    /** No grant of CDK: those allow to put many records at once and to list the shards, too. */
    private static PolicyDocument putInto(IStream stream) {
        PolicyStatement put = PolicyStatement.Builder.create()
                .actions(List.of("kinesis:PutRecord"))
                .resources(List.of(stream.getStreamArn()))
                .build();
        return PolicyDocument.Builder.create().statements(List.of(put)).build();
    }

    static String requestTemplate(String streamName) {
        return RequestTemplate.of("idempotency-key", "partition-key", "kinesis-put-record")
                .with("streamName", streamName)
                .text();
    }

    static List<IntegrationResponse> responses() {
        return StorageResponses.of(RequestTemplate.of("idempotency-key", "accepted"), RequestTemplate.of("aws-error"));
    }
}
