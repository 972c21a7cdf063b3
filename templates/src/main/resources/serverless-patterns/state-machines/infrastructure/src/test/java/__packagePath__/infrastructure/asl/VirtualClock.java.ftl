package [=package].infrastructure.asl;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** The time in a test: it stands still until something advances it. */
public final class VirtualClock implements InstantSource {
    private Instant now;

    public VirtualClock(Instant start) {
        now = start;
    }

    @Override
    public Instant instant() {
        return now;
    }

    /**
     * @throws IllegalArgumentException when the duration is negative
     */
    public void advance(Duration duration) {
        if (duration.isNegative()) {
            throw new IllegalArgumentException("Time does not go back: " + duration);
        }
        now = now.plus(duration);
    }
}
