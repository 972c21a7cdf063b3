package [=package].functions;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import software.amazon.lambda.powertools.logging.PowertoolsLogging;
import software.amazon.lambda.powertools.metrics.Metrics;
import software.amazon.lambda.powertools.metrics.MetricsFactory;
import software.amazon.lambda.powertools.metrics.model.MetricUnit;

/**
 * Takes the input of one execution. It fails with {@link RejectedRequestException}, which the state machine knows by the
 * full name of that class and never tries again, or with any other exception, which it does.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html">Error handling</a>
 */
abstract class ExecutionHandler implements RequestHandler<Map<String, Object>, Map<String, String>> {
    private static final Logger LOG = LoggerFactory.getLogger(ExecutionHandler.class);
    private static final String CORRELATION_ID = "correlation_id";

    private final Metrics metrics = MetricsFactory.getMetricsInstance();

    /** Handles one request; a {@link RuntimeException} means that it may succeed later, but for a rejection. */
    abstract Outcome process(StoredRequest request, Context context);

    /** @return the {@link Outcome}; it becomes the output of the execution */
    @Override
    public final Map<String, String> handleRequest(Map<String, Object> input, Context context) {
        return PowertoolsLogging.withLogging(context, () -> {
            Outcome outcome = Outcome.FAILED;
            try {
                outcome = process(open(input), context);
            } catch (RejectedRequestException rejection) {
                outcome = Outcome.REJECTED;
                throw rejection;
            } finally {
                LOG.info("Request {}", outcome);
                metrics.addMetric(outcome.metric(), 1, MetricUnit.COUNT);
                metrics.flush();
                MDC.remove(CORRELATION_ID);
            }
            if (outcome.mustComeBack()) {
                throw new IllegalStateException("Another worker holds the lease of this request");
            }
            return Map.of("outcome", outcome.name());
        });
    }

    private StoredRequest open(Map<String, Object> input) {
        StoredRequest request = Envelope.open(input);
        MDC.put(CORRELATION_ID, request.id());
        metrics.addMetric("age", System.currentTimeMillis() - request.receivedAt(), MetricUnit.MILLISECONDS);
        return request;
    }
}
