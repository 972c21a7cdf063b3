package [=package].infrastructure.asl;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Set;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

/**
 * DynamoDB by its two integrations, whose errors have other names: {@code DynamoDB.…} of the optimized one,
 * {@code DynamoDb.…} of the one for the SDK. As was recorded on AWS.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/connect-ddb.html">DynamoDB APIs</a>
 */
final class DynamoDbTasks {
    private static final String OPTIMIZED = "arn:aws:states:::dynamodb:";
    private static final String SDK = "arn:aws:states:::aws-sdk:dynamodb:";
    private static final Set<String> OPTIMIZED_ACTIONS = Set.of("getItem", "putItem", "updateItem", "deleteItem");
    private static final String REQUEST_ID = "00000000-0000-4000-8000-000000000000";

    private final DynamoDbClient client;

    DynamoDbTasks(DynamoDbClient client) {
        this.client = client;
    }

    boolean serves(String resource) {
        return resource.startsWith(SDK)
                || resource.startsWith(OPTIMIZED) && OPTIMIZED_ACTIONS.contains(resource.substring(OPTIMIZED.length()));
    }

    JsonNode call(String resource, JsonNode arguments) {
        boolean optimized = resource.startsWith(OPTIMIZED);
        try {
            ObjectNode answer = call(action(resource.substring(resource.lastIndexOf(':') + 1)), arguments);
            if (optimized) {
                answer.putObject("SdkHttpMetadata").put("HttpStatusCode", 200);
                answer.putObject("SdkResponseMetadata").put("RequestId", REQUEST_ID);
            }
            return answer;
        } catch (DynamoDbException e) {
            throw optimized ? optimizedFailure(e) : sdkFailure(e);
        } catch (SdkClientException e) {
            throw new TaskFailure((optimized ? "DynamoDB" : "DynamoDb") + ".SdkClientException", e.getMessage());
        }
    }

    private static Method action(String name) {
        return Arrays.stream(DynamoDbClient.class.getMethods())
                .filter(method -> method.getName().equals(name))
                .filter(method -> SdkPojo.class.isAssignableFrom(method.getParameterTypes()[0]))
                .findFirst()
                .orElseThrow(() -> new AssertionError("DynamoDB has no action " + name));
    }

    private ObjectNode call(Method action, JsonNode arguments) {
        try {
            Object builder = action.getParameterTypes()[0].getMethod("builder").invoke(null);
            Object request = SdkJson.build(arguments, (SdkPojo) builder);
            return SdkJson.json((SdkPojo) action.invoke(client, request));
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException thrown) {
                throw thrown;
            }
            throw new IllegalStateException(e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static TaskFailure optimizedFailure(DynamoDbException e) {
        String name = isModelled(e) ? e.getClass().getSimpleName() : "AmazonDynamoDBException";
        return new TaskFailure(
                "DynamoDB." + name,
                "%s (Service: AmazonDynamoDBv2; Status Code: %d; Error Code: %s; Request ID: %s; Proxy: null)"
                        .formatted(message(e), e.statusCode(), code(e), REQUEST_ID));
    }

    private static TaskFailure sdkFailure(DynamoDbException e) {
        return new TaskFailure(
                "DynamoDb." + e.getClass().getSimpleName(),
                "%s (Service: DynamoDb, Status Code: %d, Request ID: %s)"
                        .formatted(message(e), e.statusCode(), REQUEST_ID));
    }

    /** Whether the SDK has a class for the error; for a wrong request it has none. */
    private static boolean isModelled(DynamoDbException e) {
        return e.getClass() != DynamoDbException.class;
    }

    private static String message(AwsServiceException e) {
        return e.awsErrorDetails() == null
                ? e.getMessage()
                : e.awsErrorDetails().errorMessage();
    }

    private static String code(AwsServiceException e) {
        return e.awsErrorDetails() == null
                ? e.getClass().getSimpleName()
                : e.awsErrorDetails().errorCode();
    }
}
