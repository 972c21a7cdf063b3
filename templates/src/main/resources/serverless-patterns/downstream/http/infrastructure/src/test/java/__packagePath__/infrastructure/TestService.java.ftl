package [=package].infrastructure;

[@imports]
import [=package].infrastructure.asl.LocalAws;
import [=package].infrastructure.asl.TaskFailure;
import [=package].infrastructure.asl.VirtualClock;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
[/@imports]

/** The service behind the circuit breaker: it answers as a test says. */
final class TestService {
    private static final String URL = "https://api.example.com/[=resourcePath]";

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
        return Map.of(
                "WorkUrl",
                URL,
                "WorkHealthUrl",
                URL + "/health",
                "WorkConnectionArn",
                "arn:aws:events:eu-west-1:123456789012:connection/work/1");
    }

    void bind(LocalAws aws) {
        aws.task("arn:aws:states:::http:invoke", this::call);
    }

    void isUp() {
        behaviour = () -> {};
    }

    void isDown() {
        behaviour = () -> {
            throw answer(503);
        };
    }

    /** Is down for so many calls, and up from then on. */
    void recoversAfter(int failures) {
        int healthyFrom = calls + failures;
        behaviour = () -> {
            if (calls <= healthyFrom) {
                throw answer(503);
            }
        };
    }

    void rejects() {
        behaviour = () -> {
            throw answer(422);
        };
    }

    /** Is healthy, but still works on the same request. */
    void throttles() {
        behaviour = () -> {
            throw answer(409);
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

    private static TaskFailure answer(int status) {
        return new TaskFailure("States.Http.StatusCode." + status, "{\"message\": \"com.example.Secret\"}");
    }

    private JsonNode call(JsonNode arguments) {
        calls++;
        Runnable now = once;
        once = () -> {};
        now.run();
        behaviour.run();
        if (arguments.path("Method").asText().equals("POST")) {
            done.add(arguments.at("/Headers/Idempotency-Key").asText());
        }
        var answer = JsonNodeFactory.instance.objectNode().put("StatusCode", 200);
        answer.putObject("ResponseBody").put("outcome", "DONE");
        return answer;
    }
}
