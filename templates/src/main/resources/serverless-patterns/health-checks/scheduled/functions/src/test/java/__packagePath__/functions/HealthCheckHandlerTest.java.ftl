package [=package].functions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.eventbridge.model.EventBridgeException;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;

class HealthCheckHandlerTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final LocalEvents events = new LocalEvents();
    private final RecordedMetrics metrics = new RecordedMetrics();
    private Instant now = START;

    @Test
    void reportsAServiceThatAnswers() {
        check(() -> now = now.plusMillis(120));

        PutEventsRequestEntry event = events.sent.get(0);
        assertThat(events.sent).hasSize(1);
        assertThat(event.source()).isEqualTo("my-stack");
        assertThat(event.detailType()).isEqualTo("health.checked");
        assertThat(event.eventBusName()).as("the default bus").isNull();
        assertThat(detail()).isEqualTo(json("""
                {"circuit": "orders", "healthy": true, "latencyMs": 120, "checkedAt": 1767225600000}"""));
        assertThat(metrics.sum("unhealthy")).isZero();
        assertThat(metrics.sum("health_latency")).isEqualTo(120);
    }

    @Test
    void reportsAServiceThatFailsWithoutSayingHow() {
        check(() -> {
            throw new IllegalStateException("secret of the service");
        });

        assertThat(detail().path("healthy").booleanValue()).isFalse();
        assertThat(detail().toString()).doesNotContain("secret");
        assertThat(metrics.sum("unhealthy")).isEqualTo(1);
    }

    @Test
    void anErrorOfTheProbeIsAResultToo() {
        check(() -> {
            throw new NoClassDefFoundError("probe");
        });

        assertThat(detail().path("healthy").booleanValue()).isFalse();
    }

    @Test
    void doesNotWaitForAServiceThatHangs() {
        var never = new CountDownLatch(1);
        Instant start = Instant.now();

        check(() -> {
            try {
                never.await();
            } catch (InterruptedException stopped) {
                never.countDown();
            }
        });

        assertThat(detail().path("healthy").booleanValue()).isFalse();
        assertThat(Duration.between(start, Instant.now()))
                .isBetween(HealthCheckHandler.LIMIT, HealthCheckHandler.LIMIT.multipliedBy(4));
    }

    @Test
    void aProbeThatHangsDoesNotHoldUpTheNextCheck() {
        var release = new CountDownLatch(1);
        boolean[] hangs = {true};
        HealthCheckHandler handler = handler(() -> {
            while (hangs[0] && release.getCount() > 0) {
                try {
                    release.await();
                } catch (InterruptedException ignored) {
                    // A probe that cannot be interrupted.
                }
            }
        });
        handler.handleRequest(Map.of(), new TestContext(10_000));
        hangs[0] = false;
        handler.handleRequest(Map.of(), new TestContext(10_000));
        release.countDown();

        assertThat(events.sent).hasSize(2);
        assertThat(events.sent.get(1).detail()).contains("\"healthy\":true");
    }

    @Test
    void failsWhenItCannotReport() {
        events.refuses = true;
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> check(() -> {}))
                .withMessageContaining("ThrottlingException");

        events.fails = true;
        assertThatExceptionOfType(EventBridgeException.class).isThrownBy(() -> check(() -> {}));
    }

    private void check(Runnable probe) {
        handler(probe).handleRequest(Map.of(), new TestContext(10_000));
    }

    private HealthCheckHandler handler(Runnable probe) {
        return new HealthCheckHandler(probe, new HealthReports(events, "my-stack", "orders"), () -> now);
    }

    private JsonNode detail() {
        return json(events.sent.get(0).detail());
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError("No JSON: " + text, e);
        }
    }
}
