package [=package].functions;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import software.amazon.lambda.powertools.metrics.Metrics;
import software.amazon.lambda.powertools.metrics.MetricsFactory;

/** Sums of the metrics that were flushed, by name; made before the handler whose metrics it is to record. */
final class RecordedMetrics {
    private final Map<String, Double> pending = new HashMap<>();
    private final Map<String, Double> flushed = new HashMap<>();

    RecordedMetrics() {
        Class<?>[] types = {Metrics.class};
        Object metrics = Proxy.newProxyInstance(Metrics.class.getClassLoader(), types, this::record);
        MetricsFactory.setMetricsProvider(() -> (Metrics) metrics);
    }

    double sum(String name) {
        return flushed.getOrDefault(name, 0.0);
    }

    private Object record(Object proxy, Method method, Object[] arguments) {
        if (method.getName().equals("addMetric")) {
            pending.merge((String) arguments[0], (Double) arguments[1], Double::sum);
        } else if (method.getName().equals("flush")) {
            pending.forEach((name, value) -> flushed.merge(name, value, Double::sum));
            pending.clear();
        }
        return null;
    }
}
