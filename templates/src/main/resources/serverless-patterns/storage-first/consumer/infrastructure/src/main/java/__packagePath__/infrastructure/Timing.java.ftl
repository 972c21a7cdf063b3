[#assign fifo = slot("work-queue.fifo")?has_content]
package [=package].infrastructure;

import java.time.Duration;

/**
 * Every time limit of the project. They depend on each other, so they are set and checked in one place.
 *
 * @param function how long one batch may take
 * @param visibility when a message that was not deleted is delivered again; AWS advises six times {@code function}
 *     (<a href="https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html">source</a>)
 * @param outage how long a dependency may be down before messages move to the dead-letter queue
 * @param queueRetention how long an unprocessed message is kept
[#if fifo]
 * @param deadLetterRetention how long a message is kept in the dead-letter queue: a FIFO queue counts from the move
 *     (<a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/setting-up-dead-letter-queue-retention.html">source</a>)
[#else]
 * @param deadLetterRetention how long after it was first sent a message is kept in the dead-letter queue: a standard
 *     queue counts from there, not from the move
 *     (<a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-dead-letter-queues.html">source</a>)
[/#if]
 * @param ledgerRetention how long the result of a request is kept: as long as the request can still be delivered again[=slot("timing.ledger.doc")?chop_linebreak]
 */
record Timing(
        Duration function,
        Duration visibility,
        Duration outage,
        Duration queueRetention,
        Duration deadLetterRetention,
        Duration ledgerRetention) {
    private static final Duration DAY = Duration.ofDays(1);

    /**
     * @throws IllegalArgumentException when the times contradict each other
     */
    Timing {
        fits("6 x function", function.multipliedBy(6), "visibility", visibility);
        fits("visibility", visibility, "outage", outage);
        fits("outage", outage, "1000 x visibility", visibility.multipliedBy(1000));
        fits("outage + 1 d", outage.plus(DAY), "queueRetention", queueRetention);
        fits("queueRetention + 1 d", queueRetention.plus(DAY), "deadLetterRetention", deadLetterRetention);
        fits("deadLetterRetention", deadLetterRetention, "14 d", DAY.multipliedBy(14));
        Duration deliverable = deliverable(queueRetention, deadLetterRetention);
        fits("[#if fifo]2 [/#if]queueRetention + deadLetterRetention + 1 d", deliverable.plus(DAY), "ledgerRetention", ledgerRetention);
    }

    /** The times of this project. */
    static Timing standard() {
        Duration function = Duration.ofSeconds(60);
        Duration visibility = function.multipliedBy(6);
        Duration queueRetention = Duration.ofDays(10);
        Duration deadLetterRetention = Duration.ofDays(14);
        return new Timing(
                function,
                visibility,
                Duration.ofHours(6),
                queueRetention,
                deadLetterRetention,
                deliverable(queueRetention, deadLetterRetention).plus(DAY)[=slot("timing.ledger")?trim]);
    }

    /** How often a message is delivered before it moves to the dead-letter queue. */
    int maxReceiveCount() {
        return (int) outage.dividedBy(visibility);
    }

    /** The age of the oldest message that calls for a human: half of what is left to act. */
    Duration alarmingAge() {
        return queueRetention.dividedBy(2);
    }

    /** How long after it was first sent a message can be delivered: as itself, then moved back from the dead letters. */
    Duration deliverable() {
        return deliverable(queueRetention, deadLetterRetention);
    }

    private static Duration deliverable(Duration queueRetention, Duration deadLetterRetention) {
        return queueRetention[#if fifo].multipliedBy(2)[/#if].plus(deadLetterRetention);
    }

    private static void fits(String name, Duration duration, String limitName, Duration limit) {
        if (duration.compareTo(limit) > 0) {
            throw new IllegalArgumentException(
                    "Timing: %s (%s) must not exceed %s (%s)".formatted(name, duration, limitName, limit));
        }
    }
}
