package [=package].infrastructure.asl;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** An execution on its way: what its states share, and what it has done so far. */
final class RunningExecution {
    private static final DateTimeFormatter TIMESTAMP =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSX").withZone(ZoneOffset.UTC);

    private final StateMachine machine;
    private final String name;
    private final JsonNode input;
    private final Instant startedAt;
    private final Instant deadline;
    private final List<String> states = new ArrayList<>();
    private final List<Execution.Step> steps = new ArrayList<>();
    private int events = 1; // ExecutionStarted

    /** @param timeout null for none */
    RunningExecution(StateMachine machine, String name, JsonNode input, Duration timeout) {
        this.machine = machine;
        this.name = name;
        this.input = input;
        startedAt = clock().instant();
        deadline = timeout == null ? Instant.MAX : startedAt.plus(timeout);
    }

    /** The execution takes longer than its state machine allows. */
    static final class TimedOut extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    Exit visit(State state, JsonNode given, Scope scope, JsonNode mapItem) {
        machine.beforeState(state.name());
        throwIfLate();
        states.add(state.name());
        Exit exit = state.visit(new Visit(this, state, given, scope, mapItem));
        throwIfLate();
        event(); // StateExited
        scope.assign(exit.assigned());
        steps.add(new Execution.Step(state.name(), given, exit.output(), exit.assigned()));
        return exit;
    }

    /** Advances the clock, at most to where the execution times out. */
    void sleep(Duration duration) {
        Instant now = clock().instant();
        if (now.plus(duration).isAfter(deadline)) {
            if (now.isBefore(deadline)) {
                aws().clock().advance(Duration.between(now, deadline));
            }
            throw new TimedOut();
        }
        aws().clock().advance(duration);
    }

    private void throwIfLate() {
        if (clock().instant().isAfter(deadline)) {
            throw new TimedOut();
        }
    }

    /** Counts an event of the history; messages of Step Functions name its number. */
    int event() {
        return ++events;
    }

    LocalAws aws() {
        return machine.aws();
    }

    InstantSource clock() {
        return aws().clock();
    }

    /** The context object, without the part of the state. */
    ObjectNode context() {
        ObjectNode context = Json.object();
        ObjectNode execution = context.putObject("Execution");
        execution.put("Id", arn());
        execution.set("Input", input);
        execution.put("Name", name);
        execution.put("RoleArn", "arn:aws:iam::123456789012:role/state-machine");
        execution.put("StartTime", timestamp(startedAt));
        execution.put("RedriveCount", 0);
        context.putObject("StateMachine").put("Id", machine.arn()).put("Name", machine.name());
        return context;
    }

    String arn() {
        return machine.arn().replace(":stateMachine:", ":execution:") + ":" + name;
    }

    Execution end(String status, JsonNode output, String error, String cause) {
        return new Execution(
                name, arn(), input, status, output, error, cause, states, steps, startedAt, clock().instant());
    }

    static String timestamp(Instant time) {
        return TIMESTAMP.format(time);
    }
}
