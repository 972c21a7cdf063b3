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
import software.amazon.awscdk.services.stepfunctions.IStateMachine;
import software.constructs.Construct;

/** Stores each request as the input of an execution by a service integration: no code of ours runs, so none can fail. */
final class StorageFirst extends Construct {
    private static final String PATH = "[=slot("request-path")]";

    StorageFirst(Construct scope, String id, RequestApi api, RequestMachine machine) {
        super(scope, id);
        Role role = Role.Builder.create(this, "Role")
                .assumedBy(new ServicePrincipal("apigateway.amazonaws.com"))
                .inlinePolicies(Map.of("StartExecution", start(machine.machine())))
                .build();
        String requestTemplate = requestTemplate(machine.machine().getStateMachineArn());
        AwsIntegration startExecution = AwsIntegration.Builder.create()
                .service("states")
                .action("StartExecution")
                .integrationHttpMethod("POST")
                .options(IntegrationOptions.builder()
                        .credentialsRole(role)
                        .timeout(RequestApi.INTEGRATION_TIMEOUT)
                        .passthroughBehavior(PassthroughBehavior.NEVER)
                        .requestTemplates(Map.of("application/json", requestTemplate))
                        .integrationResponses(responses())
                        .build())
                .build();
        api.post(PATH, RequestModel.schema(), startExecution, StorageResponses.ofMethod());
    }

    private static PolicyDocument start(IStateMachine machine) {
        PolicyStatement start = PolicyStatement.Builder.create()
                .actions(List.of("states:StartExecution"))
                .resources(List.of(machine.getStateMachineArn()))
                .build();
        return PolicyDocument.Builder.create().statements(List.of(start)).build();
    }

    static String requestTemplate(String stateMachineArn) {
        return RequestTemplate.of("idempotency-key", "start-execution")
                .with("stateMachineArn", stateMachineArn)
                .text();
    }

    static List<IntegrationResponse> responses() {
        return StorageResponses.of(RequestTemplate.of("idempotency-key", "accepted"), RequestTemplate.of("aws-error"));
    }
}
