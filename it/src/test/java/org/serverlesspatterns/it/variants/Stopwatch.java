package org.serverlesspatterns.it.variants;

import java.time.Duration;

/** Runs from its making on. */
final class Stopwatch {

    private final long start = System.nanoTime();

    Duration time() {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    double perMinute(int count) {
        return count / (time().toMillis() / 60_000.0);
    }

    @Override
    public String toString() {
        var time = time();
        return time.toMinutes() > 0
                ? "%d min %d s".formatted(time.toMinutes(), time.toSecondsPart())
                : "%.1f s".formatted(time.toMillis() / 1_000.0);
    }
}
