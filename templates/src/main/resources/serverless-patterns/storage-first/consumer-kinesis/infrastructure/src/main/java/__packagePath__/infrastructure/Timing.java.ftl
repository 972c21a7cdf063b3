package [=package].infrastructure;

import java.time.Duration;

/**
 * Every time limit of the project. They depend on each other, so they are set and checked in one place.
 *
 * @param function how long one batch may take
 * @param blocked how long a shard may stand still before a human is called
 * @param outage how long a dependency may be down before records are taken out of the stream and parked: the age at
 *     which Lambda stops to retry a record, which is 7 d at most
 *     (<a href="https://docs.aws.amazon.com/lambda/latest/api/API_CreateEventSourceMapping.html">source</a>)
 * @param streamRetention how long the stream keeps a record, worked on or not; 1 to 365 d
 * @param deadLetterRetention how long a rejected request is kept in the dead-letter queue
 * @param failedRetention how long records that failed until {@code outage} are kept in their bucket
 * @param ledgerRetention how long the result of a request is kept: as long as the request can still come back
 */
record Timing(
        Duration function,
        Duration blocked,
        Duration outage,
        Duration streamRetention,
        Duration deadLetterRetention,
        Duration failedRetention,
        Duration ledgerRetention) {
    private static final Duration DAY = Duration.ofDays(1);

    /**
     * @throws IllegalArgumentException when the times contradict each other
     */
    Timing {
        fits("function", function, "15 min", Duration.ofMinutes(15));
        fits("10 x function", function.multipliedBy(10), "blocked", blocked);
        fits("blocked", blocked, "outage", outage);
        fits("outage", outage, "7 d", DAY.multipliedBy(7));
        fits("outage + 1 d", outage.plus(DAY), "streamRetention", streamRetention);
        fits("streamRetention", streamRetention, "365 d", DAY.multipliedBy(365));
        fits("deadLetterRetention", deadLetterRetention, "14 d", DAY.multipliedBy(14));
        fits("deadLetterRetention", deadLetterRetention, "failedRetention", failedRetention);
        Duration deliverable = streamRetention.plus(failedRetention);
        fits("streamRetention + failedRetention + 1 d", deliverable.plus(DAY), "ledgerRetention", ledgerRetention);
    }

    /** The times of this project. */
    static Timing standard() {
        Duration streamRetention = Duration.ofDays(7);
        Duration failedRetention = Duration.ofDays(30);
        return new Timing(
                Duration.ofSeconds(60),
                Duration.ofHours(1),
                streamRetention.minus(DAY),
                streamRetention,
                Duration.ofDays(14),
                failedRetention,
                streamRetention.plus(failedRetention).plus(DAY));
    }

    /** The age of the oldest record that calls for a human: half of what is left to act. */
    Duration alarmingAge() {
        return streamRetention.dividedBy(2);
    }

    private static void fits(String name, Duration duration, String limitName, Duration limit) {
        if (duration.compareTo(limit) > 0) {
            throw new IllegalArgumentException(
                    "Timing: %s (%s) must not exceed %s (%s)".formatted(name, duration, limitName, limit));
        }
    }
}
