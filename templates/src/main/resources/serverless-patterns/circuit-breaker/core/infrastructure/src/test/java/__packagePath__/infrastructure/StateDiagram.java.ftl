package [=package].infrastructure;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The transitions of a state machine, each as {@code From --> To}: as README.md draws them, and as they are defined. */
final class StateDiagram {
    private static final Pattern TRANSITION = Pattern.compile("(\\S+) --> (\\S+)");

    private StateDiagram() {}

    /** Of the first state diagram under a heading. */
    static Set<String> drawn(String heading) {
        var section = Pattern.compile(
                "^#+ " + Pattern.quote(heading) + "$.*?```mermaid\\s+stateDiagram-v2(.*?)```",
                Pattern.DOTALL | Pattern.MULTILINE);
        var diagram = section.matcher(readme());
        if (!diagram.find()) {
            throw new AssertionError("README.md has no state diagram under " + heading);
        }
        Set<String> transitions = new TreeSet<>();
        TRANSITION
                .matcher(diagram.group(1))
                .results()
                .forEach(transition -> transitions.add(transition.group(1) + " --> " + transition.group(2)));
        return transitions;
    }

    static Set<String> defined(StateMachineDefinition definition) {
        JsonNode machine = definition.json();
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

    static String readme() {
        try {
            return Files.readString(Path.of("..", "README.md"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
