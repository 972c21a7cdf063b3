package [=package].functions;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.dynamodb.services.local.embedded.DynamoDBEmbedded;

/** A new table of stored requests, as it is deployed. */
final class StoredRequests {
    static final String BODY = "{\"name\":\"hammer\"}";

    final DynamoDbClient client = DynamoDBEmbedded.create().dynamoDbClient();
    final String table = "requests-" + UUID.randomUUID();

    StoredRequests() {
        client.createTable(create -> create.tableName(table)
                .keySchema(key("id", KeyType.HASH))
                .attributeDefinitions(
                        attribute("id", ScalarAttributeType.S),
                        attribute("status", ScalarAttributeType.S),
                        attribute("queuedAt", ScalarAttributeType.N))
                .globalSecondaryIndexes(GlobalSecondaryIndex.builder()
                        .indexName("unseen")
                        .keySchema(key("status", KeyType.HASH), key("queuedAt", KeyType.RANGE))
                        .projection(projection -> projection.projectionType("KEYS_ONLY"))
                        .build())
                .billingMode(BillingMode.PAY_PER_REQUEST));
    }

    /** As the request template of the API does it. */
    StreamRecord store(String id, Instant now) {
        AttributeValue time = AttributeValue.fromN(Long.toString(now.toEpochMilli()));
        client.putItem(put -> put.tableName(table)
                .item(Map.of(
                        "id",
                        AttributeValue.fromS(id),
                        "payload",
                        AttributeValue.fromS(BODY),
                        "receivedAt",
                        time,
                        "queuedAt",
                        time,
                        "status",
                        AttributeValue.fromS("RECEIVED")))
                .conditionExpression("attribute_not_exists(id)"));
        return new StreamRecord(id, BODY, now.toEpochMilli());
    }

    /** As whoever works on it first. */
    void see(String id) {
        client.updateItem(update -> update.tableName(table)
                .key(key(id))
                .updateExpression("REMOVE #status, queuedAt")
                .expressionAttributeNames(Map.of("#status", "status")));
    }

    Map<String, AttributeValue> row(String id) {
        return client.getItem(get -> get.tableName(table).key(key(id))).item();
    }

    private static Map<String, AttributeValue> key(String id) {
        return Map.of("id", AttributeValue.fromS(id));
    }

    private static KeySchemaElement key(String name, KeyType type) {
        return KeySchemaElement.builder().attributeName(name).keyType(type).build();
    }

    private static AttributeDefinition attribute(String name, ScalarAttributeType type) {
        return AttributeDefinition.builder()
                .attributeName(name)
                .attributeType(type)
                .build();
    }
}
