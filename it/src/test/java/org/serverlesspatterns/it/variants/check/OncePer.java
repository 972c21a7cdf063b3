package org.serverlesspatterns.it.variants.check;

import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.serverlesspatterns.it.variants.Finding;

/** Remembers what was found in an input, for the other variants that have the same. */
final class OncePer {

    private final ConcurrentMap<String, List<Finding>> findings = new ConcurrentHashMap<>();

    /** @param input names the content of all that the check looks at */
    Stream<Finding> input(String input, Supplier<Stream<Finding>> check) {
        return findings.computeIfAbsent(input, key -> check.get().toList()).stream();
    }
}
