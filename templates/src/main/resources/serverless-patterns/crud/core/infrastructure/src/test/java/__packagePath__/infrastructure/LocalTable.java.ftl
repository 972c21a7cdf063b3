package [=package].infrastructure;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.Projection;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;
import software.amazon.dynamodb.services.local.embedded.DynamoDBEmbedded;

/** The table of the template in DynamoDB Local, new and empty, and what can go wrong on the way to it. */
final class LocalTable {
    private static final DynamoDbClient SERVER = DynamoDBEmbedded.create().dynamoDbClient();

    private final Map<String, Deque<Supplier<RuntimeException>>> faults = new HashMap<>();
    private final Map<String, Deque<Supplier<RuntimeException>>> lostAnswers = new HashMap<>();
    private final Map<String, Runnable> before = new HashMap<>();
    private final String name;
    private Supplier<RuntimeException> outage;

    private LocalTable(String name, JsonNode properties) {
        this.name = name;
        if (SERVER.listTables().tableNames().contains(name)) {
            SERVER.deleteTable(table -> table.tableName(name));
        }
        SERVER.createTable(table -> table.tableName(name)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .keySchema(keys(properties.path("KeySchema")))
                .attributeDefinitions(SynthesizedStack.stream(properties.path("AttributeDefinitions"))
                        .map(attribute -> AttributeDefinition.builder()
                                .attributeName(attribute.path("AttributeName").asText())
                                .attributeType(attribute.path("AttributeType").asText())
                                .build())
                        .toList())
                .globalSecondaryIndexes(SynthesizedStack.stream(properties.path("GlobalSecondaryIndexes"))
                        .map(index -> GlobalSecondaryIndex.builder()
                                .indexName(index.path("IndexName").asText())
                                .keySchema(keys(index.path("KeySchema")))
                                .projection(Projection.builder()
                                        .projectionType(index.at("/Projection/ProjectionType")
                                                .asText())
                                        .build())
                                .build())
                        .toList()));
    }

    /** The table whose logical id starts with a text. */
    static LocalTable synthesized(JsonNode resources, String construct) {
        return resources.properties().stream()
                .filter(resource -> resource.getKey().startsWith(construct))
                .filter(resource -> resource.getValue().path("Type").asText().equals("AWS::DynamoDB::GlobalTable"))
                .map(resource ->
                        new LocalTable(resource.getKey(), resource.getValue().path("Properties")))
                .findFirst()
                .orElseThrow();
    }

    private static List<KeySchemaElement> keys(JsonNode schema) {
        return SynthesizedStack.stream(schema)
                .map(key -> KeySchemaElement.builder()
                        .attributeName(key.path("AttributeName").asText())
                        .keyType(key.path("KeyType").asText())
                        .build())
                .toList();
    }

    /** What state machines and handlers get. */
    DynamoDbClient client() {
        return (DynamoDbClient) Proxy.newProxyInstance(
                DynamoDbClient.class.getClassLoader(), new Class<?>[] {DynamoDbClient.class}, this::call);
    }

    /** The next so many calls of an action fail, and nothing is done. */
    void fails(String action, int times, Supplier<RuntimeException> failure) {
        add(faults, action, times, failure);
    }

    /** Every call fails, and nothing is done. */
    void alwaysFails(Supplier<RuntimeException> failure) {
        outage = failure;
    }

    /** Something happens before each call of an action: the clock advances, or somebody else is faster. */
    void before(String action, Runnable event) {
        before.put(action, event);
    }

    /** The next call of an action is done, and its answer gets lost. */
    void losesAnswer(String action, Supplier<RuntimeException> failure) {
        add(lostAnswers, action, 1, failure);
    }

    private static void add(
            Map<String, Deque<Supplier<RuntimeException>>> to,
            String action,
            int times,
            Supplier<RuntimeException> failure) {
        for (int i = 0; i < times; i++) {
            to.computeIfAbsent(action, name -> new ArrayDeque<>()).add(failure);
        }
    }

    /** Every row, of which only tests need to know. */
    List<Map<String, AttributeValue>> rows() {
        ScanResponse all = SERVER.scan(scan -> scan.tableName(name));
        return all.items();
    }

    private Object call(Object proxy, Method action, Object[] arguments) throws Throwable {
        before.getOrDefault(action.getName(), () -> {}).run();
        if (outage != null) {
            throw outage.get();
        }
        throwNext(faults, action.getName());
        try {
            Object answer = action.invoke(SERVER, arguments);
            throwNext(lostAnswers, action.getName());
            return answer;
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static void throwNext(Map<String, Deque<Supplier<RuntimeException>>> from, String action) {
        Supplier<RuntimeException> failure =
                from.getOrDefault(action, new ArrayDeque<>()).poll();
        if (failure != null) {
            throw failure.get();
        }
    }
}
