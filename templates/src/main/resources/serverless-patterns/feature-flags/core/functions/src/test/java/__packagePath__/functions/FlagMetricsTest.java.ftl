package [=package].functions;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import software.amazon.lambda.powertools.metrics.Metrics;
import software.amazon.lambda.powertools.metrics.MetricsFactory;
import software.amazon.lambda.powertools.metrics.model.DimensionSet;
import software.amazon.lambda.powertools.metrics.model.MetricUnit;

class FlagMetricsTest {
    private final List<Object> flushed = new ArrayList<>();

    /** An alarm sees a metric only under the namespace and the dimensions that it names. */
    @Test
    void areMetricsOfOneApplication() {
        Class<?>[] types = {Metrics.class};
        Object metrics = Proxy.newProxyInstance(Metrics.class.getClassLoader(), types, this::record);
        MetricsFactory.setMetricsProvider(() -> (Metrics) metrics);

        FlagMetrics.of("my-namespace", "my-service-dev").add("failed", 1);

        assertThat(flushed).contains("failed", 1.0, MetricUnit.COUNT, "my-namespace");
        assertThat(flushed)
                .filteredOn(DimensionSet.class::isInstance)
                .singleElement()
                .extracting(set -> ((DimensionSet) set).getDimensions().toString())
                .isEqualTo("{application=my-service-dev}");
    }

    /** What is flushed by itself is told to a consumer, which is called with the metrics it is for. */
    @SuppressWarnings("unchecked")
    private Object record(Object proxy, Method method, Object[] arguments) {
        if (method.getName().equals("flushMetrics")) {
            ((Consumer<Metrics>) arguments[0]).accept((Metrics) proxy);
        } else if (arguments != null) {
            flushed.addAll(Arrays.asList(arguments));
        }
        return null;
    }
}
