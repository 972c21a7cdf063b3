package org.serverlesspatterns.it.variants;

import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Where the time of all threads goes. */
final class Times {

    private final Map<String, LongAdder> nanoseconds = new ConcurrentHashMap<>();

    <T> T of(String step, Supplier<T> work) {
        var start = System.nanoTime();
        try {
            return work.get();
        } finally {
            nanoseconds.computeIfAbsent(step, key -> new LongAdder()).add(System.nanoTime() - start);
        }
    }

    /** The longest first. */
    @Override
    public String toString() {
        return nanoseconds.entrySet().stream()
                .sorted(Comparator.comparing(step -> -step.getValue().sum()))
                .map(step -> "%s %.1f s"
                        .formatted(
                                step.getKey(),
                                Duration.ofNanos(step.getValue().sum()).toMillis() / 1_000.0))
                .collect(Collectors.joining(", "));
    }
}
