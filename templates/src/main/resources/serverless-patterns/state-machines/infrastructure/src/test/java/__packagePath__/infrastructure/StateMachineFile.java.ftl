package [=package].infrastructure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A file of {@code src/main/resources/state-machines} as it is deployed.
 *
 * @param substitutions the values that the stack gives; of what is known only when deployed, something of its kind
 * @param json the definition with these values
 */
record StateMachineFile(String name, Map<String, String> substitutions, JsonNode json) {
    private static final Path FOLDER = Path.of("src/main/resources/state-machines");
    private static final String ENDING = ".asl.json";

    /** An expression and the JSON pointer to it. */
    record Expression(String pointer, String code) {}

    static List<StateMachineFile> all() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString().replace(ENDING, ""))
                    .sorted()
                    .map(StateMachineFile::deployed)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static StateMachineFile deployed(String name) {
        String text = StateMachineDefinition.read(name).text();
        Map<String, String> values = new LinkedHashMap<>();
        machine(name, text)
                .path("DefinitionSubstitutions")
                .properties()
                .forEach(value -> values.put(value.getKey(), value(value.getKey(), value.getValue())));
        for (Map.Entry<String, String> value : values.entrySet()) {
            text = text.replace("${" + value.getKey() + "}", value.getValue());
        }
        try {
            return new StateMachineFile(name, values, new ObjectMapper().readTree(text));
        } catch (IOException e) {
            throw new UncheckedIOException(name + " with the values of the stack", e);
        }
    }

    private static JsonNode machine(String name, String text) {
        return SynthesizedStack.of("dev").propertiesOf("AWS::StepFunctions::StateMachine").stream()
                .filter(machine -> machine.path("DefinitionString").asText().equals(text))
                .findFirst()
                .orElseThrow(() -> new AssertionError("Nothing in the stack deploys " + name + ENDING));
    }

    private static String value(String name, JsonNode value) {
        if (value.isValueNode()) {
            return value.asText();
        } else if (name.endsWith("Url")) {
            return "https://sqs.eu-west-1.amazonaws.com/123456789012/" + name;
        }
        return name.endsWith("Arn") ? "arn:aws:lambda:eu-west-1:123456789012:function:" + name : name;
    }

    List<Expression> expressions() {
        List<Expression> found = new ArrayList<>();
        collect("", json, found);
        return found;
    }

    private static void collect(String pointer, JsonNode node, List<Expression> found) {
        String text = node.asText();
        if (node.isTextual() && text.startsWith("{%") && text.endsWith("%}")) {
            found.add(
                    new Expression(pointer, text.substring(2, text.length() - 2).trim()));
        }
        for (int i = 0; i < node.size() && node.isArray(); i++) {
            collect(pointer + "/" + i, node.get(i), found);
        }
        node.properties().forEach(member -> {
            String escaped = member.getKey().replace("~", "~0").replace("/", "~1");
            collect(pointer + "/" + escaped, member.getValue(), found);
        });
    }

    /** The names of all variables that any of its states sets. */
    TreeSet<String> variables() {
        TreeSet<String> names = new TreeSet<>();
        json.findValues("Assign").forEach(assign -> assign.fieldNames().forEachRemaining(names::add));
        return names;
    }

    /** The states that have a type, wherever they are, by name. */
    Map<String, JsonNode> states(String type) {
        Map<String, JsonNode> found = new LinkedHashMap<>();
        json.findValues("States").forEach(states -> collectStates(type, states, found));
        return found;
    }

    private static void collectStates(String type, JsonNode states, Map<String, JsonNode> found) {
        states.properties().forEach(state -> {
            if (state.getValue().path("Type").asText().equals(type)) {
                found.put(state.getKey(), state.getValue());
            }
            for (JsonNode inner : state.getValue().findValues("States")) {
                collectStates(type, inner, found);
            }
        });
    }
}
