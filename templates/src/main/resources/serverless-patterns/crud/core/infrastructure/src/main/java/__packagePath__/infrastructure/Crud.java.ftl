package [=package].infrastructure;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.apigateway.AwsIntegration;
import software.amazon.awscdk.services.apigateway.IntegrationOptions;
import software.amazon.awscdk.services.apigateway.PassthroughBehavior;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;
import software.amazon.awscdk.services.iam.PolicyDocument;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.stepfunctions.IStateMachine;
import software.constructs.Construct;

/** The methods of the API: each starts an execution, waits for it, and answers what it says. */
final class Crud extends Construct {
    /** Single ones are for the client to retry. */
    private static final int ERRORS_PER_MINUTE = 5;

    private static final String LIST = "[=resourcePath]";
    private static final String ITEM = "[=resourcePath]/{id}";

    /** All of them; see {@code openapi.json}. */
    static final List<CrudMethod> METHODS = List.of(
            new CrudMethod("POST", LIST, "201 409 422", "header.Idempotency-Key"),
            new CrudMethod("GET", LIST, "200", "querystring.limit", "querystring.nextToken"),
            new CrudMethod("GET", ITEM, "200 404", "path.id"),
            new CrudMethod("PUT", ITEM, "200 404 412 422 428", "path.id", "header.If-Match"),
            new CrudMethod("DELETE", ITEM, "204 404 412 428", "path.id", "header.If-Match"));

    Crud(Construct scope, String id, RequestApi api, CrudMachine crudMachine, Alarms alarms) {
        super(scope, id);
        IStateMachine machine = crudMachine.machine();
        Role role = Role.Builder.create(this, "Role")
                .assumedBy(new ServicePrincipal("apigateway.amazonaws.com"))
                .inlinePolicies(Map.of("StartSyncExecution", start(machine)))
                .build();
        api.addCrud(METHODS, method -> integration(method, role, machine));
        api.refuseOtherMethods(LIST, "GET, POST");
        api.refuseOtherMethods(ITEM, "DELETE, GET, PUT");
        api.answerUnknownPaths();
        watch(alarms, api);
        CfnOutput.Builder.create(Stack.of(this), "CrudUrl").value(api.url(LIST)).build();
    }

    private static AwsIntegration integration(CrudMethod method, Role role, IStateMachine machine) {
        return AwsIntegration.Builder.create()
                .service("states")
                .action("StartSyncExecution")
                .integrationHttpMethod("POST")
                .options(IntegrationOptions.builder()
                        .credentialsRole(role)
                        .timeout(CdkDuration.of(CrudTiming.standard().integration()))
                        .passthroughBehavior(PassthroughBehavior.NEVER)
                        .requestTemplates(Map.of("application/json", requestTemplate(machine.getStateMachineArn())))
                        .integrationResponses(CrudResponses.of(method))
                        .build())
                .build();
    }

    private static void watch(Alarms alarms, RequestApi api) {
        var everyMinute = MetricOptions.builder()
                .period(Duration.minutes(1))
                .statistic("Sum")
                .build();
        alarms.raiseAt(
                ERRORS_PER_MINUTE,
                api.serverErrors(everyMinute),
                "ServerErrors",
                "Clients are answered 500, 503 or 504. See the runbook in README.md.");
    }

    static String requestTemplate(String stateMachineArn) {
        return RequestTemplate.of("idempotency-key", "crud-request")
                .with("stateMachineArn", stateMachineArn)
                .text();
    }

    private static PolicyDocument start(IStateMachine machine) {
        PolicyStatement start = PolicyStatement.Builder.create()
                .actions(List.of("states:StartSyncExecution"))
                .resources(List.of(machine.getStateMachineArn()))
                .build();
        return PolicyDocument.Builder.create().statements(List.of(start)).build();
    }
}
