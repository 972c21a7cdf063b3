package [=package].functions;

import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

/**
 * The [=resources] in the table. Every call is one call of DynamoDB, and throws a {@link SdkException} when that is not
 * answered; a change may have been made then.
 */
final class CrudStore {
    private static final DateTimeFormatter TIMESTAMP =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private final DynamoDbClient dynamoDb;
    private final String table;
    private final String index;
    private final InstantSource clock;

    CrudStore(DynamoDbClient dynamoDb, String table, String index, InstantSource clock) {
        this.dynamoDb = dynamoDb;
        this.table = table;
        this.index = index;
        this.clock = clock;
    }

    /** That of the stack. */
    static CrudStore open() {
        return new CrudStore(
                AwsClients.build(DynamoDbClient.builder()),
                Environment.get("CRUD_TABLE"),
                Environment.get("CRUD_INDEX"),
                InstantSource.system());
    }

    /** For what belongs to a request and not to a row of its own. */
    CreationKeys keys() {
        return new CreationKeys(dynamoDb, table, clock);
    }

    String now() {
        return TIMESTAMP.format(clock.instant());
    }

    /** @return {@code items}, the newest first, and {@code nextToken} unless it was the last page */
    Map<String, Object> list(Page page) {
        QueryResponse found = dynamoDb.query(query -> query.tableName(table)
                .indexName(index)
                .keyConditionExpression("listName = :list AND listOrder < :before")
                .expressionAttributeValues(Map.of(":list", text("all"), ":before", text(page.before())))
                .scanIndexForward(false)
                .limit(page.limit()));
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put(
                "items",
                found.items().stream().map(CrudItem::of).map(CrudItem::json).toList());
        if (found.hasLastEvaluatedKey()) {
            answer.put(
                    "nextToken",
                    Page.token(found.lastEvaluatedKey().get("listOrder").s()));
        }
        return answer;
    }

    /**
     * @throws NotFoundException when there is nothing with this id
     */
    CrudItem read(String id) {
        Map<String, AttributeValue> row = dynamoDb.getItem(
                        get -> get.tableName(table).key(key(id)).consistentRead(true))
                .item();
        if (row.isEmpty()) {
            throw new NotFoundException();
        }
        return CrudItem.of(row);
    }

    /**
     * Changes it, once however often the same request comes.
     *
     * @throws NotFoundException when there is nothing with this id
     * @throws PreconditionFailedException when it has another version
     */
    CrudItem update(String id, Versions versions, CrudContent content, String requestId) {
        Map<String, AttributeValue> values = new HashMap<>(versions.values());
        values.put(":name", text(content.name()));
        values.put(":quantity", AttributeValue.fromN(String.valueOf(content.quantity())));
        values.put(":one", AttributeValue.fromN("1"));
        values.put(":now", text(now()));
        values.put(":requestId", text(requestId));
        try {
            return CrudItem.of(dynamoDb.updateItem(update -> update.tableName(table)
                            .key(key(id))
                            .conditionExpression(Versions.CONDITION)
                            .updateExpression("SET #name = :name, quantity = :quantity, version = version + :one,"
                                    + " updatedAt = :now, requestId = :requestId")
                            .expressionAttributeNames(Map.of("#name", "name"))
                            .expressionAttributeValues(values)
                            .returnValues(ReturnValue.ALL_NEW)
                            .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD))
                    .attributes());
        } catch (ConditionalCheckFailedException refused) {
            if (refused.hasItem() && text(requestId).equals(refused.item().get("requestId"))) {
                // The request has done it already, and the answer got lost.
                return CrudItem.of(refused.item());
            }
            throw why(refused);
        }
    }

    /**
     * @throws NotFoundException when there is nothing with this id
     * @throws PreconditionFailedException when it has another version
     */
    void delete(String id, Versions versions) {
        try {
            dynamoDb.deleteItem(delete -> delete.tableName(table)
                    .key(key(id))
                    .conditionExpression(Versions.CONDITION)
                    .expressionAttributeValues(versions.values())
                    .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD));
        } catch (ConditionalCheckFailedException refused) {
            throw why(refused);
        }
    }

    private static RuntimeException why(ConditionalCheckFailedException refused) {
        return refused.hasItem() ? new PreconditionFailedException() : new NotFoundException();
    }

    private static Map<String, AttributeValue> key(String id) {
        return Map.of("pk", text("item#" + id));
    }

    private static AttributeValue text(String value) {
        return AttributeValue.fromS(value);
    }
}
