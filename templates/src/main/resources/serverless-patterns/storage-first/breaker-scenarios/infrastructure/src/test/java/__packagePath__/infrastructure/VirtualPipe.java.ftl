package [=package].infrastructure;

[@imports]
import [=package].infrastructure.asl.Execution;
import [=package].infrastructure.asl.LocalAws;
import [=package].infrastructure.asl.StateMachine;
import [=package].infrastructure.asl.TaskFailure;
import [=package].infrastructure.asl.VirtualClock;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
[/@imports]

/**
 * A pipe of EventBridge on the virtual clock: it takes time to stop and to start, and works on while it stops.
 *
 * @see <a href="https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-pipes-start-stop.html">Stopping a pipe</a>
 */
final class VirtualPipe {
    /** Where it takes messages from. */
    interface Source {
        /** The next message as the pipe hands it on, if there is one. */
        Optional<JsonNode> next();

        /** What becomes of a message when its execution has ended. */
        void ended(JsonNode message, boolean succeeded);
    }

    private static final ObjectMapper JSON = new ObjectMapper();

    Duration stopsWithin = Duration.ofSeconds(90);
    Duration startsWithin = Duration.ofSeconds(60);
    /** Whether it never gets anywhere. */
    boolean isStuck;

    private final VirtualClock clock;
    private final Source source;
    private final StateMachine target;
    private String state = "RUNNING";
    private String nextState = "RUNNING";
    private Instant nextStateAt = Instant.EPOCH;

    VirtualPipe(VirtualClock clock, Source source, StateMachine target) {
        this.clock = clock;
        this.source = source;
        this.target = target;
    }

    /** Has it controlled by state machines. */
    void bind(LocalAws aws) {
        aws.task("arn:aws:states:::aws-sdk:pipes:describePipe", arguments -> answer());
        aws.task("arn:aws:states:::aws-sdk:pipes:stopPipe", arguments -> change("STOPPING", "STOPPED", stopsWithin));
        aws.task("arn:aws:states:::aws-sdk:pipes:startPipe", arguments -> change("STARTING", "RUNNING", startsWithin));
    }

    /** {@code CurrentState}. */
    String state() {
        if (!isStuck && !clock.instant().isBefore(nextStateAt)) {
            state = nextState;
        }
        return state;
    }

    /** Is suddenly in this state, whoever did that. */
    void is(String newState) {
        state = newState;
        nextState = newState;
    }

    /** Is stopped by somebody else. */
    void stop() {
        change("STOPPING", "STOPPED", stopsWithin);
    }

    /** Brings the next message to its target, if it takes any and there is one. */
    Optional<Execution> poll() {
        boolean takes = state().equals("RUNNING") || state().equals("STOPPING");
        return takes ? source.next().map(this::bring) : Optional.empty();
    }

    private Execution bring(JsonNode message) {
[#if slot("pipe.invocation")?trim == "FIRE_AND_FORGET"]
        // Started, and so deleted, whatever becomes of the execution.
        source.ended(message, true);
        return target.run(JSON.createArrayNode().add(message));
[#else]
        Execution execution = target.run(JSON.createArrayNode().add(message));
        source.ended(message, execution.succeeded());
        return execution;
[/#if]
    }

    private ObjectNode change(String now, String then, Duration within) {
        if (state().equals("STOPPING") || state().equals("STARTING") || state().equals("UPDATING")) {
            throw new TaskFailure("Pipes.ConflictException", "The pipe is " + state);
        }
        state = now;
        nextState = then;
        nextStateAt = clock.instant().plus(within);
        return answer();
    }

    private ObjectNode answer() {
        return JSON.createObjectNode().put("CurrentState", state());
    }
}
