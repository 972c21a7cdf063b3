package [=package].infrastructure;

[@imports]
[#if slot("breaker.test-service-imports")?has_content]
[=slot("breaker.test-service-imports")]
[/#if]
import [=package].infrastructure.asl.Execution;
import [=package].infrastructure.asl.StateMachine;
import [=package].infrastructure.asl.VirtualClock;
import java.time.Duration;
import java.time.Instant;
[=slot("piped-circuit.imports")]
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
[/@imports]

/**
 * The circuit breaker with what stands before it: the storage, the pipe and the control of the pipe, on one clock. The
 * state machines are those that are deployed; storage and pipe are models.
 */
final class PipedCircuit {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final String BREAKER = "arn:aws:states:eu-west-1:123456789012:stateMachine:breaker";
    /** How many messages a pipe brings at least while its control waits for it. */
    private static final int MEANWHILE = 5;

    final LocalBreaker breaker = new LocalBreaker([=slot("piped-circuit.settings")?trim]);
    final VirtualClock clock = breaker.clock;
    final TestService service = breaker.service;
    final TestStorage storage = breaker.storage;
    final VirtualPipe pipe = new VirtualPipe(clock, storage, breaker.machine);
    final StateMachine control;
    /** Whether changes of the circuit reach the control at once, or never. */
    boolean eventsArrive = true;

    private Instant nextTick = clock.instant();
    private String seen = "CLOSED";
[=slot("piped-circuit.fields")]
    PipedCircuit() {
[#if slot("piped-circuit.bindings")?has_content]
[=slot("piped-circuit.bindings")][#else]
        breaker.aws.stateMachine(BREAKER, breaker.machine);
[/#if]
        pipe.bind(breaker.aws);
        Map<String, String> substitutions = new HashMap<>(PipeTiming.standard().substitutions());
        substitutions.put("CircuitTable", breaker.table.name);
        substitutions.put("CircuitName", CircuitTable.CIRCUIT);
        substitutions.put("BreakerArn", BREAKER);
        substitutions.put("PipeName", "requests");
        substitutions.putAll(TestStorage.ofControl());
[=slot("pipe-control.test-substitutions")]        control = StateMachine.of(PipeControl.definition().text(), substitutions, breaker.aws)
                .before("WaitForPipe", this::pollMeanwhile);
    }

    /** Stores so many requests as the entry does, each in a group of its own, and says their ids. */
    List<String> store(int requests) {
        List<String> ids = IntStream.range(0, requests)
                .mapToObj(number -> "request-" + number)
                .toList();
        ids.forEach(id -> storage.store(id, "group-of-" + id));
        return ids;
    }

    /** Lets everything go on for some time: the pipe brings messages, and its control runs when it is due. */
    void run(Duration duration) {
        Instant end = clock.instant().plus(duration);
        while (clock.instant().isBefore(end)) {
            boolean changed = !breaker.status().equals(seen);
            seen = breaker.status();
            if (!nextTick.isAfter(clock.instant())) {
                nextTick = clock.instant().plus(MINUTE);
                control();
            } else if (changed && eventsArrive) {
                control();
            } else if (pipe.poll().isEmpty()) {
                clock.advance(Duration.ofSeconds(1));
            }
        }
    }

    /** Runs the control alone. */
    Execution control() {
[#if slot("piped-circuit.bindings")?has_content]
        Execution execution = control.run("{}");
        while (!started.isEmpty()) {
            breaker.machine.run(started.remove());
        }
        return execution;
    }
[#else]
        return control.run("{}");
    }
[/#if]

    private void pollMeanwhile() {
        int brought = 0;
        while (brought < MEANWHILE && pipe.poll().isPresent()) {
            brought++;
        }
    }

    /** Opens the circuit as a failure does, and has the pipe stand still. */
    PipedCircuit stopped(Duration cooldown) {
        open(cooldown);
        pipe.is("STOPPED");
        return this;
    }

    /** Opens the circuit as a failure does. */
    void open(Duration cooldown) {
        long until = clock.instant().plus(cooldown).toEpochMilli();
        breaker.table.put(Map.of(
                "status", AttributeValue.fromS("OPEN"),
                "openUntil", AttributeValue.fromN(Long.toString(until))));
        seen = breaker.status();
    }

    /** How many executions of the circuit breaker probed. */
    int probes() {
        return (int) breaker.machine.executions().stream()
                .filter(execution -> execution.states().contains("Probe"))
                .count();
    }
}
