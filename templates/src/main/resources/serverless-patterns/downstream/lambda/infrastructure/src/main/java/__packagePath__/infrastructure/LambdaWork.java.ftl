[#assign flagged = slot("stored-request.flag")?has_content]
package [=package].infrastructure;

import java.time.Duration;
import java.util.Map;
[#if flagged]
import software.amazon.awscdk.Stack;
[/#if]
import software.constructs.Construct;

/** The service is a Lambda function, which does the work for each id once: the ledger knows what is done. */
final class LambdaWork extends Construct implements Work {
    /** What the state machine waits longer than the function may take, so that the function ends by itself. */
    private static final Duration MARGIN = Duration.ofSeconds(1);
[#if slot("java-function.methods")?has_content]
    /** How many requests are worked on at once, so that a backlog does not overrun a service that is just back. */
    private static final int MAX_CONCURRENCY = 10;
[/#if]

    private final JavaFunction function;

    /** @param resultsKept how long the result of a request is kept, and repeated when its id comes again */
    LambdaWork(Construct scope, String id, Stage stage, CircuitTiming timing, Ledger ledger, Duration resultsKept) {
        super(scope, id);
        Map<String, String> environment = Map.of(
                "LEDGER_TABLE",
                ledger.tableName(),
                "RETAIN_DAYS",
                String.valueOf(resultsKept.toDays()),
                "POWERTOOLS_SERVICE_NAME",
                "[=stackName]",
                "POWERTOOLS_METRICS_NAMESPACE",
                "[=stackName]"[#if flagged],
                "FLAGS_APPLICATION",
                Stack.of(this).getStackName()[/#if]);
        String handler = "Work[=Resource]Handler";
        function = new JavaFunction(this, "Function", stage, handler, timeout(timing), environment);
[#if slot("java-function.methods")?has_content]
        function.limitConcurrency(MAX_CONCURRENCY);
[/#if]
        ledger.allow(function);
    }

    /** How long the function may take for an attempt. */
    static Duration timeout(CircuitTiming timing) {
        return timing.work().minus(MARGIN);
    }

    @Override
    public Map<String, String> substitutions() {
        return Map.of(
                "WorkFunctionArn",
                function.live().getFunctionArn(),
                "RejectedRequestException",
                "[=package].functions.RejectedRequestException",
                "RequestInProgressException",
                "[=package].functions.RequestInProgressException");
    }

    @Override
    public void allow(AslStateMachine machine) {
        machine.allow(function.live().getFunctionArn(), "lambda:InvokeFunction");
    }
[#if slot("lambda-work.function")?has_content]

    JavaFunction function() {
        return function;
    }
[/#if]
}
