package [=package].functions;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/**
 * Stored requests that no worker has seen. They are found by the index {@code unseen}, which holds a row only while it
 * has {@code status} (RECEIVED) and {@code queuedAt} (epoch milliseconds): the first worker removes both.
 */
final class UnseenRequests {
    private static final String INDEX = "unseen";
    private static final int PAGE = 100;
    private static final AttributeValue RECEIVED = AttributeValue.fromS("RECEIVED");
    private static final Map<String, String> STATUS = Map.of("#status", "status");

    private final DynamoDbClient dynamoDb;
    private final String table;

    UnseenRequests(DynamoDbClient dynamoDb, String table) {
        this.dynamoDb = dynamoDb;
        this.table = table;
    }

    /** Some ids and where the next ones begin; there are no more when that is empty. */
    record Page(List<String> ids, Map<String, AttributeValue> next) {}

    /** Ids of requests that were queued before a time (epoch milliseconds), the longest waiting first. */
    Page queuedBefore(long time, Map<String, AttributeValue> start) {
        QueryRequest.Builder query = QueryRequest.builder()
                .tableName(table)
                .indexName(INDEX)
                .keyConditionExpression("#status = :received AND queuedAt < :time")
                .expressionAttributeNames(STATUS)
                .expressionAttributeValues(Map.of(":received", RECEIVED, ":time", number(time)))
                .limit(PAGE);
        if (!start.isEmpty()) {
            query.exclusiveStartKey(start);
        }
        QueryResponse answer = dynamoDb.query(query.build());
        List<String> ids = answer.items().stream().map(row -> row.get("id").s()).toList();
        return new Page(ids, answer.lastEvaluatedKey());
    }

    /** The request, unless a worker has seen it since: the index lags behind the table. */
    Optional<StreamRecord> find(String id) {
        Map<String, AttributeValue> row = dynamoDb.getItem(
                        get -> get.tableName(table).key(key(id)).consistentRead(true))
                .item();
        return RECEIVED.equals(row.get("status")) ? Optional.of(request(row)) : Optional.empty();
    }

    /** Remembers that the request is in the queue again; nothing to remember once a worker has it. */
    void queued(String id, long time) {
        try {
            dynamoDb.updateItem(update -> update.tableName(table)
                    .key(key(id))
                    .updateExpression("SET queuedAt = :time")
                    .conditionExpression("#status = :received")
                    .expressionAttributeNames(STATUS)
                    .expressionAttributeValues(Map.of(":received", RECEIVED, ":time", number(time))));
        } catch (ConditionalCheckFailedException seen) {
            // A worker was faster.
        }
    }

    private static StreamRecord request(Map<String, AttributeValue> row) {
        long receivedAt = Long.parseLong(row.get("receivedAt").n());
        return new StreamRecord(row.get("id").s(), row.get("payload").s(), receivedAt);
    }

    private static Map<String, AttributeValue> key(String id) {
        return Map.of("id", AttributeValue.fromS(id));
    }

    private static AttributeValue number(long value) {
        return AttributeValue.fromN(Long.toString(value));
    }
}
