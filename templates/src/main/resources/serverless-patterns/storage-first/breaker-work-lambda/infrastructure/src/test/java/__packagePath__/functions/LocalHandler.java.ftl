package [=package].functions;

import com.amazonaws.services.lambda.runtime.Context;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.lambda.powertools.metrics.Metrics;
import software.amazon.lambda.powertools.metrics.MetricsFactory;

/** The handler as Lambda calls it, with a ledger of its own and other business code. */
public final class LocalHandler {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final DynamoDbClient dynamoDb;
    private final String table = "ledger-" + UUID.randomUUID();
    private final Work[=Resource]Handler handler;

    /**
     * @param businessCode gets the id of a request
     * @param probe what the business code asks the service
     */
    public LocalHandler(DynamoDbClient dynamoDb, InstantSource clock, Consumer<String> businessCode, Runnable probe) {
        this.dynamoDb = dynamoDb;
        MetricsFactory.setMetricsProvider(() -> standIn(Metrics.class));
        dynamoDb.createTable(create -> create.tableName(table)
                .keySchema(KeySchemaElement.builder()
                        .attributeName("id")
                        .keyType(KeyType.HASH)
                        .build())
                .attributeDefinitions(AttributeDefinition.builder()
                        .attributeName("id")
                        .attributeType(ScalarAttributeType.S)
                        .build())
                .billingMode(BillingMode.PAY_PER_REQUEST));
        var ledger = new IdempotencyLedger(dynamoDb, table, Duration.ofDays(30), clock);
        handler = new Work[=Resource]Handler(ledger, new ProbedWork() {
            @Override
            public String apply(StoredRequest request) {
                businessCode.accept(request.id());
                return "{\"done\":\"" + request.id() + "\"}";
            }

            @Override
            public void probe() {
                probe.run();
            }
        });
    }

    /** What business code throws to reject a request. */
    public static RuntimeException rejection(String reason) {
        return new RejectedRequestException(reason);
    }

    /** An invocation. */
    public JsonNode handle(JsonNode payload) {
        Map<String, Object> input = JSON.convertValue(payload, new TypeReference<Map<String, Object>>() {});
        return JSON.valueToTree(handler.handleRequest(input, standIn(Context.class)));
    }

    /** Whether the ledger has the result of a request. */
    public boolean isCompleted(String id) {
        Map<String, AttributeValue> key = Map.of("id", AttributeValue.fromS(id));
        Map<String, AttributeValue> row =
                dynamoDb.getItem(get -> get.tableName(table).key(key)).item();
        return AttributeValue.fromS("COMPLETED").equals(row.get("workStatus"));
    }

    /** Answers what it is asked with nothing, or with how many milliseconds are left. */
    private static <T> T standIn(Class<T> type) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    Class<?> answer = method.getReturnType();
                    return answer == int.class ? (Object) 29_000 : answer == String.class ? "1" : null;
                }));
    }
}
