package [=package].functions;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import software.amazon.lambda.powertools.logging.PowertoolsLogging;
import software.amazon.lambda.powertools.metrics.Metrics;
import software.amazon.lambda.powertools.metrics.MetricsFactory;
import software.amazon.lambda.powertools.metrics.model.MetricUnit;

/**
 * Takes a batch one message at a time and reports those that must come back; the queue deletes all others. In an
 * outage every message is reported, and each comes back after the visibility timeout.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html">Partial batch responses</a>
 */
abstract class BatchHandler implements RequestHandler<SQSEvent, SQSBatchResponse> {
    static final Logger LOG = LoggerFactory.getLogger(BatchHandler.class);
    private static final String CORRELATION_ID = "correlation_id";

    private final Metrics metrics = MetricsFactory.getMetricsInstance();

    /**
     * The request that a message stands for.
     *
     * @throws RejectedRequestException if there is none and never will be
     */
    abstract StoredRequest open(SQSMessage message);

    /** Puts a message aside that no retry can help. */
    abstract void reject(SQSMessage message, String id, String reason);

    /**
     * Handles one request; a {@link RejectedRequestException} means that it never can succeed,
     * any other {@link RuntimeException} that it may succeed later.
     */
    abstract Outcome process(StoredRequest request, Context context);

    @Override
    public final SQSBatchResponse handleRequest(SQSEvent event, Context context) {
        return PowertoolsLogging.withLogging(context, () -> processAll(event.getRecords(), context));
    }

    private SQSBatchResponse processAll(List<SQSMessage> messages, Context context) {
        List<BatchItemFailure> failures = new ArrayList<>();
[=slot("batch-handler.batch")]        try {
            for (SQSMessage message : messages) {
[=slot("batch-handler.message")]                Outcome outcome = processOne(message, context);
                metrics.addMetric(outcome.metric(), 1, MetricUnit.COUNT);
                if (outcome.mustComeBack()) {
                    failures.add(new BatchItemFailure(message.getMessageId()));
[=slot("batch-handler.failure")]                }
            }
        } finally {
            metrics.flush();
        }
        return new SQSBatchResponse(failures);
    }

    private Outcome processOne(SQSMessage message, Context context) {
        try {
            Outcome outcome = processOrReject(message, context);
            LOG.info("Request {}", outcome);
            return outcome;
        } catch (RuntimeException failure) {
            LOG.error("Request FAILED", failure);
            return Outcome.FAILED;
        } finally {
            MDC.remove(CORRELATION_ID);
        }
    }

    private Outcome processOrReject(SQSMessage message, Context context) {
        String id = message.getMessageId();
        try {
            StoredRequest request = open(message);
            id = request.id();
            MDC.put(CORRELATION_ID, id);
            metrics.addMetric("age", System.currentTimeMillis() - request.receivedAt(), MetricUnit.MILLISECONDS);
            return process(request, context);
        } catch (RejectedRequestException rejection) {
            reject(message, id, rejection.getMessage());
            LOG.warn("Request rejected: {}", rejection.getMessage());
            return Outcome.REJECTED;
        }
    }
}
