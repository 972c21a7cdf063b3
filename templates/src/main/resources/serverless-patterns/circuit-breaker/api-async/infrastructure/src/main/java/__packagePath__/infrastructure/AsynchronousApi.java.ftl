package [=package].infrastructure;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.ArnComponents;
import software.amazon.awscdk.ArnFormat;
import software.amazon.awscdk.Stack;
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

/**
 * The entry for work that lasts: {@code POST} starts an execution and answers 202 with the place of its status, {@code
 * GET} says there what became of it. Both are service integrations, so no code of ours runs.
 */
final class AsynchronousApi extends Construct {
    private static final String PATH = "[=slot("request-path")]";

    AsynchronousApi(Construct scope, String id, RequestApi api, IStateMachine machine) {
        super(scope, id);
        String executions = executions(machine);
        Role start = role("StartRole", "states:StartExecution", machine.getStateMachineArn());
        Role describe = role("StatusRole", "states:DescribeExecution", executions + ":*");
        SecurityReview.accept(describe, "AwsSolutions-IAM5", "Executions get their names from requests");
        api.post(
                PATH,
                RequestModel.schema(),
                integration("StartExecution", start, startTemplate(machine.getStateMachineArn()), startResponses()),
                AsynchronousResponses.ofPost());
        api.addStatus(
                PATH + "/{id}",
                integration("DescribeExecution", describe, statusTemplate(executions), statusResponses()),
                AsynchronousResponses.ofStatus());
    }

    static String startTemplate(String stateMachineArn) {
        return RequestTemplate.of("idempotency-key", "start-execution")
                .with("stateMachineArn", stateMachineArn)
                .text();
    }

    static String statusTemplate(String executionArnPrefix) {
        return RequestTemplate.of("execution-id", "describe-execution")
                .with("executionArnPrefix", executionArnPrefix)
                .text();
    }

    static List<IntegrationResponse> startResponses() {
        return AsynchronousResponses.of(
                "202", RequestTemplate.of("idempotency-key", "started"), RequestTemplate.of("aws-error"));
    }

    static List<IntegrationResponse> statusResponses() {
        return AsynchronousResponses.of(
                "200", RequestTemplate.of("execution-id", "execution"), RequestTemplate.of("execution-error"));
    }

    private static AwsIntegration integration(
            String action, Role role, String requestTemplate, List<IntegrationResponse> responses) {
        return AwsIntegration.Builder.create()
                .service("states")
                .action(action)
                .integrationHttpMethod("POST")
                .options(IntegrationOptions.builder()
                        .credentialsRole(role)
                        .timeout(RequestApi.INTEGRATION_TIMEOUT)
                        .passthroughBehavior(PassthroughBehavior.NEVER)
                        .requestTemplates(Map.of("application/json", requestTemplate))
                        .integrationResponses(responses)
                        .build())
                .build();
    }

    private Role role(String id, String action, String resource) {
        PolicyStatement statement = PolicyStatement.Builder.create()
                .actions(List.of(action))
                .resources(List.of(resource))
                .build();
        PolicyDocument document =
                PolicyDocument.Builder.create().statements(List.of(statement)).build();
        return Role.Builder.create(this, id)
                .assumedBy(new ServicePrincipal("apigateway.amazonaws.com"))
                .inlinePolicies(Map.of("Call", document))
                .build();
    }

    /** The ARN of an execution without its name. */
    private String executions(IStateMachine machine) {
        String name = Stack.of(this)
                .splitArn(machine.getStateMachineArn(), ArnFormat.COLON_RESOURCE_NAME)
                .getResourceName();
        return Stack.of(this)
                .formatArn(ArnComponents.builder()
                        .service("states")
                        .resource("execution")
                        .resourceName(name)
                        .arnFormat(ArnFormat.COLON_RESOURCE_NAME)
                        .build());
    }
}
