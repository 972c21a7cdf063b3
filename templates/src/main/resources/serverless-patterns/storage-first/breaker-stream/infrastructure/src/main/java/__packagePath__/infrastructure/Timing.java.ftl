[#assign ledger = slot("work")?has_content]
package [=package].infrastructure;

import java.time.Duration;

/**
 * Every time limit of the stored requests. They follow from those of the circuit breaker and depend on each other, so
 * they are computed and checked in one place. No number of attempts is among them: an outage would use it up.
 *
 * @param machine when an execution of the circuit breaker is ended
 * @param recovery how long the pipe can still stand after the service is back: up to the longest cooldown until a probe
 *     finds out, and until the pipe runs
 * @param blocked how long a record may keep its shard waiting before a human is called
 * @param outage how long the service may be down before the pipe gives records up: the age that it allows, 7 d at most
 *     (<a href="https://docs.aws.amazon.com/eventbridge/latest/pipes-reference/API_PipeSourceKinesisStreamParameters.html">source</a>)
 * @param streamRetention how long the stream keeps a record, worked on or not; 1 to 365 d. What the pipe has given up is
 *     there only, until it ends
 * @param deadLetterRetention how long a rejected request is kept in the dead-letter queue
[#if ledger]
 * @param ledgerRetention how long the result of a request is kept: as long as the request can still come back
[/#if]
 */
record Timing(
        Duration machine,
        Duration recovery,
        Duration blocked,
        Duration outage,
        Duration streamRetention,
        Duration deadLetterRetention[#if ledger],
        Duration ledgerRetention[/#if]) {
    private static final Duration DAY = Duration.ofDays(1);

    /**
     * @throws IllegalArgumentException when the times contradict each other
     */
    Timing {
        fits("10 x machine", machine.multipliedBy(10), "blocked", blocked);
        fits("recovery", recovery, "blocked", blocked);
        fits("blocked + recovery", blocked.plus(recovery), "outage", outage);
        fits("outage", outage, "7 d", DAY.multipliedBy(7));
        fits("outage + 1 d", outage.plus(DAY), "streamRetention", streamRetention);
        fits("streamRetention", streamRetention, "365 d", DAY.multipliedBy(365));
        fits("deadLetterRetention", deadLetterRetention, "14 d", DAY.multipliedBy(14));
[#if ledger]
        Duration deliverable = deliverable(streamRetention, deadLetterRetention);
        fits("streamRetention + deadLetterRetention + 1 d", deliverable.plus(DAY), "ledgerRetention", ledgerRetention);
[/#if]
    }

    /** The times of this project. */
    static Timing standard() {
        CircuitTiming circuit = CircuitTiming.standard();
        // A cooldown has up to a tenth of jitter.
        Duration cooldown = circuit.maxCooldown().multipliedBy(11).dividedBy(10);
        Duration streamRetention = Duration.ofDays(7);
        Duration deadLetterRetention = Duration.ofDays(14);
        return new Timing(
                circuit.machine(),
                cooldown.plus(PipeTiming.standard().patience()),
                Duration.ofHours(1),
                streamRetention.minus(DAY),
                streamRetention,
                deadLetterRetention[#if ledger],
                deliverable(streamRetention, deadLetterRetention).plus(DAY)[/#if]);
    }

    /** The age of the oldest record that calls for a human: half of what is left to act. */
    Duration alarmingAge() {
        return streamRetention.dividedBy(2);
    }
[#if ledger]

    /** How long a request can come after it was done: once more from the dead letters, and as long as it is stored. */
    private static Duration deliverable(Duration streamRetention, Duration deadLetterRetention) {
        return deadLetterRetention.plus(streamRetention);
    }
[/#if]

    private static void fits(String name, Duration duration, String limitName, Duration limit) {
        if (duration.compareTo(limit) > 0) {
            throw new IllegalArgumentException(
                    "Timing: %s (%s) must not exceed %s (%s)".formatted(name, duration, limitName, limit));
        }
    }
}
