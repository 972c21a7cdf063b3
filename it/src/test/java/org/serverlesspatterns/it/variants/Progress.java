package org.serverlesspatterns.it.variants;

import java.io.PrintStream;
import java.time.Duration;

/** Says every few seconds how far a run is. */
final class Progress {

    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final int all;
    private final Findings findings;
    private final PrintStream out;
    private final Stopwatch clock = new Stopwatch();
    private int done;
    private Duration said = Duration.ZERO;

    Progress(int all, Findings findings, PrintStream out) {
        this.all = all;
        this.findings = findings;
        this.out = out;
    }

    synchronized int done() {
        return done;
    }

    synchronized void oneMore() {
        done++;
        if (clock.time().minus(said).compareTo(PAUSE) > 0) {
            said = clock.time();
            out.println(this);
        }
    }

    @Override
    public synchronized String toString() {
        return "%,d of %,d variants in %s, %.0f a minute, %,d findings"
                .formatted(done, all, clock, clock.perMinute(done), findings.count());
    }
}
