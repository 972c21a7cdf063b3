package [=package].infrastructure;

import java.time.Duration;
import java.util.Map;

/**
 * How fast the alarms notice, and how long the circuit waits for their OK.
 *
 * @param period of which each metric is a sum; 1 min is the shortest that metrics of AWS services have
 * @param window how many periods are looked at
 * @param breaching how many of them must be bad
 * @param hold how long a circuit that an alarm opened waits for the OK before it is probed without it. Longer than the
 *     alarm takes to return to OK without traffic: an alarm that is still raised when the circuit closes cannot open it
 *     again, because only a change of state is an event
 *     (<a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/cloudwatch-and-eventbridge.html">source</a>)
 */
record AlarmTiming(Duration period, int window, int breaching, Duration hold) implements SignalTiming {
    /** Metrics and alarms lag behind by so much. */
    private static final Duration LAG = Duration.ofMinutes(1);

    /**
     * @throws IllegalArgumentException when the values contradict each other
     */
    AlarmTiming {
        require(period.toSeconds() % 60 == 0 && period.toSeconds() > 0, "period (%s) must be whole minutes", period);
        require(breaching >= 1 && breaching <= window, "breaching (%d) must be 1 to window (%d)", breaching, window);
        Duration back = period.multipliedBy(window).plus(LAG);
        require(hold.compareTo(back) >= 0, "hold (%s) must be at least window * period + %s (%s)", hold, LAG, back);
    }

    /** Two bad minutes of three. */
    static AlarmTiming standard() {
        return new AlarmTiming(Duration.ofMinutes(1), 3, 2, Duration.ofMinutes(5));
    }

    @Override
    public Map<String, String> substitutions() {
        return Map.of("AlarmHoldMs", String.valueOf(hold.toMillis()));
    }

    private static void require(boolean holds, String message, Object... values) {
        if (!holds) {
            throw new IllegalArgumentException("AlarmTiming: " + message.formatted(values));
        }
    }
}
