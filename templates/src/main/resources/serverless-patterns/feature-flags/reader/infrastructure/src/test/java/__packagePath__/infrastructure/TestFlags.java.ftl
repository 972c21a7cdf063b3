package [=package].infrastructure;

[@imports]
import [=package].infrastructure.asl.LocalAws;
import [=package].infrastructure.asl.TaskFailure;
import [=package].infrastructure.asl.VirtualClock;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
[/@imports]

/** The function that tells the flags to state machines: the flags of the stack, each off until a test says otherwise. */
final class TestFlags {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ObjectNode flags = JSON.createObjectNode();
    private Supplier<JsonNode> answer = () -> flags;
    private int reads;

    TestFlags() {
        json(FlagDocument.text()).path("flags").fieldNames().forEachRemaining(flag -> flags.put(flag, false));
    }

    /** The alias of the function in the synthesized template. */
    static String function(JsonNode resources) {
        return resources.properties().stream()
                .filter(resource -> resource.getKey().startsWith("FlagReader"))
                .filter(resource -> resource.getValue().path("Type").asText().equals("AWS::Lambda::Alias"))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    /** @param function how the state machine calls the function */
    void bind(LocalAws aws, String function) {
        aws.lambda(function, payload -> {
            reads++;
            return answer.get();
        });
    }

    void on(String flag) {
        set(flag, true);
    }

    void off(String flag) {
        set(flag, false);
    }

    private void set(String flag, boolean value) {
        if (!flags.has(flag)) {
            throw new AssertionError("The stack has no flag " + flag);
        }
        flags.put(flag, value);
    }

    /** Cannot be called, or fails. */
    void fail(String error) {
        answer = () -> {
            throw new TaskFailure(error, "");
        };
    }

    /** Does not answer. */
    void hang(VirtualClock clock) {
        answer = () -> {
            clock.advance(Duration.ofSeconds(15));
            return flags;
        };
    }

    /** Answers something else. */
    void answer(String text) {
        answer = () -> json(text);
    }

    /** How often it was asked. */
    int reads() {
        return reads;
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
