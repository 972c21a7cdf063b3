package [=package].infrastructure.asl;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/**
 * An entry of Retry.
 *
 * @param maxDelay in seconds
 * @param jitter whether the strategy is FULL
 */
record Retrier(
        ErrorNames errors, double interval, double backoffRate, double maxDelay, int maxAttempts, boolean jitter) {
    static Retrier of(Fields fields, boolean last) {
        String strategy = fields.has("JitterStrategy") ? fields.text("JitterStrategy") : "NONE";
        fields.require(strategy.equals("NONE") || strategy.equals("FULL"), "JitterStrategy", "must be NONE or FULL");
        double interval = fields.number("IntervalSeconds", 1, 1);
        double maxDelay = fields.number("MaxDelaySeconds", Double.MAX_VALUE, 1);
        fields.require(maxDelay > interval, "MaxDelaySeconds", "must be greater than IntervalSeconds");
        Retrier retrier = new Retrier(
                ErrorNames.of(fields, last),
                interval,
                fields.number("BackoffRate", 2, 1),
                maxDelay,
                (int) fields.number("MaxAttempts", 3, 0),
                strategy.equals("FULL"));
        fields.end();
        return retrier;
    }

    /**
     * How long to wait before a retry. With jitter it is a random part of what it would be without.
     *
     * @param retry 0 for the first one of this retrier
     * @param random gives numbers from 0 to 1
     */
    Duration delay(int retry, DoubleSupplier random) {
        double seconds = Math.min(interval * Math.pow(backoffRate, retry), maxDelay);
        return Duration.ofMillis(Math.round(1000 * (jitter ? seconds * random.getAsDouble() : seconds)));
    }
}
