package [=package].infrastructure.asl;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Lambda functions, called by {@code lambda:invoke} or by their ARN as the resource.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/connect-lambda.html">Invoke a function</a>
 */
final class LambdaTasks {
    private static final String INVOKE = "arn:aws:states:::lambda:invoke";
    /** Of a stack trace; Step Functions cuts a longer cause. */
    private static final int FRAMES = 5;

    private final Map<String, TaskFunction> functions = new HashMap<>();

    void put(String arn, TaskFunction function) {
        functions.put(arn, function);
    }

    boolean serves(String resource) {
        return resource.equals(INVOKE) || resource.startsWith("arn:aws:lambda:");
    }

    JsonNode call(String resource, JsonNode arguments) {
        if (!resource.equals(INVOKE)) {
            return invoke(resource, arguments);
        }
        JsonNode payload = arguments.has("Payload") ? arguments.get("Payload") : Json.object();
        ObjectNode answer = Json.object();
        answer.put("ExecutedVersion", "$LATEST");
        answer.set("Payload", invoke(arguments.path("FunctionName").asText(), payload));
        answer.putObject("SdkHttpMetadata").put("HttpStatusCode", 200);
        answer.putObject("SdkResponseMetadata").put("RequestId", "00000000-0000-4000-8000-000000000000");
        answer.put("StatusCode", 200);
        return answer;
    }

    private JsonNode invoke(String name, JsonNode payload) {
        TaskFunction function = functions.get(name);
        if (function == null) {
            throw new AssertionError("Nothing is bound to the Lambda function " + name);
        }
        try {
            JsonNode result = function.call(payload);
            return result == null ? NullNode.getInstance() : result;
        } catch (TaskFailure e) {
            throw e;
        } catch (Exception e) {
            throw new TaskFailure(e.getClass().getName(), Json.text(error(e)));
        }
    }

    /** The error object that the Java runtime of Lambda makes of an exception. */
    private static ObjectNode error(Throwable thrown) {
        ObjectNode error = Json.object();
        error.put("errorMessage", thrown.getMessage());
        error.put("errorType", thrown.getClass().getName());
        Arrays.stream(thrown.getStackTrace())
                .limit(FRAMES)
                .forEach(frame -> error.withArray("stackTrace").add(frame.toString()));
        if (thrown.getCause() != null) {
            error.set("cause", error(thrown.getCause()));
        }
        return error;
    }
}
