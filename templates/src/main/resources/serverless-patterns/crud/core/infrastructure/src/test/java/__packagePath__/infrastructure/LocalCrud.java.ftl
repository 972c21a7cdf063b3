package [=package].infrastructure;

[@imports]
import [=package].infrastructure.apigateway.BackendAnswer;
import [=package].infrastructure.apigateway.ClientResponse;
import [=package].infrastructure.asl.LocalAws;
import [=package].infrastructure.asl.VirtualClock;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Map;
[/@imports]

/**
 * What the stack deploys, in this JVM: an HTTP request goes by the synthesized template through validation, request
 * template, state machine and table, and back. All that is known here is what the template says. Each answer is compared
 * with {@code openapi.json}.
 */
final class LocalCrud {
    static final String CALLER = "arn:aws:sts::123456789012:assumed-role/Shop/session-1";

    final VirtualClock clock = new VirtualClock(Instant.parse("2026-01-01T00:00:00Z"));
    final LocalTable table;
    final LocalExecutions executions;
[#if featureFlags == "true"]
    final TestFlags flags = new TestFlags();
[/#if]

    private final LocalGateway gateway;
    private String caller = CALLER;
    private BackendAnswer answerOfStepFunctions;
    private int requests;

    LocalCrud() {
        JsonNode resources = SynthesizedStack.of("dev").resources();
        table = LocalTable.synthesized(resources, "CrudTable");
        LocalAws aws = new LocalAws(clock);
        LocalTasks.bind(aws, resources, table.client(), clock);
[#if featureFlags == "true"]
        flags.bind(aws, TestFlags.function(resources));
[/#if]
        executions = new LocalExecutions(resources, "CrudMachine", aws);
        gateway = new LocalGateway(resources, HttpCall.LIST, this::startSync);
    }

    /** Who sends the requests from now on: an ARN of IAM, or the id of a user. */
    void caller(String principal) {
        caller = principal;
    }

    /** Step Functions itself answers the next request, without an execution. */
    void stepFunctionsAnswers(int status, String body) {
        answerOfStepFunctions = BackendAnswer.of(status, body);
    }

    ClientResponse send(HttpCall call) {
        requests++;
        Map<String, Object> context = Map.of(
                "requestId",
                "00000000-0000-4000-8000-%012d".formatted(requests),
                "identity",
                Map.of("userArn", caller),
                "authorizer",
                Map.of("claims", Map.of("sub", caller)));
        ClientResponse response = gateway.send(call, context);
        CrudAnswers.check(call, response);
        return response;
    }

    private BackendAnswer startSync(String request) {
        BackendAnswer given = answerOfStepFunctions;
        answerOfStepFunctions = null;
        return given == null ? executions.startSync(request) : given;
    }
}
