package [=package].infrastructure.asl;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What became of an execution.
 *
 * @param status {@code SUCCEEDED}, {@code FAILED} or {@code TIMED_OUT}
 * @param output null unless it succeeded
 * @param error the error name; null when it succeeded, or failed without one
 * @param cause null as {@code error}
 * @param states the names of the states in the order in which they were entered
 * @param steps the states that were left, in this order
 */
public record Execution(
        String name,
        String arn,
        JsonNode input,
        String status,
        JsonNode output,
        String error,
        String cause,
        List<String> states,
        List<Step> steps,
        Instant startedAt,
        Instant endedAt) {
    public Execution {
        states = List.copyOf(states);
        steps = List.copyOf(steps);
    }

    /**
     * A state that was left.
     *
     * @param assigned the variables it has set
     */
    public record Step(String state, JsonNode input, JsonNode output, Map<String, JsonNode> assigned) {}

    public boolean succeeded() {
        return status.equals("SUCCEEDED");
    }
}
