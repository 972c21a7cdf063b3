package [=package].infrastructure;

import java.time.Duration;
import java.util.Map;

/**
 * How often the service is checked, and how many results move the circuit.
 *
 * @param interval between two checks; 1 min is the shortest that EventBridge Scheduler has
 * @param function how long a check may take with its report
 * @param unhealthy how many bad results in a row open the circuit
 * @param healthy how many good results in a row close it
 * @param most how many results a move needs at most. A move that work or a probe undoes soon needs twice as many results
 *     the next time, and so on up to this: checks that see something else than the work does must not make the circuit flap
 * @param calm how soon after the last move that is
 */
record CheckTiming(Duration interval, Duration function, int unhealthy, int healthy, int most, Duration calm)
        implements SignalTiming {
    /** How long the probe (2 s) and the report (5 s) can take, see HealthCheckHandler and AwsClients. */
    private static final Duration LONGEST_CHECK = Duration.ofSeconds(7);

    /**
     * @throws IllegalArgumentException when the values contradict each other
     */
    CheckTiming {
        long seconds = interval.toSeconds();
        require(seconds > 0 && seconds % 60 == 0, "interval (%s) must be whole minutes", interval);
        require(function.compareTo(LONGEST_CHECK) > 0, "function (%s) must be longer than %s", function, LONGEST_CHECK);
        Duration half = interval.dividedBy(2);
        require(function.compareTo(half) <= 0, "function (%s) must not exceed half of interval (%s)", function, half);
        require(unhealthy >= 2, "unhealthy (%d) must be at least 2", unhealthy);
        require(healthy >= 2, "healthy (%d) must be at least 2", healthy);
        int more = Math.max(unhealthy, healthy);
        require(most >= more, "most (%d) must not be less than unhealthy or healthy (%d)", most, more);
        Duration longest = interval.multipliedBy(most + 1L);
        require(calm.compareTo(longest) > 0, "calm (%s) must be longer than (most + 1) * interval (%s)", calm, longest);
    }

    /** Three results in a row, one a minute. */
    static CheckTiming standard() {
        return new CheckTiming(Duration.ofMinutes(1), Duration.ofSeconds(10), 3, 3, 15, Duration.ofHours(1));
    }

    @Override
    public Map<String, String> substitutions() {
        return Map.of(
                "CheckSpacingMs", String.valueOf(interval.dividedBy(2).toMillis()),
                "UnhealthyResults", String.valueOf(unhealthy),
                "HealthyResults", String.valueOf(healthy),
                "MostResults", String.valueOf(most),
                "CalmMs", String.valueOf(calm.toMillis()));
    }

    private static void require(boolean holds, String message, Object... values) {
        if (!holds) {
            throw new IllegalArgumentException("CheckTiming: " + message.formatted(values));
        }
    }
}
