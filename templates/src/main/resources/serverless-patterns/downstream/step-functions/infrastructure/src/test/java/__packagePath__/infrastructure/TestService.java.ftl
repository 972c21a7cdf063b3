package [=package].infrastructure;

[@imports]
import [=package].infrastructure.asl.LocalAws;
import [=package].infrastructure.asl.TaskFailure;
import [=package].infrastructure.asl.VirtualClock;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
[/@imports]

/** The state machine behind the circuit breaker: it ends as a test says. DoWorkTest has the real one. */
final class TestService {
    private static final String ARN = "arn:aws:states:eu-west-1:123456789012:stateMachine:work";

    private final VirtualClock clock;
    private final Duration timeout;
    private Runnable behaviour = () -> {};
    private Runnable once = () -> {};
    private final List<String> done = new ArrayList<>();
    private int calls;

    /** @param timeout after which nobody waits for an answer */
    TestService(VirtualClock clock, Duration timeout) {
        this.clock = clock;
        this.timeout = timeout;
    }

    /** Values for the names in the states of the work. */
    static Map<String, String> substitutions() {
        return Map.of("WorkStateMachineArn", ARN);
    }

    void bind(LocalAws aws) {
        aws.stateMachine(ARN, this::start);
    }

    void isUp() {
        behaviour = () -> {};
    }

    void isDown() {
        behaviour = () -> {
            throw new Failed("DynamoDB.InternalServerErrorException");
        };
    }

    /** Is down for so many calls, and up from then on. */
    void recoversAfter(int failures) {
        int healthyFrom = calls + failures;
        behaviour = () -> {
            if (calls <= healthyFrom) {
                throw new Failed("DynamoDB.InternalServerErrorException");
            }
        };
    }

    void rejects() {
        behaviour = () -> {
            throw new Failed("Work.Rejected");
        };
    }

    /** Is healthy, but we start it more often than we may. */
    void throttles() {
        behaviour = () -> {
            throw new TaskFailure("Sfn.SfnException", "Rate exceeded (Service: Sfn, Status Code: 400)");
        };
    }

    /** Does not answer in time. */
    void hangs() {
        behaviour = () -> clock.advance(timeout.plusMillis(1001));
    }

    /** What happens during the next call, and no other. */
    void duringTheNextCall(Runnable something) {
        once = something;
    }

    /** How often it was called. */
    int calls() {
        return calls;
    }

    /** The ids of the requests whose work was done, each time it was. */
    List<String> done() {
        return List.copyOf(done);
    }

    private JsonNode start(JsonNode arguments) {
        calls++;
        Runnable now = once;
        once = () -> {};
        now.run();
        var answer = JsonNodeFactory.instance.objectNode();
        try {
            behaviour.run();
        } catch (Failed failure) {
            return answer.put("Status", "FAILED")
                    .put("Error", failure.getMessage())
                    .put("Cause", "name must be a text");
        }
        JsonNode request = json(arguments.path("Input").asText());
        if (!request.path("probe").asBoolean()) {
            done.add(request.path("id").asText());
        }
        return answer.put("Status", "SUCCEEDED").put("Output", "{\"outcome\":\"DONE\"}");
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** An execution that fails is an answer of Step Functions like any other. */
    private static final class Failed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Failed(String error) {
            super(error);
        }
    }
}
