package org.serverlesspatterns.generator.catalogue;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    /** The part of the identity with this key. */
    public Name identity(String key) {
        return identity.stream()
                .filter(name -> name.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    /** Whether the option is worth asking after these earlier values. */
    public boolean applies(Property property, Map<String, String> values) {
        return property.when().holds(values);
    }

    /** What is wrong with these answers alone, whatever the others will be. */
    public List<String> problems(Answers answers) {
        var unknown = answers.values().keySet().stream().flatMap(key -> unknown(key).stream());
        var illegal = properties().stream()
                .flatMap(property -> answers.get(property.key()).flatMap(property::problem).stream());
        return Stream.of(unknown, illegal, conflicts(answers.values()))
                .flatMap(problems -> problems)
                .toList();
    }

    /** The excluded combinations among these values: which, and why. */
    public Stream<String> conflicts(Map<String, String> values) {
        return excluded.stream().flatMap(combination -> combination.problem(values).stream());
    }

    /**
     * Validates the answers and adds the defaults.
     *
     * @param system the system properties of this JVM, on which some defaults depend
     * @return every property in the catalogue's order
     * @throws Refusal that names every answer which cannot be used
     */
    public Map<String, String> complete(Answers answers, Map<String, String> system) {
        var problems = new LinkedHashSet<>(problems(answers));
        var values = new LinkedHashMap<String, String>();
        for (var property : properties()) {
            var given = answers.get(property.key());
            var bad = given.flatMap(property::problem).isPresent();
            if (bad || !values.keySet().containsAll(property.dependsOn())) {
                // Nothing is concluded from an answer that cannot be used.
                continue;
            }
            if (property instanceof Option option && !applies(option, values)) {
                given.flatMap(value -> option.problemWhereNotAsked(value, values))
                        .ifPresent(problems::add);
                values.put(option.key(), option.otherwise().orElseThrow());
                continue;
            }
            var value = given.or(() -> property.defaultValue(values, system));
            if (value.isEmpty()) {
                problems.add("%s is missing: %s Give it with -D%s=…."
                        .formatted(property.key(), property.question(), property.key()));
            }
            value.flatMap(property::problemWhereAsked).ifPresent(problems::add);
            value.ifPresent(text -> values.put(property.key(), text));
        }
        conflicts(values).forEach(problems::add);
        if (!problems.isEmpty()) {
            throw Refusal.of(List.copyOf(problems));
        }
        return Collections.unmodifiableMap(values);
    }

    private Optional<String> unknown(String key) {
        var known = properties().stream().map(Property::key).toList();
        return known.contains(key)
                ? Optional.empty()
                : Optional.of("There is no option %s. Options: %s. Nearest: %s."
                        .formatted(Quoted.of(key), String.join(", ", known), Nearest.to(key, known)));
    }

    /**
     * A key that is nearly one of ours is a typing error that would silently leave the default in place.
     *
     * @param keys of any kind, most of which are none of our business
     * @throws Refusal for a key that differs from one of ours by a letter or two
     */
    public void refuseMisspelt(Collection<?> keys) {
        var known = properties().stream().map(Property::key).toList();
        var problems = keys.stream()
                .map(String::valueOf)
                .filter(key -> !known.contains(key))
                .filter(key -> Nearest.isNear(key, Nearest.to(key, known)))
                .map(key -> "There is no option %s. Did you mean %s?".formatted(Quoted.of(key), Nearest.to(key, known)))
                .toList();
        if (!problems.isEmpty()) {
            throw Refusal.of(problems);
        }
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
        return everyFolder().map(Folder::path).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private Stream<Folder> everyFolder() {
        return Stream.concat(
                folders.stream(),
                options.stream().flatMap(Catalogue::choices).flatMap(choice -> choice.folders().stream()));
    }

    /** Every condition that options, folders and exclusions are under. */
    Stream<Condition> conditions() {
        return Stream.of(
                        options.stream().map(Property::when),
                        excluded.stream().map(Excluded::combination),
                        everyFolder().map(Folder::when))
                .flatMap(conditions -> conditions);
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
