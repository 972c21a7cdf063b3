package [=package].infrastructure;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.services.apigateway.AwsIntegration;
import software.amazon.awscdk.services.apigateway.IntegrationOptions;
import software.amazon.awscdk.services.apigateway.IntegrationResponse;
import software.amazon.awscdk.services.apigateway.PassthroughBehavior;
import software.amazon.awscdk.services.dynamodb.ITable;
import software.amazon.awscdk.services.iam.PolicyDocument;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.constructs.Construct;

/** Stores each request in the table by a service integration: no code of ours runs, so none can fail. */
final class StorageFirst extends Construct {
    private static final String PATH = "[=slot("request-path")]";

    StorageFirst(Construct scope, String id, RequestApi api, Ledger ledger) {
        super(scope, id);
        Role role = Role.Builder.create(this, "Role")
                .assumedBy(new ServicePrincipal("apigateway.amazonaws.com"))
                .inlinePolicies(Map.of("PutItem", putInto(ledger.table())))
                .build();
        AwsIntegration putItem = AwsIntegration.Builder.create()
                .service("dynamodb")
                .action("PutItem")
                .integrationHttpMethod("POST")
                .options(IntegrationOptions.builder()
                        .credentialsRole(role)
                        .timeout(RequestApi.INTEGRATION_TIMEOUT)
                        .passthroughBehavior(PassthroughBehavior.NEVER)
                        .requestTemplates(Map.of(
                                "application/json",
                                requestTemplate(ledger.table().getTableName())))
                        .integrationResponses(responses())
                        .build())
                .build();
        api.post(PATH, RequestModel.schema(), putItem, StorageResponses.ofMethod());
    }

    private static PolicyDocument putInto(ITable table) {
        PolicyStatement put = PolicyStatement.Builder.create()
                .actions(List.of("dynamodb:PutItem"))
                .resources(List.of(table.getTableArn()))
                .build();
        return PolicyDocument.Builder.create().statements(List.of(put)).build();
    }

    static String requestTemplate(String tableName) {
        return RequestTemplate.of("idempotency-key", "dynamodb-put-item")
                .with("tableName", tableName)
                .text();
    }

    static List<IntegrationResponse> responses() {
        return StorageResponses.of(RequestTemplate.of("idempotency-key", "accepted"), RequestTemplate.of("aws-error"));
    }
}
