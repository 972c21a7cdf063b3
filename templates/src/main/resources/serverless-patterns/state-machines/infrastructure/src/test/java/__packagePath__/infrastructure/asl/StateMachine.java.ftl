package [=package].infrastructure.asl;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A state machine to run. Not thread-safe: executions run one after the other, or one inside the task of another. */
public final class StateMachine {
    private static final Pattern SUBSTITUTION = Pattern.compile("\\$\\{(\\w+)}");

    private final LocalAws aws;
    private final Flow flow;
    private final Duration timeout;
    private final Map<String, Runnable> before = new HashMap<>();
    private final List<Execution> executions = new ArrayList<>();
    private String arn = "arn:aws:states:us-east-1:123456789012:stateMachine:machine";
    private int started;

    private StateMachine(LocalAws aws, Flow flow, Duration timeout) {
        this.aws = aws;
        this.flow = flow;
        this.timeout = timeout;
    }

    /**
     * Reads a definition in Amazon States Language.
     *
     * @param substitutions the value of each name that stands in braces after a dollar sign
     * @throws UnsupportedFieldException when it uses what is not implemented here
     * @throws IllegalArgumentException when it is no JSON, an expression is no JSONata, or a substitution is missing
     */
    public static StateMachine of(String definition, Map<String, String> substitutions, LocalAws aws) {
        JsonNode json = Json.parse(substitute(definition, substitutions));
        Fields fields = Fields.of("(state machine)", json, "JSONPath");
        fields.has("Version");
        Flow flow = Flow.of(fields, fields.language());
        flow.refuseHidden(Set.of());
        double seconds = fields.number("TimeoutSeconds", 0, 1);
        fields.end();
        return new StateMachine(aws, flow, seconds == 0 ? null : Duration.ofSeconds((long) seconds));
    }

    private static String substitute(String definition, Map<String, String> substitutions) {
        return SUBSTITUTION.matcher(definition).replaceAll(found -> {
            String value = substitutions.get(found.group(1));
            if (value == null) {
                throw new IllegalArgumentException("Nothing substitutes " + found.group());
            }
            return Matcher.quoteReplacement(value);
        });
    }

    /** Runs an execution to its end. */
    public Execution run(String inputJson) {
        return run(Json.parse(inputJson));
    }

    /** Runs an execution to its end. */
    public Execution run(JsonNode input) {
        return run("execution-" + (started + 1), input);
    }

    /** Runs an execution of this name to its end. */
    public Execution run(String name, JsonNode input) {
        started++;
        RunningExecution running = new RunningExecution(this, name, Json.of(input), timeout);
        Execution execution = run(running, Json.of(input));
        executions.add(execution);
        return execution;
    }

    private Execution run(RunningExecution running, JsonNode input) {
        try {
            JsonNode output = flow.run(running, Json.payload(input, "input"), new Scope(null), null);
            return running.end("SUCCEEDED", output, null, null);
        } catch (TaskFailure failure) {
            return running.end("FAILED", null, failure.error(), failure.reason());
        } catch (RunningExecution.TimedOut e) {
            return running.end("TIMED_OUT", null, "States.Timeout", null);
        }
    }

    /** Runs something right before a state is entered, each time: what another execution does in this moment, say. */
    public StateMachine before(String state, Runnable action) {
        if (!flow.has(state)) {
            throw new IllegalArgumentException("There is no state '" + state + "'");
        }
        before.put(state, action);
        return this;
    }

    /** The executions that have ended, in this order. */
    public List<Execution> executions() {
        return List.copyOf(executions);
    }

    void beforeState(String state) {
        before.getOrDefault(state, () -> {}).run();
    }

    LocalAws aws() {
        return aws;
    }

    void arn(String registered) {
        arn = registered;
    }

    String arn() {
        return arn;
    }

    String name() {
        return arn.substring(arn.lastIndexOf(':') + 1);
    }
}
