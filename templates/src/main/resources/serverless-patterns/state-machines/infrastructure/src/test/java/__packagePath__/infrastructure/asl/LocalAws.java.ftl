package [=package].infrastructure.asl;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.function.DoubleSupplier;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** What the tasks of state machines reach. A task that calls what nothing here stands for is an error of the test. */
public final class LocalAws {
    private final VirtualClock clock;
    private final AwsFunctions functions;
    private final LambdaTasks lambda = new LambdaTasks();
    private final ExecutionTasks executions = new ExecutionTasks();
    private final Map<String, TaskFunction> tasks = new HashMap<>();
    private DynamoDbTasks dynamoDb;
    private DoubleSupplier jitter;

    public LocalAws(VirtualClock clock) {
        this.clock = clock;
        functions = new AwsFunctions(clock);
        jitter = functions::random;
    }

    /** What serves {@code arn:aws:states:::dynamodb:*} and {@code arn:aws:states:::aws-sdk:dynamodb:*}. */
    public LocalAws dynamoDb(DynamoDbClient client) {
        dynamoDb = new DynamoDbTasks(client);
        return this;
    }

    /** A Lambda function, by the ARN or name by which states call it. */
    public LocalAws lambda(String functionArn, TaskFunction function) {
        lambda.put(functionArn, function);
        return this;
    }

    /** A state machine that others start, by its ARN. */
    public LocalAws stateMachine(String arn, StateMachine machine) {
        machine.arn(arn);
        executions.put(arn, machine);
        return this;
    }

    /** A state machine of which only the answer counts; it gets the Arguments of who starts it. */
    public LocalAws stateMachine(String arn, TaskFunction answer) {
        executions.put(arn, arguments -> call(answer, arguments));
        return this;
    }

    /** Any other resource; it gets the Arguments. It is asked before those above. */
    public LocalAws task(String resource, TaskFunction function) {
        tasks.put(resource, function);
        return this;
    }

    /** Where JitterStrategy FULL takes its numbers from 0 to 1 from; else they are random, the same in each run. */
    public LocalAws jitter(DoubleSupplier numbers) {
        jitter = numbers;
        return this;
    }

    VirtualClock clock() {
        return clock;
    }

    AwsFunctions functions() {
        return functions;
    }

    DoubleSupplier jitter() {
        return jitter;
    }

    /**
     * @throws TaskFailure when the task fails
     * @throws AssertionError when nothing is bound to the resource
     */
    JsonNode call(String resource, JsonNode arguments) {
        TaskFunction task = tasks.get(resource);
        if (task != null) {
            return call(task, arguments);
        } else if (lambda.serves(resource)) {
            return lambda.call(resource, arguments);
        } else if (executions.serves(resource)) {
            return executions.call(resource, arguments);
        } else if (dynamoDb != null && dynamoDb.serves(resource)) {
            return dynamoDb.call(resource, arguments);
        }
        throw new AssertionError("Nothing is bound to " + resource);
    }

    private static JsonNode call(TaskFunction task, JsonNode arguments) {
        try {
            return task.call(arguments);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
