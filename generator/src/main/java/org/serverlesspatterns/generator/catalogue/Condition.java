package org.serverlesspatterns.generator.catalogue;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Holds when one of its alternatives does. An alternative holds when every option that it names has one of the listed
 * values; one without a value has none. An alternative without options always holds.
 *
 * @param alternatives option key → values
 */
public record Condition(List<Map<String, List<String>>> alternatives) {

    static final Condition ALWAYS = new Condition(Map.of());

    Condition(Map<String, List<String>> only) {
        this(List.of(only));
    }

    public boolean holds(Map<String, String> values) {
        return alternatives.stream().anyMatch(alternative -> holds(alternative, values));
    }

    private static boolean holds(Map<String, List<String>> alternative, Map<String, String> values) {
        return alternative.entrySet().stream()
                .allMatch(entry ->
                        values.containsKey(entry.getKey()) && entry.getValue().contains(values.get(entry.getKey())));
    }

    /** The keys of the options that it looks at. */
    Set<String> options() {
        return alternatives.stream()
                .flatMap(alternative -> alternative.keySet().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** For messages: {@code storageFirst=sqs|s3 and crud=none}. */
    @Override
    public String toString() {
        return alternatives.stream().map(Condition::describe).collect(Collectors.joining(", or "));
    }

    private static String describe(Map<String, List<String>> alternative) {
        return alternative.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + String.join("|", entry.getValue()))
                .collect(Collectors.joining(" and "));
    }
}
