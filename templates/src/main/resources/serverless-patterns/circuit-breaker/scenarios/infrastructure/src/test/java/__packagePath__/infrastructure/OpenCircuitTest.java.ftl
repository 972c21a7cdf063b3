package [=package].infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

[@imports]
import [=package].infrastructure.asl.Execution;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
[/@imports]

/** While the circuit is open, or an operator says so, nothing reaches the service. */
class OpenCircuitTest {
    private final LocalBreaker breaker = new LocalBreaker();

    @Test
    void failsFast() {
        breaker.opened();
        int calls = breaker.service.calls();

        Execution execution = breaker.run();

        assertThat(execution.error()).isEqualTo("Circuit.Open");
        assertThat(LocalBreaker.path(execution))
                .endsWith("GetCircuit", "IsCircuitClosed", "IsCooldownOver", "FailFast");
        assertThat(execution.endedAt()).isEqualTo(execution.startedAt());
        assertThat(breaker.service.calls()).isEqualTo(calls);
    }

    @Test
    void saysWhenToTryAgain() {
        breaker.opened();
        Duration rest = Duration.between(breaker.clock.instant(), breaker.at("openUntil"));

        JsonNode cause = cause(breaker.run());

        assertThat(cause.path("circuit").asText()).isEqualTo(CircuitTable.CIRCUIT);
        assertThat(cause.path("retryAfterMs").asLong()).isEqualTo(rest.toMillis());
        assertThat(cause.path("retryAfterSeconds").asLong())
                .isEqualTo(rest.plusMillis(999).toSeconds());
    }

    @Test
    void oneMillisecondBeforeTheCooldownIsOverItFailsFastStill() {
        breaker.opened().cooledDown();
        breaker.table.change(Map.of("openUntil", number(breaker.clock.millis() + 1)));

        assertThat(breaker.run().error()).isEqualTo("Circuit.Open");
    }

    @ParameterizedTest
    @ValueSource(strings = {"open", "BROKEN", "", "closed"})
    void anUnknownStatusCountsAsOpen(String status) {
        breaker.table.put(Map.of("status", AttributeValue.fromS(status), "openUntil", number(0)));

        assertThat(LocalBreaker.path(breaker.run())).endsWith("IsCooldownOver", "FailFast");
        assertThat(breaker.service.calls()).isZero();
    }

    @Test
    void aStatusThatIsNoTextCountsAsOpen() {
        breaker.table.put(Map.of("status", AttributeValue.fromBool(true)));

        assertThat(breaker.run().error()).isEqualTo("Circuit.Open");
    }

    @Test
    void forcedOpenItIsNotProbedHoweverLongItLasts() {
        breaker.opened();
        breaker.force("OPEN");
        breaker.clock.advance(Duration.ofDays(30));
        int calls = breaker.service.calls();

        Execution execution = breaker.run();

        assertThat(LocalBreaker.path(execution)).endsWith("IsCooldownOver", "FailFast");
        assertThat(cause(execution).path("retryAfterMs").asLong())
                .isEqualTo(breaker.timing.cooldown().toMillis());
        assertThat(breaker.service.calls()).isEqualTo(calls);
    }

    @Test
    void forcedClosedNoFailureOpensIt() {
        breaker.force("CLOSED");
        breaker.service.isDown();

        for (int i = 0; i < 5; i++) {
            assertThat(breaker.run().error()).isEqualTo("Work.Failed");
        }

        assertThat(breaker.status()).isEqualTo("CLOSED");
        assertThat(breaker.table.writes()).isZero();
    }

    @Test
    void forcedClosedWhileTheWorkFailsItIsNotOpenedEither() {
        breaker.service.isDown();
        breaker.service.duringTheNextCall(() -> breaker.force("CLOSED"));

        assertThat(breaker.run().error()).isEqualTo("Work.Failed");

        assertThat(breaker.status()).isEqualTo("CLOSED");
    }

    @Test
    void forcedClosedWhileItIsProbedTheProbeChangesNothing() {
        breaker.opened().cooledDown();
        breaker.service.isDown();
        breaker.service.duringTheNextCall(() -> breaker.force("CLOSED"));

        assertThat(breaker.run().error()).isEqualTo("Work.Failed");

        assertThat(breaker.status()).isEqualTo("CLOSED");
        assertThat(breaker.table.item().get("forced").bool()).isTrue();
    }

    @Test
    void forcedOpenWhileItIsProbedASuccessDoesNotClose() {
        breaker.opened().cooledDown();
        breaker.service.duringTheNextCall(() -> breaker.force("OPEN"));

        assertThat(breaker.run().succeeded()).isTrue();

        assertThat(breaker.status()).isEqualTo("OPEN");
        assertThat(breaker.table.item().get("forced").bool()).isTrue();
    }

    private static AttributeValue number(long value) {
        return AttributeValue.fromN(Long.toString(value));
    }

    private static JsonNode cause(Execution execution) {
        try {
            return new ObjectMapper().readTree(execution.cause());
        } catch (JsonProcessingException e) {
            throw new AssertionError(execution.cause(), e);
        }
    }
}
