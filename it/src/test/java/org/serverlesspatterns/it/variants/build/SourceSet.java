package org.serverlesspatterns.it.variants.build;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Sources that see each other, and for each of them everything that its class file can depend on.
 *
 * <p>A source can depend on a type whose name is a word in it, and on what can be seen of that type in turn: a
 * type reached without being named, as by {@code var} or a chain of calls, is named by a source on the way. A word that
 * only looks like a type's name adds to the dependencies and does no harm.
 */
final class SourceSet {

    private final Map<Visible, Set<Visible>> named = new HashMap<>();

    SourceSet(Collection<Visible> sources) {
        Map<String, List<Visible>> byType = new HashMap<>();
        sources.forEach(visible -> visible.source()
                .types()
                .forEach(type ->
                        byType.computeIfAbsent(type, name -> new ArrayList<>()).add(visible)));
        for (var visible : sources) {
            named.put(
                    visible,
                    byType.entrySet().stream()
                            .filter(entry -> visible.words().contains(entry.getKey()))
                            .flatMap(entry -> entry.getValue().stream())
                            .collect(Collectors.toSet()));
        }
    }

    /** Names the content of a source and of everything that it can depend on. */
    String fingerprint(Visible source) {
        return source.hash()
                + Hash.of(new TreeSet<>(
                        dependencies(source).stream().map(Visible::hash).toList()));
    }

    private Set<Visible> dependencies(Visible source) {
        var reached = new HashSet<>(Set.of(source));
        var open = new ArrayDeque<>(reached);
        while (!open.isEmpty()) {
            for (var next : named.get(open.remove())) {
                if (reached.add(next)) {
                    open.add(next);
                }
            }
        }
        return reached;
    }
}
