package [=package].infrastructure;

import java.time.Duration;
import java.util.Map;

/**
 * The time limits of the pipe's control. Those of the state machine stand in its definition and are read from there.
 *
 * @param stopWindow how long the pipe can go on to bring messages after the circuit has opened: up to a minute until its
 *     control looks, and up to two until it stands still
 *     (<a href="https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-pipes-start-stop.html">source</a>)
 * @param patience how long the control waits for the pipe before it calls a human
 * @param probeWithin how late after its start the control still begins a probe
[#if slot("pipe-control.probe")?has_content]
 * @param handling how long it can take to get a message for the probe, and to delete it or give it back
[#else]
 * @param handling what else belongs to a probe: nothing, because no record can be taken out of a stream
[/#if]
 * @param breaker how long the circuit breaker can take for the probe
 * @param probe how long the control waits for it
 * @param machine when an execution of the control is ended
 */
record PipeTiming(
        Duration stopWindow,
        Duration patience,
        Duration probeWithin,
        Duration handling,
        Duration breaker,
        Duration probe,
        Duration machine) {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    /**
     * @throws IllegalArgumentException when the times contradict each other
     */
    PipeTiming {
        fits("stopWindow", stopWindow, "patience", patience);
        fits("patience + 40 s", patience.plusSeconds(40), "machine", machine);
        fits("breaker + 5 s", breaker.plusSeconds(5), "probe", probe);
        fits("probeWithin + handling + probe", probeWithin.plus(handling).plus(probe), "machine", machine);
        fits("machine", machine, "5 min", MINUTE.multipliedBy(5));
    }

    /** The times of this project. */
    static PipeTiming standard() {
        StateMachineDefinition control = PipeControl.definition();
        return new PipeTiming(
                MINUTE.multipliedBy(3),
                MINUTE.multipliedBy(4),
                MINUTE,
                [=slot("pipe-control.handling")?trim],
                [=slot("pipe-control.awaited")?trim],
                control.seconds("/States/ProbeWithoutMessage/TimeoutSeconds"),
                control.seconds("/TimeoutSeconds"));
    }

    /** For the state machine. */
    Map<String, String> substitutions() {
        return Map.of(
                "PatienceMs", String.valueOf(patience.toMillis()),
                "ProbeWithinMs", String.valueOf(probeWithin.toMillis()));
    }

    private static void fits(String name, Duration duration, String limitName, Duration limit) {
        if (duration.compareTo(limit) > 0) {
            throw new IllegalArgumentException(
                    "PipeTiming: %s (%s) must not exceed %s (%s)".formatted(name, duration, limitName, limit));
        }
    }
}
