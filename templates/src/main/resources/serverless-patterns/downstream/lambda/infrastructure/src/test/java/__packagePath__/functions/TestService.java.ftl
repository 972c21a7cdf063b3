[#assign object = slot("work-item.object")?has_content]
[#assign flagged = slot("stored-request.flag")?has_content]
package [=package].functions;

[@imports]
import [=package].infrastructure.asl.LocalAws;
import [=package].infrastructure.asl.TaskFailure;
import [=package].infrastructure.asl.VirtualClock;
import com.amazonaws.services.lambda.runtime.Context;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
[#if object]
import java.util.function.UnaryOperator;
[/#if]
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.dynamodb.services.local.embedded.DynamoDBEmbedded;
import software.amazon.lambda.powertools.metrics.Metrics;
import software.amazon.lambda.powertools.metrics.MetricsFactory;
[/@imports]

/**
 * The service behind the circuit breaker: the handler that is deployed, with its ledger in DynamoDB Local. What it calls
 * is up or down as a test says.
 */
public final class TestService {
    private static final String FUNCTION = "arn:aws:lambda:eu-west-1:123456789012:function:work:live";
    private static final DynamoDbClient SERVER = DynamoDBEmbedded.create().dynamoDbClient();
    private static final ObjectMapper JSON = new ObjectMapper();

    private final VirtualClock clock;
    private final Duration timeout;
[#if flagged]
    private final FlaggedWork work = FlaggedWork.of(StoredRequest::newProcessing, (name, value) -> {});
[#else]
    private final [=Resource]Work work = new [=Resource]Work();
[/#if]
    private final Work[=Resource]Handler handler;
    private Runnable behaviour = () -> {};
    private Runnable once = () -> {};
    private final List<String> done = new ArrayList<>();
    private int calls;
[#if object]
    private UnaryOperator<String> objects;
[/#if]

    /** @param timeout how long the function may take */
    public TestService(VirtualClock clock, Duration timeout) {
        this.clock = clock;
        this.timeout = timeout;
        MetricsFactory.setMetricsProvider(() -> standIn(Metrics.class));
        var ledger = new IdempotencyLedger(SERVER, table(), Duration.ofDays(7), clock);
[#if slot("work.probe")?has_content]
        handler = new Work[=Resource]Handler(ledger, new ProbedWork() {
            @Override
            public String apply(StoredRequest request) {
                return work(request);
            }

            @Override
            public void probe() {
                behaviour.run();
            }
        });
[#else]
        handler = new Work[=Resource]Handler(ledger, this::work);
[/#if]
    }

    /** Values for the names in the states of the work. */
    public static Map<String, String> substitutions() {
        return Map.of(
                "WorkFunctionArn", FUNCTION,
                "RejectedRequestException", RejectedRequestException.class.getName(),
                "RequestInProgressException", RequestInProgressException.class.getName());
    }

    public void bind(LocalAws aws) {
        aws.lambda(FUNCTION, this::invoke);
    }

    public void isUp() {
        behaviour = () -> {};
    }

    public void isDown() {
        behaviour = () -> {
            throw new IllegalStateException("The dependency is down");
        };
    }

    /** Is down for so many calls, and up from then on. */
    public void recoversAfter(int failures) {
        int healthyFrom = calls + failures;
        behaviour = () -> {
            if (calls <= healthyFrom) {
                throw new IllegalStateException("The dependency is down");
            }
        };
    }

    public void rejects() {
        behaviour = () -> {
            throw new RejectedRequestException("quantity must be an integer from 1 to 1000");
        };
    }

    /** Is healthy, but we call it more often than we may. */
    public void throttles() {
        behaviour = () -> {
            throw new TaskFailure("Lambda.TooManyRequestsException", "Rate exceeded");
        };
    }

    /** Does not answer, until Lambda ends the function. */
    public void hangs() {
        behaviour = () -> {
            clock.advance(timeout);
            throw new Killed();
        };
    }

    /** What happens during the next call, and no other. */
    public void duringTheNextCall(Runnable something) {
        once = something;
    }

    /** How often it was called. */
    public int calls() {
        return calls;
    }

    /** The ids of the requests whose work was done, each time it was. */
    public List<String> done() {
        return List.copyOf(done);
    }

[#if object]
    /** @param source the body of an object, by its key: this takes the place of the client of S3 */
    public void readsFrom(UnaryOperator<String> source) {
        objects = source;
    }

[/#if]
    private JsonNode invoke(JsonNode payload) {
        calls++;
        Map<String, Object> input = JSON.convertValue(payload, new TypeReference<>() {});
[#if object]
        if (input.remove("object") instanceof Map<?, ?> object) {
            input.put("body", objects.apply(object.get("key").toString()));
        }
[/#if]
        try {
            return JSON.valueToTree(handler.handleRequest(input, standIn(Context.class)));
        } catch (Killed e) {
            throw new TaskFailure("Sandbox.Timedout", "Task timed out after " + timeout.toSeconds() + ".00 seconds");
        }
    }

    /** No code of the function sees this, as it does not see its end. */
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    private String work(StoredRequest request) {
        Runnable now = once;
        once = () -> {};
        now.run();
        behaviour.run();
        String receipt = work.apply(request);
        done.add(request.id());
        return receipt;
    }

    private static String table() {
        String table = "ledger-" + UUID.randomUUID();
        SERVER.createTable(create -> create.tableName(table)
                .keySchema(KeySchemaElement.builder()
                        .attributeName("id")
                        .keyType(KeyType.HASH)
                        .build())
                .attributeDefinitions(AttributeDefinition.builder()
                        .attributeName("id")
                        .attributeType(ScalarAttributeType.S)
                        .build())
                .billingMode(BillingMode.PAY_PER_REQUEST));
        return table;
    }

    /** An invocation with some time left, or metrics that nobody looks at. */
    private <T> T standIn(Class<T> type) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> method.getReturnType() == int.class ? (int) timeout.toMillis() : null));
    }
}
