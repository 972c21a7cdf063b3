[#assign ledger = slot("breaker.ledger")?has_content]
package [=package].infrastructure;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;

/**
 * Every limit of the circuit breaker. They depend on each other, so they are checked in one place; those of the state
 * machine stand in its definition and are read from there.
 *
 * @param work how long one attempt of the work may take: as long as the state machine waits for it
 * @param attempts how long all attempts of the work can take together, with the waits between them
 * @param stateStore how long reading and writing the circuit can take beside that[#if slot("breaker.flags-timing")?has_content], and reading the flags[/#if][#if ledger], and the row of the request[/#if]
 * @param machine when an execution is ended; a failure that comes later would not be counted
 * @param caller how long the caller of the state machine waits for it
 * @param probe how long a probe can take, with what is written before and after it
 * @param lease how long one execution alone may probe; after that its prober is taken for dead
 * @param cooldown how long an open circuit lets nothing through before it is probed
 * @param maxCooldown where the cooldown ends that doubles with each probe that fails
 * @param threshold how many failures within the window open the circuit
 * @param window how long failures are counted together
 */
record CircuitTiming(
        Duration work,
        Duration attempts,
        Duration stateStore,
        Duration machine,
        Duration caller,
        Duration probe,
        Duration lease,
        Duration cooldown,
        Duration maxCooldown,
        int threshold,
        Duration window) {
    private static final Duration SECOND = Duration.ofSeconds(1);

    /**
     * @throws IllegalArgumentException when the limits contradict each other
     */
    CircuitTiming {
        fits("1 s", SECOND, "work", work);
        fits("attempts + stateStore", attempts.plus(stateStore), "machine", machine);
        fits("machine + 1 s", machine.plus(SECOND), "caller", caller);
        fits("probe", probe, "lease", lease);
        fits("probe + stateStore", probe.plus(stateStore), "machine", machine);
        fits("1 s", SECOND, "cooldown", cooldown);
        fits("cooldown", cooldown, "maxCooldown", maxCooldown);
        fits("1 s", SECOND, "window", window);
        if (threshold < 1) {
            throw new IllegalArgumentException("CircuitTiming: threshold (%d) must be 1 or more".formatted(threshold));
        }
    }

    /** The limits of this project: one failure after three retries opens the circuit for half a minute. */
    static CircuitTiming standard() {
        StateMachineDefinition machine = CircuitBreaker.definition();
        Duration work = Duration.ofSeconds([=slot("breaker.work-seconds")?trim]);
        JsonNode retry = machine.json().at("/States/Work/Retry/1");
        Duration attempts =
                work.multipliedBy(1 + retry.path("MaxAttempts").asInt()).plus(machine.waits("Work", 1));
        Duration stateStore = machine.longest("GetCircuit")
[=slot("breaker.flags-timing")][=slot("breaker.ledger-timing")]                .plus(machine.seconds("/States/CountFailure/TimeoutSeconds"))
                .plus(machine.seconds("/States/StartWindow/TimeoutSeconds"))
                .plus(machine.seconds("/States/OpenCircuit/TimeoutSeconds"));
        Duration probe = machine.seconds("/States/AcquireProbe/TimeoutSeconds")
[#if ledger]
                .plus(machine.longest("TakeLease"))
                .plus(machine.seconds("/States/GetRow/TimeoutSeconds"))
[/#if]
                .plus(work)
                .plus(machine.longest("CloseCircuit"));
        return new CircuitTiming(
                work,
                attempts,
                stateStore,
                machine.seconds("/TimeoutSeconds"),
                Duration.ofSeconds([=slot("breaker.caller-seconds")?trim]),
                probe,
                probe.plusSeconds(5),
                Duration.ofSeconds(30),
                Duration.ofMinutes(15),
                1,
                Duration.ofMinutes(1));
    }

    /** For the state machines that read or write the circuit. */
    Map<String, String> substitutions() {
        return Map.of(
                "CooldownMs", String.valueOf(cooldown.toMillis()),
                "MaxCooldownMs", String.valueOf(maxCooldown.toMillis()),
                "LeaseMs", String.valueOf(lease.toMillis()),
                "WindowMs", String.valueOf(window.toMillis()),
                "FailureThreshold", String.valueOf(threshold));
    }

    private static void fits(String name, Duration duration, String limitName, Duration limit) {
        if (duration.compareTo(limit) > 0) {
            throw new IllegalArgumentException(
                    "CircuitTiming: %s (%s) must not exceed %s (%s)".formatted(name, duration, limitName, limit));
        }
    }
}
