package [=package].functions;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Map;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * Which [=resource] an Idempotency-Key has created: a row beside that of the [=resource], both written or none. A key is
 * that of its caller and counts for 24 hours, whenever TTL deletes its row.
 */
final class CreationKeys {
    private static final Duration KEPT = Duration.ofHours(24);
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_-]{1,80}");

    private final DynamoDbClient dynamoDb;
    private final String table;
    private final InstantSource clock;

    CreationKeys(DynamoDbClient dynamoDb, String table, InstantSource clock) {
        this.dynamoDb = dynamoDb;
        this.table = table;
        this.clock = clock;
    }

    /**
     * Stores an item, or finds the one that the key has created.
     *
     * @return what the first request with this key has created
     * @throws ParameterNotValidException when the key is none
     * @throws UnprocessableException when the key came with another content before
     * @throws KeyInUseException when another request with this key is on its way
     */
    CrudItem createOnce(CrudRequest request, CrudItem item) {
        if (!KEY.matcher(request.idempotencyKey()).matches()) {
            throw new ParameterNotValidException("Idempotency-Key must be 1 to 80 characters of A-Z a-z 0-9 _ -");
        }
        AttributeValue pk = text("key#" + hash(request.caller() + "#" + request.idempotencyKey()));
        AttributeValue contentHash = text(hash(item.quantity() + " " + item.name()));
        try {
            dynamoDb.transactWriteItems(
                    write -> write.transactItems(put(key(pk, contentHash, item)), put(item.row(request.requestId()))));
            return item;
        } catch (TransactionCanceledException cancelled) {
            return first(pk, contentHash, item, cancelled);
        }
    }

    private CrudItem first(
            AttributeValue pk, AttributeValue contentHash, CrudItem item, TransactionCanceledException cancelled) {
        Map<String, AttributeValue> row = dynamoDb.getItem(
                        get -> get.tableName(table).key(Map.of("pk", pk)).consistentRead(true))
                .item();
        if (row.isEmpty()) {
            throw isConflict(cancelled) ? new KeyInUseException(cancelled) : new UnavailableException(cancelled);
        }
        if (!contentHash.equals(row.get("contentHash"))) {
            throw new UnprocessableException("This Idempotency-Key was used for another body");
        }
        String createdAt = row.get("createdAt").s();
        return new CrudItem(row.get("id").s(), item.name(), item.quantity(), 1, createdAt, createdAt);
    }

    private static boolean isConflict(TransactionCanceledException cancelled) {
        return cancelled.cancellationReasons().stream()
                        .map(CancellationReason::code)
                        .anyMatch("TransactionConflict"::equals)
                || String.valueOf(cancelled.getMessage()).contains("TransactionConflict");
    }

    private Map<String, AttributeValue> key(AttributeValue pk, AttributeValue contentHash, CrudItem item) {
        return Map.of(
                "pk", pk,
                "id", text(item.id()),
                "createdAt", text(item.createdAt()),
                "contentHash", contentHash,
                "expiresAt", epoch(KEPT));
    }

    /** A row whose key is new; one that has expired, and not been deleted yet, counts as none. */
    private TransactWriteItem put(Map<String, AttributeValue> row) {
        return TransactWriteItem.builder()
                .put(Put.builder()
                        .tableName(table)
                        .item(row)
                        .conditionExpression("attribute_not_exists(pk) OR expiresAt <= :epoch")
                        .expressionAttributeValues(Map.of(":epoch", epoch(Duration.ZERO)))
                        .build())
                .build();
    }

    private AttributeValue epoch(Duration later) {
        return AttributeValue.fromN(String.valueOf(clock.instant().plus(later).getEpochSecond()));
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static AttributeValue text(String value) {
        return AttributeValue.fromS(value);
    }
}
