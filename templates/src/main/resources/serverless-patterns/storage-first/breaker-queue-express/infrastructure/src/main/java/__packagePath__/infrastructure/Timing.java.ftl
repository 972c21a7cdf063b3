[#assign fifo = slot("work-queue.fifo")?has_content]
[#assign ledger = slot("work")?has_content || slot("breaker.ledger")?has_content]
package [=package].infrastructure;

import java.time.Duration;

/**
 * Every time limit of the stored requests, and how often they are delivered. They follow from those of the circuit
 * breaker and depend on each other, so they are computed and checked in one place.
 *
 * @param work how long one attempt of the work may take
 * @param machine when an execution of the circuit breaker is ended
 * @param stopWindow how long the pipe can go on to bring messages after the circuit has opened
 * @param visibility when a message whose execution failed is delivered again; longer than any execution
 * @param attempts how often a message may fail while the circuit is closed
 * @param openings how many outages a message may meet: in each it is delivered in vain while the pipe is being stopped,
 *     and it may be taken to probe
 * @param probes how often in one outage the same message is taken to probe
 * @param queueRetention how long an unprocessed message is kept, and so how long an outage may last
[#if fifo]
 * @param deadLetterRetention how long a message is kept in the dead-letter queue: a FIFO queue counts from the move
 *     (<a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/setting-up-dead-letter-queue-retention.html">source</a>)
[#else]
 * @param deadLetterRetention how long after it was first sent a message is kept in the dead-letter queue: a standard
 *     queue counts from there, not from the move
 *     (<a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-dead-letter-queues.html">source</a>)
[/#if]
[#if ledger]
 * @param ledgerRetention how long the result of a request is kept: as long as the request can still be delivered again[=slot("timing.ledger.doc")?chop_linebreak]
[/#if]
 */
record Timing(
        Duration work,
        Duration machine,
        Duration stopWindow,
        Duration visibility,
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
        fits("6 x work", work.multipliedBy(6), "visibility", visibility);
        fits("machine + 30 s", machine.plusSeconds(30), "visibility", visibility);
        fits("visibility", visibility, "12 h", Duration.ofHours(12));
        fits("visibility + 1 d", visibility.plus(DAY), "queueRetention", queueRetention);
        fits("queueRetention + 1 d", queueRetention.plus(DAY), "deadLetterRetention", deadLetterRetention);
        fits("deadLetterRetention", deadLetterRetention, "14 d", DAY.multipliedBy(14));
[#if ledger]
        Duration deliverable = deliverable(queueRetention, deadLetterRetention);
        fits("[#if fifo]2 [/#if]queueRetention + deadLetterRetention + 1 d", deliverable.plus(DAY), "ledgerRetention", ledgerRetention);
[/#if]
        if (attempts < 1 || openings < 1 || probes < 0) {
            throw new IllegalArgumentException(
                    "Timing: attempts (%d) and openings (%d) must be 1 or more, probes (%d) 0 or more"
                            .formatted(attempts, openings, probes));
        }
        if (receives(stopWindow, visibility, attempts, openings, probes) > MAX_RECEIVES) {
            throw new IllegalArgumentException(
                    "Timing: attempts (%d) and what openings (%d) can cost must not exceed %d deliveries"
                            .formatted(attempts, openings, MAX_RECEIVES));
        }
    }

    /** The limits of this project. */
    static Timing standard() {
        CircuitTiming circuit = CircuitTiming.standard();
        Duration queueRetention = Duration.ofDays(10);
        Duration deadLetterRetention = Duration.ofDays(14);
        return new Timing(
                circuit.work(),
                circuit.machine(),
                PipeTiming.standard().stopWindow(),
                longer(circuit.work().multipliedBy(6), circuit.machine().plusSeconds(30)),
                3,
                3,
                2,
                queueRetention,
                deadLetterRetention[#if ledger],
                deliverable(queueRetention, deadLetterRetention).plus(DAY)[=slot("timing.ledger")?trim][/#if]);
    }

    /**
     * How often a message is delivered before it moves to the dead-letter queue: its own failures, and what each opening
     * of the circuit costs it. What is rejected goes there at once.
     */
    int maxReceiveCount() {
        return receives(stopWindow, visibility, attempts, openings, probes) + 1;
    }

    /** A message that has been delivered more often than this is not taken to probe. */
    int maxReceivesOfAProbe() {
        return maxReceiveCount() / 2;
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

    private static int receives(Duration stopWindow, Duration visibility, int attempts, int openings, int probes) {
        int inVain = 1 + (int) stopWindow.dividedBy(visibility);
        return attempts + openings * (inVain + probes);
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private static void fits(String name, Duration duration, String limitName, Duration limit) {
        if (duration.compareTo(limit) > 0) {
            throw new IllegalArgumentException(
                    "Timing: %s (%s) must not exceed %s (%s)".formatted(name, duration, limitName, limit));
        }
    }
}
