package [=package].infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

[@imports]
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
[/@imports]

/** What README.md says of the circuit breaker is what is deployed. */
class CircuitReadmeTest {
    private static final String README = read();
    private static final Pattern DIAGRAM = Pattern.compile("```mermaid\\s+stateDiagram-v2(.*?)```", Pattern.DOTALL);
    private static final Pattern TRANSITION = Pattern.compile("(\\S+) --> (\\S+)");

    @Test
    void theStateDiagramIsTheStateMachine() {
        Set<String> drawn = new TreeSet<>();
        var diagram = DIAGRAM.matcher(README);
        assertThat(diagram.find()).isTrue();
        TRANSITION
                .matcher(diagram.group(1))
                .results()
                .forEach(transition -> drawn.add(transition.group(1) + " --> " + transition.group(2)));

        assertThat(drawn).isEqualTo(transitions(CircuitBreaker.definition().json()));
    }

    @Test
    void theLimitsAreThoseOfTheStack() {
        CircuitTiming timing = CircuitTiming.standard();

        assertThat(README)
                .contains("| `work` | " + timing.work().toSeconds() + " s |")
                .contains("| `machine` | " + timing.machine().toSeconds() + " s |")
                .contains("| `caller` | " + timing.caller().toSeconds() + " s |")
                .contains("| `threshold` | " + timing.threshold() + " |")
                .contains("| `window` | " + timing.window().toSeconds() + " s |")
                .contains("| `cooldown` | " + timing.cooldown().toSeconds() + " s |")
                .contains("| `maxCooldown` | " + timing.maxCooldown().toSeconds() + " s |");
    }

    private static Set<String> transitions(JsonNode machine) {
        Set<String> transitions = new TreeSet<>();
        transitions.add("[*] --> " + machine.path("StartAt").asText());
        machine.path("States").properties().forEach(state -> {
            String from = state.getKey() + " --> ";
            JsonNode members = state.getValue();
            next(members, from, transitions);
            members.path("Choices").forEach(choice -> next(choice, from, transitions));
            members.path("Catch").forEach(catcher -> next(catcher, from, transitions));
            if (members.has("Default")) {
                transitions.add(from + members.path("Default").asText());
            }
            if (members.path("End").asBoolean()
                    || Set.of("Fail", "Succeed").contains(members.path("Type").asText())) {
                transitions.add(from + "[*]");
            }
        });
        return transitions;
    }

    private static void next(JsonNode node, String from, Set<String> transitions) {
        if (node.has("Next")) {
            transitions.add(from + node.path("Next").asText());
        }
    }

    private static String read() {
        try {
            return Files.readString(Path.of("..", "README.md"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
