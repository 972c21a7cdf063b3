[#assign exposed = slot("stack.consumer")?has_content || featureFlags == "true"]
package [=package].infrastructure;

import java.util.Map;
import software.amazon.awscdk.services.lambda.EventSourceMappingOptions;
import software.constructs.Construct;

/** Works on stored requests, each once: the ledger knows which are done. */
final class Consumer extends Construct {
    private static final int BATCH_SIZE = 10;
    /** How many batches run at once, so that a backlog does not overrun what the work calls; 2 to 1000. */
    private static final int MAX_CONCURRENCY = 10;

[#if exposed]
    private final JavaFunction function;

[/#if]
    Consumer(Construct scope, String id, Stage stage, Timing timing, WorkQueue queue, Ledger ledger) {
        super(scope, id);
        Map<String, String> environment = Map.of(
                "LEDGER_TABLE", ledger.tableName(),
                "DEAD_LETTER_QUEUE_URL", queue.deadLetters().getQueueUrl(),
                "RETAIN_DAYS", String.valueOf(timing.ledgerRetention().toDays()),
                "POWERTOOLS_SERVICE_NAME", "[=stackName]",
                "POWERTOOLS_METRICS_NAMESPACE", "[=stackName]");
        String handler = "Process[=Resources]Handler";
[#if exposed]
        function = new JavaFunction(this, "Process", stage, handler, timing.function(), environment);
[#else]
        var function = new JavaFunction(this, "Process", stage, handler, timing.function(), environment);
[/#if]
        ledger.allow(function);
        function.allow(queue.deadLetters().getQueueArn(), "sqs:SendMessage");
        String source = queue.queue().getQueueArn();
        function.allow(source, "sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes");
        function.live()
                .addEventSourceMapping(
                        "WorkQueue",
                        EventSourceMappingOptions.builder()
                                .eventSourceArn(source)
                                .batchSize(BATCH_SIZE)
                                .maxConcurrency(MAX_CONCURRENCY)
                                .reportBatchItemFailures(true)
                                .build());
[#if exposed]
    }

    JavaFunction function() {
        return function;
[/#if]
    }
}
