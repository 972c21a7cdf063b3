package org.serverlesspatterns.it.variants.check;

import static com.dashjoin.jsonata.Jsonata.jsonata;

import com.dashjoin.jsonata.JException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.stream.Stream;
import org.serverlesspatterns.it.variants.Finding;
import org.serverlesspatterns.it.variants.Subject;

/** Every state machine is given exactly the values that its definition takes, and every JSONata expression compiles. */
public final class AslCheck implements Check {

    private static final String NAME = "asl";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final OncePer once = new OncePer();

    @Override
    public Stream<Finding> findings(Subject subject) {
        var files = AslFiles.in(subject).entrySet().stream()
                .flatMap(file -> once.input(
                        file.getKey() + "\n" + file.getValue(), () -> expressions(file.getKey(), file.getValue())));
        var machines = once.input(
                subject.assembly().hash(),
                () -> StateMachineDefinition.in(subject.template()).flatMap(AslCheck::substitutions));
        return Stream.concat(files, machines);
    }

    private static Stream<Finding> expressions(String path, String text) {
        try {
            return expressions(path, "", JSON.readTree(text));
        } catch (JsonProcessingException e) {
            return Stream.of(new Finding(
                    NAME, path + ":" + e.getLocation().getLineNr(), "is no JSON: " + e.getOriginalMessage()));
        }
    }

    private static Stream<Finding> expressions(String path, String pointer, JsonNode node) {
        if (node.isObject()) {
            return node.properties().stream()
                    .flatMap(member -> expressions(path, pointer + "/" + member.getKey(), member.getValue()));
        }
        if (node.isArray()) {
            return Stream.iterate(0, i -> i < node.size(), i -> i + 1)
                    .flatMap(i -> expressions(path, pointer + "/" + i, node.get(i)));
        }
        var text = node.asText().strip();
        if (!node.isTextual() || !text.startsWith("{%")) {
            return Stream.empty();
        }
        if (!text.endsWith("%}")) {
            return Stream.of(
                    new Finding(NAME, path + " " + pointer, "begins with {% and does not end with %}: " + text));
        }
        try {
            jsonata(text.substring(2, text.length() - 2));
            return Stream.empty();
        } catch (JException e) {
            return Stream.of(
                    new Finding(NAME, path + " " + pointer, "is no JSONata (" + e.getMessage() + "): " + text));
        }
    }

    private static Stream<Finding> substitutions(StateMachineDefinition definition) {
        var place = "DefinitionSubstitutions of " + definition.machine().id();
        var missing = definition.names().stream()
                .filter(name -> !definition.substitutions().containsKey(name))
                .map(name -> new Finding(NAME, place, "${" + name + "} is in the definition and not supplied"));
        var unused = definition.substitutions().keySet().stream()
                .filter(name -> !definition.names().contains(name))
                .map(name -> new Finding(NAME, place, name + " is supplied and not in the definition"));
        return Stream.concat(missing, unused);
    }
}
