package [=package].functions;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import software.amazon.lambda.powertools.logging.PowertoolsLogging;
import software.amazon.lambda.powertools.metrics.Metrics;
import software.amazon.lambda.powertools.metrics.MetricsFactory;
import software.amazon.lambda.powertools.metrics.model.MetricUnit;

/**
 * Takes one request from the circuit breaker, which knows by the full names of their classes that a {@link
 * RejectedRequestException} and a {@link RequestInProgressException} are no failures of the service; any other exception
 * is one, and may open the circuit.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html">Error handling</a>
 */
abstract class WorkHandler implements RequestHandler<Map<String, Object>, Map<String, Object>> {
    private static final Logger LOG = LoggerFactory.getLogger(WorkHandler.class);
    private static final String CORRELATION_ID = "correlation_id";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Metrics metrics = MetricsFactory.getMetricsInstance();

    /** Does the work of a request, unless it is done or being done. */
    abstract Delivery deliver(StoredRequest request, Context context);

[#if slot("work.probe")?has_content]
    /** Asks what the work depends on whether it answers; throws if not. */
    abstract void probe();

[/#if]
    /** @return {@code outcome}: PROCESSED or DUPLICATE, and {@code result}: what the work returned, now or then */
    @Override
    public final Map<String, Object> handleRequest(Map<String, Object> input, Context context) {
[#if slot("work.probe")?has_content]
        if (Boolean.TRUE.equals(input.get("probe"))) {
            return PowertoolsLogging.withLogging(context, this::answerProbe);
        }
[/#if]
        return PowertoolsLogging.withLogging(context, () -> {
            Outcome outcome = Outcome.FAILED;
            try {
                Delivery delivery = deliver(open(input), context);
                outcome = delivery.outcome();
                if (outcome == Outcome.IN_PROGRESS) {
                    throw new RequestInProgressException();
                }
                return Map.of("outcome", outcome.name(), "result", result(delivery.receipt()));
            } catch (RejectedRequestException rejection) {
                outcome = Outcome.REJECTED;
                throw rejection;
            } finally {
                LOG.info("Request {}", outcome);
                metrics.addMetric(outcome.metric(), 1, MetricUnit.COUNT);
                metrics.flush();
                MDC.remove(CORRELATION_ID);
            }
        });
    }

[#if slot("work.probe")?has_content]
    private Map<String, Object> answerProbe() {
        probe();
        return Map.of("outcome", "HEALTHY", "result", "");
    }

[/#if]
    private static StoredRequest open(Map<String, Object> input) {
[#if slot("stored-request.flag")?has_content]
        boolean newProcessing = Boolean.TRUE.equals(input.get("newProcessing"));
        StoredRequest request = WorkItem.open(input).withNewProcessing(newProcessing);
[#else]
        StoredRequest request = WorkItem.open(input);
[/#if]
        MDC.put(CORRELATION_ID, request.id());
        return request;
    }

    /** A receipt that is JSON is handed out as such, any other as text. */
    private static Object result(String receipt) {
        try {
            return JSON.readValue(receipt, Object.class);
        } catch (JsonProcessingException text) {
            return receipt;
        }
    }
}
