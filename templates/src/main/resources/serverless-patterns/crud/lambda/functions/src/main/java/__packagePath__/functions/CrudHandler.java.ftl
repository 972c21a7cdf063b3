package [=package].functions;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.Map;
import org.crac.Resource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.exception.SdkServiceException;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputExceededException;
import software.amazon.awssdk.services.dynamodb.model.RequestLimitExceededException;
import software.amazon.lambda.powertools.logging.PowertoolsLogging;
import software.amazon.lambda.powertools.metrics.Metrics;
import software.amazon.lambda.powertools.metrics.MetricsFactory;
import software.amazon.lambda.powertools.metrics.model.MetricUnit;

/**
 * One operation of the CRUD state machine. What it cannot do it says by an exception, which the state machine knows by
 * the full name of its class and makes an HTTP status of; nothing here knows of HTTP.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html">Error handling</a>
 */
abstract class CrudHandler implements RequestHandler<Map<String, Object>, Map<String, Object>>, Resource {
    private static final Logger LOG = LoggerFactory.getLogger(CrudHandler.class);
    private static final String CORRELATION_ID = "correlation_id";

    private final Metrics metrics = MetricsFactory.getMetricsInstance();
    private final CrudStore store;

    CrudHandler(CrudStore store) {
        this.store = store;
    }

    /** Does it, and returns the JSON of the answer. */
    abstract Map<String, Object> answer(CrudRequest request, CrudStore store);

    /** Calls DynamoDB as the answer will, for something that is not there. */
    abstract void prime(CrudStore store);

    /** @param input what the request template makes of the HTTP request */
    @Override
    public final Map<String, Object> handleRequest(Map<String, Object> input, Context context) {
        return PowertoolsLogging.withLogging(context, () -> {
            String outcome = "failed";
            try {
                CrudRequest request = CrudRequest.of(input);
                MDC.put(CORRELATION_ID, request.requestId());
                Map<String, Object> answer = answer(request, store);
                outcome = "answered";
                return answer;
            } catch (SdkException e) {
                throw passes(e) ? new UnavailableException(e) : e;
            } catch (NotFoundException
                    | ParameterNotValidException
                    | PreconditionFailedException
                    | PreconditionRequiredException
                    | UnprocessableException e) {
                outcome = "refused";
                throw e;
            } finally {
                LOG.info("Request {}", outcome);
                metrics.addMetric(outcome, 1, MetricUnit.COUNT);
                metrics.flush();
                MDC.remove(CORRELATION_ID);
            }
        });
    }

    /** Whether the same call may succeed later: it was throttled, not answered, or failed inside DynamoDB. */
    private static boolean passes(SdkException e) {
        return !(e instanceof SdkServiceException service)
                || service instanceof ProvisionedThroughputExceededException
                || service instanceof RequestLimitExceededException
                || service.isThrottlingException()
                || service.statusCode() >= 500;
    }

    /** SnapStart: loads and connects before the snapshot what the first request would otherwise wait for. */
    @Override
    public final void beforeCheckpoint(org.crac.Context<? extends Resource> context) {
        try {
            prime(store);
        } catch (NotFoundException expected) {
            LOG.debug("Primed");
        } catch (SdkException unavailable) {
            LOG.warn("Not primed, so the first request will be slower", unavailable);
        }
    }

    /** Nothing to renew: credentials expire by themselves, and ids and times are made per request. */
    @Override
    public final void afterRestore(org.crac.Context<? extends Resource> context) {}
}
