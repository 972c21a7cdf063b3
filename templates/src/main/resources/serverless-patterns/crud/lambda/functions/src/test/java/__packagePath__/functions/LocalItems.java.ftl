package [=package].functions;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.dynamodb.services.local.embedded.DynamoDBEmbedded;

/** A new, empty table in DynamoDB Local (in memory, no socket), and the faults of a network before it. */
final class LocalItems {
    private static final DynamoDbClient SERVER = DynamoDBEmbedded.create().dynamoDbClient();

    final String table = "items-" + UUID.randomUUID();
    final String index = "list";
    /** What the next call throws instead of being made. */
    RuntimeException failure;
    /** The service acts, the answer is lost, and the SDK sends the request again. */
    boolean answersAreLost;

    LocalItems() {
        SERVER.createTable(create -> create.tableName(table)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(text("pk"), text("listName"), text("listOrder"))
                .keySchema(key("pk", KeyType.HASH))
                .globalSecondaryIndexes(GlobalSecondaryIndex.builder()
                        .indexName(index)
                        .keySchema(key("listName", KeyType.HASH), key("listOrder", KeyType.RANGE))
                        .projection(projection -> projection.projectionType(ProjectionType.ALL))
                        .build()));
    }

    DynamoDbClient client() {
        return (DynamoDbClient) Proxy.newProxyInstance(
                DynamoDbClient.class.getClassLoader(), new Class<?>[] {DynamoDbClient.class}, this::call);
    }

    List<Map<String, AttributeValue>> rows() {
        return SERVER.scan(scan -> scan.tableName(table)).items();
    }

    private Object call(Object proxy, Method method, Object[] arguments) throws Throwable {
        if (failure != null) {
            throw failure;
        }
        try {
            if (answersAreLost) {
                method.invoke(SERVER, arguments);
            }
            return method.invoke(SERVER, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static AttributeDefinition text(String name) {
        return AttributeDefinition.builder()
                .attributeName(name)
                .attributeType(ScalarAttributeType.S)
                .build();
    }

    private static KeySchemaElement key(String name, KeyType type) {
        return KeySchemaElement.builder().attributeName(name).keyType(type).build();
    }
}
