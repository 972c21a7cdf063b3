package org.serverlesspatterns.generator.catalogue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.serverlesspatterns.generator.Answers;
import org.serverlesspatterns.generator.Refusal;

/**
 * Every option there is: the single source for validation, questions, the archetype's metadata and the option tables.
 *
 * @param identity what Maven asks itself: groupId, artifactId, version, package
 * @param options what makes the project, in the order of the questions; an option depends only on earlier ones
 * @param excluded combinations of options that make no project
 * @param folders the template folders of every project
 * @param nextSteps what to do in a new project's folder, a line each
 */
public record Catalogue(
        List<Name> identity,
        List<Property> options,
        List<Excluded> excluded,
        List<Folder> folders,
        List<String> nextSteps) {

    /** Identity and options, in the order in which they are asked. */
    public List<Property> properties() {
        return Stream.concat(identity.stream(), options.stream()).toList();
    }

    /** Whether the option is worth asking after these earlier values. */
    public boolean applies(Property property, Map<String, String> values) {
        return property.when().holds(values);
    }

    /**
     * Validates the answers and adds the defaults.
     *
     * @param system the system properties of this JVM, on which some defaults depend
     * @return every property in the catalogue's order
     * @throws Refusal that names every answer which cannot be used
     */
    public Map<String, String> complete(Answers answers, Map<String, String> system) {
        var problems = new ArrayList<String>();
        var values = new LinkedHashMap<String, String>();
        rejectUnknown(answers, problems);
        for (var property : properties()) {
            if (property instanceof Option option && !applies(option, values)) {
                answers.get(option.key())
                        .flatMap(value -> option.problemWhereNotAsked(value, values))
                        .ifPresent(problems::add);
                values.put(option.key(), option.otherwise().orElseThrow());
                continue;
            }
            var value = answers.get(property.key()).or(() -> property.defaultValue(values, system));
            value.flatMap(property::problem).ifPresent(problems::add);
            if (value.isEmpty()) {
                problems.add("%s is missing: %s Give it with -D%s=…."
                        .formatted(property.key(), property.question(), property.key()));
            }
            values.put(property.key(), value.orElse(""));
        }
        excluded.stream().flatMap(excluded -> excluded.problem(values).stream()).forEach(problems::add);
        if (!problems.isEmpty()) {
            throw Refusal.of(problems);
        }
        return Collections.unmodifiableMap(values);
    }

    private void rejectUnknown(Answers answers, List<String> problems) {
        var known = properties().stream().map(Property::key).toList();
        answers.values().keySet().stream()
                .filter(key -> !known.contains(key))
                .map(key -> "There is no option %s. Options: %s. Nearest: %s."
                        .formatted(Quoted.of(key), String.join(", ", known), Nearest.to(key, known)))
                .forEach(problems::add);
    }

    /** The template folders that these values bring, each once, in the catalogue's order. */
    public List<String> foldersOf(Map<String, String> values) {
        return Stream.concat(folders.stream(), options.stream().flatMap(option -> chosen(option, values)))
                .filter(folder -> folder.when().holds(values))
                .map(Folder::path)
                .distinct()
                .toList();
    }

    /** Every folder that some choice can bring. */
    public Set<String> allFolders() {
        return Stream.concat(
                        folders.stream(),
                        options.stream().flatMap(Catalogue::choices).flatMap(choice -> choice.folders().stream()))
                .map(Folder::path)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Stream<Folder> chosen(Property property, Map<String, String> values) {
        return choices(property)
                .filter(choice -> choice.name().equals(values.get(property.key())))
                .flatMap(choice -> choice.folders().stream());
    }

    private static Stream<Choice> choices(Property property) {
        return property instanceof Option option ? option.choices().stream() : Stream.empty();
    }
}
