package [=package].infrastructure;

[@imports]
import [=package].infrastructure.asl.VirtualClock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;
import software.amazon.dynamodb.services.local.embedded.DynamoDBEmbedded;
[/@imports]

/** The table of stored requests in DynamoDB Local, as it is deployed, and the faults before it. */
final class RequestTable {
    private static final DynamoDbClient SERVER = DynamoDBEmbedded.create().dynamoDbClient();

    final String name = "requests-" + UUID.randomUUID();
    /** Whether it answers state machines. */
    boolean isDown;
    /** It acts, the answer is lost, and the request is sent again. */
    boolean answersAreLost;

    private final VirtualClock clock;

    RequestTable(VirtualClock clock) {
        this.clock = clock;
        SERVER.createTable(create -> create.tableName(name)
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

    /** Values for names in the circuit breaker. */
    Map<String, String> substitutions(CircuitTiming timing) {
        Duration lease = timing.attempts().plus(timing.stateStore());
        return Map.of(
                "LedgerTable",
                name,
                "RequestLeaseMs",
                String.valueOf(lease.toMillis()),
                "KeptSeconds",
                String.valueOf(Timing.standard().ledgerRetention().toSeconds()));
    }

    /** Stores a request as the request template of the API does; one that is stored already stays as it is. */
    void store(String id, String body) {
        AttributeValue now = AttributeValue.fromN(Long.toString(clock.millis()));
        try {
            SERVER.putItem(put -> put.tableName(name)
                    .item(Map.of(
                            "id",
                            AttributeValue.fromS(id),
                            "payload",
                            AttributeValue.fromS(body),
                            "receivedAt",
                            now,
                            "queuedAt",
                            now,
                            "status",
                            AttributeValue.fromS("RECEIVED")))
                    .conditionExpression("attribute_not_exists(id)"));
        } catch (ConditionalCheckFailedException stored) {
            // The API answers that it is a duplicate.
        }
    }

    /** The row of a request; empty when there is none. */
    Map<String, AttributeValue> row(String id) {
        return SERVER.getItem(get -> get.tableName(name).key(key(id))).item();
    }

    /** Leases a request for an hour, as another execution does. */
    void lease(String id, String owner) {
        String until = Long.toString(clock.instant().plusSeconds(3600).toEpochMilli());
        SERVER.updateItem(update -> update.tableName(name)
                .key(key(id))
                .updateExpression(
                        "SET workStatus = :inProgress, leaseOwner = :owner, leaseUntil = :until REMOVE #status, queuedAt")
                .expressionAttributeNames(Map.of("#status", "status"))
                .expressionAttributeValues(Map.of(
                        ":inProgress", AttributeValue.fromS("IN_PROGRESS"),
                        ":owner", AttributeValue.fromS(owner),
                        ":until", AttributeValue.fromN(until))));
    }

    void delete(String id) {
        SERVER.deleteItem(delete -> delete.tableName(name).key(key(id)));
    }

    /** For handlers, which are not part of its faults. */
    DynamoDbClient client() {
        return SERVER;
    }

    /** For state machines that use another table, too. */
    DynamoDbClient beside(DynamoDbClient other) {
        return new DynamoDbClient() {
            @Override
            public GetItemResponse getItem(GetItemRequest request) {
                return here(request.tableName()).getItem(request);
            }

            @Override
            public UpdateItemResponse updateItem(UpdateItemRequest request) {
                DynamoDbClient table = here(request.tableName());
                if (answersAreLost && request.tableName().equals(name)) {
                    table.updateItem(request);
                }
                return table.updateItem(request);
            }

            private DynamoDbClient here(String table) {
                if (!table.equals(name)) {
                    return other;
                }
                if (isDown) {
                    throw SdkClientException.create("DynamoDB does not answer");
                }
                return SERVER;
            }

            @Override
            public String serviceName() {
                return SERVICE_NAME;
            }

            @Override
            public void close() {}
        };
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
