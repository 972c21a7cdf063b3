package [=package].infrastructure;

[#if downstream == "lambda"]
import java.time.Duration;
[/#if]
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awscdk.services.apigateway.AwsIntegration;
import software.amazon.awscdk.services.apigateway.IntegrationOptions;
import software.amazon.awscdk.services.apigateway.IntegrationResponse;
import software.amazon.awscdk.services.apigateway.MethodResponse;
import software.amazon.awscdk.services.apigateway.PassthroughBehavior;
import software.amazon.awscdk.services.iam.PolicyDocument;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.stepfunctions.IStateMachine;
import software.constructs.Construct;

/** Has the circuit breaker work on each request, and the client wait for the result. */
final class CircuitApi extends Construct {
[#if downstream == "lambda"]
    /** How long a client that sends a request again, under the same key, gets the result of the first. */
    static final Duration RESULTS_KEPT = Duration.ofDays(7);

[/#if]
    private static final String PATH = "[=slot("request-path")]";
    private static final String REQUEST_ID = "method.response.header.x-request-id";

    CircuitApi(Construct scope, String id, RequestApi api, CircuitTiming timing, CircuitBreaker breaker) {
        super(scope, id);
        IStateMachine machine = breaker.machine().machine();
        Role role = Role.Builder.create(this, "Role")
                .assumedBy(new ServicePrincipal("apigateway.amazonaws.com"))
                .inlinePolicies(Map.of("StartSyncExecution", start(machine)))
                .build();
        String requestTemplate = requestTemplate(machine.getStateMachineArn());
        AwsIntegration startSyncExecution = AwsIntegration.Builder.create()
                .service("states")
                .action("StartSyncExecution")
                .integrationHttpMethod("POST")
                .options(IntegrationOptions.builder()
                        .credentialsRole(role)
                        .timeout(CdkDuration.of(timing.caller()))
                        .passthroughBehavior(PassthroughBehavior.NEVER)
                        .requestTemplates(Map.of("application/json", requestTemplate))
                        .integrationResponses(responses())
                        .build())
                .build();
        api.post(PATH, RequestModel.schema(), startSyncExecution, methodResponses());
    }

    static String requestTemplate(String stateMachineArn) {
        return RequestTemplate.of("idempotency-key", "start-sync-execution")
                .with("stateMachineArn", stateMachineArn)
                .text();
    }

    /** By the status of Step Functions; an answer that no pattern matches is an error. */
    static List<IntegrationResponse> responses() {
        return List.of(
                response("200", "execution-result").selectionPattern("2\\d{2}").build(),
                response("400", "aws-error").selectionPattern("4\\d{2}").build(),
                response("503", "unavailable").selectionPattern("5\\d{2}").build(),
                response("500", "internal-error").build());
    }

    private static PolicyDocument start(IStateMachine machine) {
        PolicyStatement start = PolicyStatement.Builder.create()
                .actions(List.of("states:StartSyncExecution"))
                .resources(List.of(machine.getStateMachineArn()))
                .build();
        return PolicyDocument.Builder.create().statements(List.of(start)).build();
    }

    /** Every status that the method can answer with. */
    private static List<MethodResponse> methodResponses() {
        return Stream.of("200", "400", "422", "429", "500", "502", "503", "504")
                .map(status -> MethodResponse.builder()
                        .statusCode(status)
                        .responseParameters(Map.of(REQUEST_ID, true))
                        .build())
                .toList();
    }

    private static IntegrationResponse.Builder response(String status, String template) {
        return IntegrationResponse.builder()
                .statusCode(status)
                .responseParameters(Map.of(REQUEST_ID, "context.requestId"))
                .responseTemplates(
                        Map.of("application/json", RequestTemplate.of(template).text()));
    }
}
