package org.serverlesspatterns.generator.catalogue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Reads {@code catalogue.yml}. What is wrong in it is a defect of the templates and named by its place. */
public final class CatalogueReader {

    private CatalogueReader() {}

    public static Catalogue read(String yaml) {
        var root = new Node("catalogue.yml", new Load(LoadSettings.builder().build()).loadFromString(yaml));
        var catalogue = new Catalogue(
                root.list("identity").stream().map(CatalogueReader::name).toList(),
                root.list("options").stream().map(CatalogueReader::property).toList(),
                root.list("excluded").stream().map(CatalogueReader::excluded).toList(),
                folders(root),
                root.lines("nextSteps"));
        root.close();
        checkOrder(catalogue);
        checkConditions(catalogue);
        return catalogue;
    }

    private static Property property(Node node) {
        return node.has("choices") ? option(node) : name(node);
    }

    private static Name name(Node node) {
        var name = new Name(
                node.text("key"),
                node.text("title"),
                node.text("question"),
                Pattern.compile(node.text("pattern")),
                node.text("allowed"),
                node.text("example"),
                node.text("separator"),
                node.number("maxLength"),
                node.text("lengthBecause"),
                node.optional("javaName").map(Boolean::parseBoolean).orElse(false),
                node.optional("default"),
                node.optional("defaultFrom"));
        node.close();
        return name;
    }

    private static Option option(Node node) {
        var option = new Option(
                node.text("key"),
                node.text("title"),
                node.text("question"),
                node.list("choices").stream().map(CatalogueReader::choice).toList(),
                node.optional("default"),
                node.optional("defaultNewestUpTo"),
                node.optional("noteAbove"),
                node.condition("when"),
                node.optional("otherwise"),
                node.optional("because"));
        node.close();
        if (option.fixedDefault().isPresent() == option.newestUpTo().isPresent()) {
            throw new IllegalStateException(node.place + " needs one of default, defaultNewestUpTo");
        }
        if (option.fixedDefault().flatMap(option::problem).isPresent()) {
            throw new IllegalStateException(node.place + ": the default is not a choice");
        }
        if (!option.when().equals(Condition.ALWAYS)
                && (option.otherwise().isEmpty() || option.because().isEmpty())) {
            throw new IllegalStateException(node.place + " has 'when' and so needs 'otherwise' and 'because'");
        }
        return option;
    }

    private static Choice choice(Node node) {
        var choice = new Choice(node.text("name"), node.text("explanation"), folders(node));
        node.close();
        return choice;
    }

    private static Excluded excluded(Node node) {
        var excluded = new Excluded(node.condition("combination"), node.text("because"));
        node.close();
        return excluded;
    }

    private static List<Folder> folders(Node node) {
        return node.list("templates").stream().map(CatalogueReader::folder).toList();
    }

    private static Folder folder(Node node) {
        var folder = new Folder(node.text("folder"), node.condition("when"));
        node.close();
        return folder;
    }

    private static void checkOrder(Catalogue catalogue) {
        var earlier = new ArrayList<String>();
        for (var property : catalogue.properties()) {
            if (!earlier.containsAll(property.dependsOn())) {
                throw new IllegalStateException(property.key() + " depends on an option that is asked later");
            }
            if (earlier.contains(property.key())) {
                throw new IllegalStateException("There are two options " + property.key());
            }
            earlier.add(property.key());
        }
    }

    /** A condition on a choice that nobody can make would never hold, and nobody would notice. */
    private static void checkConditions(Catalogue catalogue) {
        var choices = catalogue.properties().stream()
                .filter(Option.class::isInstance)
                .map(Option.class::cast)
                .collect(Collectors.toMap(Option::key, Option::values));
        catalogue
                .conditions()
                .forEach(condition -> condition
                        .alternatives()
                        .forEach(alternative -> alternative.forEach((option, values) -> {
                            if (!choices.getOrDefault(option, List.of()).containsAll(values)) {
                                throw new IllegalStateException("The condition " + condition
                                        + " names an option or a choice that there is not");
                            }
                        })));
    }

    /** A mapping of the YAML file that knows its place and refuses members nobody reads. */
    private static final class Node {

        private final String place;
        private final Map<String, Object> unread;
        private final Map<String, Object> members = new LinkedHashMap<>();

        Node(String place, Object value) {
            this.place = place;
            if (!(value instanceof Map<?, ?> map)) {
                throw new IllegalStateException(place + " must be a mapping");
            }
            map.forEach((key, member) -> members.put(String.valueOf(key), member));
            this.unread = new LinkedHashMap<>(members);
        }

        boolean has(String key) {
            return members.containsKey(key);
        }

        Optional<String> optional(String key) {
            unread.remove(key);
            return Optional.ofNullable(members.get(key)).map(String::valueOf);
        }

        String text(String key) {
            return optional(key).orElseThrow(() -> new IllegalStateException(place + " lacks '" + key + "'"));
        }

        List<Node> list(String key) {
            var nodes = new ArrayList<Node>();
            for (var member : member(key, List.class, List.of())) {
                nodes.add(new Node(
                        place + "/" + key + "[" + nodes.size() + "]",
                        member instanceof String ? Map.of("folder", member) : member));
            }
            return nodes;
        }

        List<String> lines(String key) {
            var lines = new ArrayList<String>();
            for (var member : member(key, List.class, List.of())) {
                lines.add(String.valueOf(member));
            }
            return List.copyOf(lines);
        }

        int number(String key) {
            text(key);
            return member(key, Integer.class, 0);
        }

        Condition condition(String key) {
            if (members.get(key) instanceof List<?>) {
                return new Condition(list(key).stream().map(Node::alternative).toList());
            }
            return new Condition(new Node(place + "/" + key, member(key, Map.class, Map.of())).alternative());
        }

        private Map<String, List<String>> alternative() {
            var allowed = new LinkedHashMap<String, List<String>>();
            members.keySet().forEach(option -> allowed.put(option, lines(option)));
            return allowed;
        }

        private <T> T member(String key, Class<T> type, T otherwise) {
            unread.remove(key);
            var member = members.get(key);
            if (member != null && !type.isInstance(member)) {
                throw new IllegalStateException(place + "/" + key + " must be a " + type.getSimpleName());
            }
            return member == null ? otherwise : type.cast(member);
        }

        void close() {
            if (!unread.isEmpty()) {
                throw new IllegalStateException(place + " has unknown members " + unread.keySet());
            }
        }
    }
}
