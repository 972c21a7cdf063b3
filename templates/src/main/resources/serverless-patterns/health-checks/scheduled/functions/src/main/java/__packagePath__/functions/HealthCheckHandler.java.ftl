package [=package].functions;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.lambda.powertools.logging.PowertoolsLogging;
import software.amazon.lambda.powertools.metrics.Metrics;
import software.amazon.lambda.powertools.metrics.MetricsFactory;
import software.amazon.lambda.powertools.metrics.model.MetricUnit;

/**
 * The scheduled health check: asks what the work depends on whether it answers, and reports the result as an event. It
 * is shallow: one small call, and nothing behind what is called.
 *
 * <p>A service that does not answer is a result, not an error. The function fails only when it cannot report.
 */
public final class HealthCheckHandler implements RequestHandler<Map<String, Object>, Void> {
    /** A service that answers later is as good as down. */
    static final Duration LIMIT = Duration.ofSeconds(2);

    private static final Logger LOG = LoggerFactory.getLogger(HealthCheckHandler.class);

    private final Metrics metrics = MetricsFactory.getMetricsInstance();
    /** A probe that hangs keeps its thread, so each check gets another one. */
    private final ExecutorService threads = Executors.newCachedThreadPool(HealthCheckHandler::daemon);

    private final Runnable probe;
    private final HealthReports reports;
    private final InstantSource clock;

    /** Called by Lambda. */
    public HealthCheckHandler() {
        this([=slot("health-check.probe")?trim], Environment.healthReports(), InstantSource.system());
    }

    /** @param probe returns when the service answers as it should, else throws */
    HealthCheckHandler(Runnable probe, HealthReports reports, InstantSource clock) {
        this.probe = probe;
        this.reports = reports;
        this.clock = clock;
    }

    @Override
    public Void handleRequest(Map<String, Object> event, Context context) {
        return PowertoolsLogging.withLogging(context, this::check);
    }

    private Void check() {
        long checkedAt = clock.millis();
        boolean healthy = answers();
        long latencyMs = clock.millis() - checkedAt;
        LOG.info("Service is {} after {} ms", healthy ? "healthy" : "unhealthy", latencyMs);
        metrics.addMetric("unhealthy", healthy ? 0 : 1, MetricUnit.COUNT);
        metrics.addMetric("health_latency", latencyMs, MetricUnit.MILLISECONDS);
        metrics.flush();
        reports.send(healthy, latencyMs, checkedAt);
        return null;
    }

    private boolean answers() {
        Future<?> answer = threads.submit(probe);
        try {
            answer.get(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException late) {
            answer.cancel(true);
            LOG.warn("No answer within {}", LIMIT);
        } catch (ExecutionException failure) {
            LOG.warn("The probe failed", failure.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return false;
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "probe");
        thread.setDaemon(true);
        return thread;
    }
}
