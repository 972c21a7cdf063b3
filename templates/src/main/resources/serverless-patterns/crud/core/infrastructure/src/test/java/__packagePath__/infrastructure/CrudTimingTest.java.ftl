package [=package].infrastructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CrudTimingTest {
    @ParameterizedTest
    @CsvSource({"29, 29", "30, 29", "28, 30"})
    void refusesTimesThatContradictEachOther(int machine, int integration) {
        assertThatThrownBy(() -> new CrudTiming(Duration.ofSeconds(machine), Duration.ofSeconds(integration)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("machine (PT%sS)".formatted(machine));
    }

    /** Whatever fails as late as it can, an execution ends with an answer and not at its timeout. */
    @Test
    void noPathThroughAMachineIsTooLong() {
        for (CrudDefinition machine : CrudDefinition.all()) {
            double longest =
                    longest(machine.json(), machine.json().path("StartAt").asText());

            assertThat(longest)
                    .as(machine.id())
                    .isPositive()
                    .isLessThanOrEqualTo(machine.json().path("TimeoutSeconds").asDouble());
        }
    }

    private static double longest(JsonNode machine, String name) {
        JsonNode state = machine.path("States").path(name);
        Stream<String> choices = state.findValuesAsText("Next").stream();
        Stream<String> otherwise = state.findValuesAsText("Default").stream();
        return own(state)
                + Stream.concat(choices, otherwise)
                        .mapToDouble(next -> longest(machine, next))
                        .max()
                        .orElse(0);
    }

    /** Only a task that is tried again after a timeout can last that long twice; other errors come at once. */
    private static double own(JsonNode task) {
        double seconds = task.path("TimeoutSeconds").asDouble();
        double sum = seconds;
        for (JsonNode retry : task.path("Retry")) {
            double wait = retry.path("IntervalSeconds").asDouble();
            for (int attempt = 0; attempt < retry.path("MaxAttempts").asInt(); attempt++) {
                sum += wait + (retry.path("ErrorEquals").toString().contains("States.Timeout") ? seconds : 0);
                wait *= retry.path("BackoffRate").asDouble();
            }
        }
        return sum;
    }
}
