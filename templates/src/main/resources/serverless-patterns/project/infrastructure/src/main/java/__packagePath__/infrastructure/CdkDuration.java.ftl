package [=package].infrastructure;

import java.time.Duration;

/** Lengths of time are compared and computed as java.time has them, which CDK does not take. */
final class CdkDuration {
    private CdkDuration() {}

    /** The same length of time as CDK wants it, to the millisecond. */
    static software.amazon.awscdk.Duration of(Duration duration) {
        return software.amazon.awscdk.Duration.millis(duration.toMillis());
    }
}
