[#assign fifo = slot("work-queue.fifo")?has_content]
[#assign ledger = slot("breaker.ledger")?has_content]
package [=package].infrastructure;

import java.time.Duration;
import java.util.Map;

/**
 * Every time limit of the stored requests, and how often they may fail. The pipe only starts an execution, which then owns
 * the message: it counts failures itself, in an attribute of the message.
 *
 * @param stopWindow how long the pipe can go on to bring messages after the circuit has opened
 * @param putBack after how long a message that was put back is delivered again: longer than the pipe takes to stop
 * @param visibility when a message is delivered again whose execution could not be started
 * @param starts how often that may happen to a message
 * @param attempts how often a message may fail while the circuit is closed
 * @param openings how many outages a message may meet
 * @param probes how often in one outage the same message is taken to probe
 * @param queueRetention how long an unprocessed message is kept since it came into the queue
[#if fifo]
 * @param deadLetterRetention how long a message is kept in the dead-letter queue: a FIFO queue counts from the move
 *     (<a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/setting-up-dead-letter-queue-retention.html">source</a>)
[#else]
 * @param deadLetterRetention how long a message is kept in the dead-letter queue since it was last sent
 *     (<a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-dead-letter-queues.html">source</a>)
[/#if]
[#if ledger]
 * @param ledgerRetention how long the row of a request is kept after its last lease: as long as its message can come back
[/#if]
 */
record Timing(
        Duration stopWindow,
        Duration putBack,
        Duration visibility,
        int starts,
        int attempts,
        int openings,
        int probes,
        Duration queueRetention,
        Duration deadLetterRetention[#if ledger],
        Duration ledgerRetention[/#if]) {
    private static final Duration DAY = Duration.ofDays(1);
    /** What SQS allows. */
    private static final int MAX_RECEIVES = 1000;

    /**
     * @throws IllegalArgumentException when the limits contradict each other
     */
    Timing {
        fits("stopWindow", stopWindow, "putBack", putBack);
        fits("putBack", putBack, "15 min", Duration.ofMinutes(15));
        fits("30 s", Duration.ofSeconds(30), "visibility", visibility);
        fits("visibility", visibility, "12 h", Duration.ofHours(12));
        fits("starts x visibility + 1 d", visibility.multipliedBy(starts).plus(DAY), "queueRetention", queueRetention);
        fits("queueRetention + 1 d", queueRetention.plus(DAY), "deadLetterRetention", deadLetterRetention);
        fits("deadLetterRetention", deadLetterRetention, "14 d", DAY.multipliedBy(14));
[#if ledger]
        Duration deliverable = queueRetention.plus(deadLetterRetention);
        fits("queueRetention + deadLetterRetention + 1 d", deliverable.plus(DAY), "ledgerRetention", ledgerRetention);
[/#if]
        if (starts < 1 || attempts < 1 || openings < 1 || probes < 0) {
            throw new IllegalArgumentException(
                    "Timing: starts (%d), attempts (%d) and openings (%d) must be 1 or more, probes (%d) 0 or more"
                            .formatted(starts, attempts, openings, probes));
        }
        if (starts > MAX_RECEIVES) {
            throw new IllegalArgumentException(
                    "Timing: starts (%d) must not exceed %d".formatted(starts, MAX_RECEIVES));
        }
    }

    /** The limits of this project. */
    static Timing standard() {
        Duration stopWindow = PipeTiming.standard().stopWindow();
[#if ledger]
        return new Timing(
                stopWindow,
                stopWindow,
                Duration.ofMinutes(3),
                100,
                3,
                3,
                2,
                Duration.ofDays(10),
                Duration.ofDays(14),
                Duration.ofDays(25));
[#else]
        return new Timing(
                stopWindow, stopWindow, Duration.ofMinutes(3), 100, 3, 3, 2, Duration.ofDays(10), Duration.ofDays(14));
[/#if]
    }

    /** For the circuit breaker. */
    Map<String, String> substitutions() {
        return Map.of(
                "PutBackSeconds", String.valueOf(putBack.toSeconds()), "MaxFailures", String.valueOf(maxFailures()));
    }

    /** How often a message is received before it moves to the dead-letter queue: its execution never started. */
    int maxReceiveCount() {
        return starts;
    }

    /** How often the work on a message may fail: its own failures, and its probes in each outage. */
    int maxFailures() {
        return attempts + openings * probes;
    }

    /** A message that has failed more often than this is not taken to probe. */
    int maxFailuresOfAProbe() {
        return maxFailures() / 2;
    }

    /** The age of the oldest message that calls for a human: half of what is left to act. */
    Duration alarmingAge() {
        return queueRetention.dividedBy(2);
    }

[#if slot("ecs-work.object")?has_content]
    /** How long after it was last sent a message can be delivered: as itself, then moved back from the dead letters. */
    Duration deliverable() {
        return queueRetention.plus(deadLetterRetention);
    }

[/#if]
    private static void fits(String name, Duration duration, String limitName, Duration limit) {
        if (duration.compareTo(limit) > 0) {
            throw new IllegalArgumentException(
                    "Timing: %s (%s) must not exceed %s (%s)".formatted(name, duration, limitName, limit));
        }
    }
}
