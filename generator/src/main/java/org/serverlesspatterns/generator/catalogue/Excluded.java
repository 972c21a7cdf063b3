package org.serverlesspatterns.generator.catalogue;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A combination that makes no project.
 *
 * @param because why, and what to choose instead; a sentence without its full stop
 */
public record Excluded(Condition combination, String because) {

    Optional<String> problem(Map<String, String> values) {
        if (!combination.holds(values)) {
            return Optional.empty();
        }
        var chosen = combination.options().stream()
                .map(key -> key + "=" + values.get(key))
                .collect(Collectors.joining(" and "));
        return Optional.of("%s exclude each other: %s.".formatted(chosen, because));
    }
}
