package org.serverlesspatterns.generator.catalogue;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Holds when every named option has one of the listed values; one without a value has none. No entry at all always holds.
 *
 * @param allowed option key → values
 */
public record Condition(Map<String, List<String>> allowed) {

    static final Condition ALWAYS = new Condition(Map.of());

    public boolean holds(Map<String, String> values) {
        return allowed.entrySet().stream()
                .allMatch(entry ->
                        values.containsKey(entry.getKey()) && entry.getValue().contains(values.get(entry.getKey())));
    }

    /** For messages: {@code storageFirst=sqs|s3 and crud=none}. */
    @Override
    public String toString() {
        return allowed.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + String.join("|", entry.getValue()))
                .collect(Collectors.joining(" and "));
    }
}
