package org.serverlesspatterns.it.variants;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.serverlesspatterns.generator.output.FileTree;
import org.serverlesspatterns.it.variants.check.CfnTemplate;

/**
 * What of a project is worth a look when a template changes: its files by name, the stack, the state machines, and the
 * template of CloudFormation.
 *
 * @param files path → text, each with a line end at its end
 */
record Snapshot(SortedMap<String, String> files) {

    private static final String WRAPPER = "mvnw|mvnw\\.cmd|\\.mvn/.*";
    private static final String STATE_MACHINES = "infrastructure/src/main/resources/state-machines/";
    private static final String HASH = "[0-9a-f]{32,64}";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int WIDTH = 110;
    private static final int CONTEXT = 3;

    static Snapshot of(Subject subject) {
        var project = subject.files();
        var files = new TreeMap<String, String>();
        files.put("tree.txt", tree(project));
        var machines = new TreeMap<String, String>();
        for (var path : project.files().keySet()) {
            if (path.matches("infrastructure/src/main/java/.*/\\w+Stack\\.java")) {
                files.put(path.replaceFirst(".*/", ""), project.text(path));
            } else if (path.startsWith(STATE_MACHINES)) {
                var name = "state-machines/" + path.substring(STATE_MACHINES.length());
                files.put(name, project.text(path));
                machines.put(project.text(path), name);
            }
        }
        files.put("template.json", pretty(readable(subject.assembly().template(), machines), "") + "\n");
        return new Snapshot(files);
    }

    private static String tree(FileTree project) {
        return project.files().keySet().stream()
                .filter(path -> !path.matches(WRAPPER))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    /**
     * Sorted by name, for names are in no order; without hashes of content, so that a change shows where it is and not everywhere; without metadata, which the stack
     * says; a text of several lines as its lines.
     *
     * @param machines text of a state machine → where it is to be found
     */
    private static JsonNode readable(JsonNode node, Map<String, String> machines) {
        if (node.isArray()) {
            var copy = JSON.createArrayNode();
            sorted(node).forEach(element -> copy.add(readable(element, machines)));
            return copy;
        }
        if (node.isObject()) {
            var copy = JSON.createObjectNode();
            node.properties().stream()
                    .filter(member -> !member.getKey().equals("Metadata"))
                    .sorted(Map.Entry.comparingByKey())
                    .forEach(member -> copy.set(withoutHashes(member.getKey()), readable(member.getValue(), machines)));
            return copy;
        }
        if (!node.isTextual()) {
            return node;
        }
        var text = machines.getOrDefault(node.asText(), withoutHashes(node.asText()));
        return text.contains("\n") ? lines(text) : copyOf(text);
    }

    /** Elements that have names of their own, such as the metrics of an expression, are in no order. */
    private static List<JsonNode> sorted(JsonNode array) {
        var elements = CfnTemplate.stream(array).toList();
        return elements.stream().allMatch(element -> element.path("Id").isTextual())
                ? elements.stream()
                        .sorted(Comparator.comparing(
                                element -> element.path("Id").asText()))
                        .toList()
                : elements;
    }

    private static JsonNode copyOf(String text) {
        return JSON.getNodeFactory().textNode(text);
    }

    private static ArrayNode lines(String text) {
        var lines = JSON.createArrayNode();
        text.lines().forEach(lines::add);
        return lines;
    }

    private static String withoutHashes(String text) {
        return text.replaceAll(HASH, "<hash>");
    }

    /** What fits into a line is in one, which keeps diffs short. */
    private static String pretty(JsonNode node, String indent) {
        if (node.isValueNode()) {
            return node.toString();
        }
        var inner = indent + "  ";
        var members = node.isArray()
                ? CfnTemplate.stream(node)
                        .map(element -> pretty(element, inner))
                        .toList()
                : node.properties().stream()
                        .map(member -> copyOf(member.getKey()) + ": " + pretty(member.getValue(), inner))
                        .toList();
        var open = node.isArray() ? "[" : "{";
        var close = node.isArray() ? "]" : "}";
        var line = open + String.join(", ", members) + close;
        return indent.length() + line.length() <= WIDTH && !line.contains("\n")
                ? line
                : open + "\n" + inner + String.join(",\n" + inner, members) + "\n" + indent + close;
    }

    /** The files of a folder; none if it is not there. */
    static Snapshot read(Path folder) {
        var files = new TreeMap<String, String>();
        try (var paths = Files.exists(folder) ? Files.walk(folder) : Stream.<Path>empty()) {
            for (var path : paths.filter(Files::isRegularFile).toList()) {
                files.put(folder.relativize(path).toString().replace('\\', '/'), Files.readString(path));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Snapshot(files);
    }

    /** Afterwards the folder has these files and no others. */
    void write(Path folder) {
        try {
            for (var old : read(folder).files.keySet()) {
                Files.delete(folder.resolve(old));
            }
            for (var file : files.entrySet()) {
                var path = folder.resolve(file.getKey());
                Files.createDirectories(path.getParent());
                Files.writeString(path, file.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A unified diff of what has to change here to become the other; empty if nothing has. */
    List<String> diff(Snapshot other) {
        var names = new TreeSet<>(files.keySet());
        names.addAll(other.files.keySet());
        var diff = new ArrayList<String>();
        for (var name : names) {
            var before = lines(files, name);
            diff.addAll(UnifiedDiffUtils.generateUnifiedDiff(
                    files.containsKey(name) ? "a/" + name : "/dev/null",
                    other.files.containsKey(name) ? "b/" + name : "/dev/null",
                    before,
                    DiffUtils.diff(before, lines(other.files, name)),
                    CONTEXT));
        }
        return diff;
    }

    private static List<String> lines(Map<String, String> files, String name) {
        return files.getOrDefault(name, "").lines().toList();
    }
}
