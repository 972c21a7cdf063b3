[#-- Whether callers want the receipt of the work, too. --]
[#assign delivery = slot("ledger.delivery")?has_content]
package [=package].functions;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

/**
 * Remembers in a DynamoDB table which requests are done, so that a message delivered again does not do its work again.
 *
 * <p>A worker takes a lease on the request's id, works, and completes the row with the work's result. Completed work
 * never runs again; failed work gives the lease back. A worker that dies between its work and the completion leaves
 * a lease that ends by itself, and then <em>the work runs once more</em>: no ledger outside the work can prevent that.
 * Work whose effect must not happen twice passes the id on as an idempotency key, or writes in one transaction with it.
 * Another body under the same id is a mistake of the client: it is rejected, not dropped as a duplicate.
 *
 * <p>A row has {@code id}, {@code bodyHash} (SHA-256), {@code workStatus} (IN_PROGRESS or COMPLETED), {@code leaseOwner}, {@code leaseUntil} and
 * {@code completedAt} (epoch milliseconds), {@code workResult} and {@code expiresAt} (TTL, epoch seconds).
[=slot("ledger.row.doc")] */
final class IdempotencyLedger {
    private static final Logger LOG = LoggerFactory.getLogger(IdempotencyLedger.class);

    private static final AttributeValue IN_PROGRESS = text("IN_PROGRESS");
    private static final AttributeValue COMPLETED = text("COMPLETED");

    private final DynamoDbClient dynamoDb;
    private final String table;
    private final Duration retention;
    private final InstantSource clock;

    /** @param retention how long a row is kept; longer than a message can exist, dead-letter queue included */
    IdempotencyLedger(DynamoDbClient dynamoDb, String table, Duration retention, InstantSource clock) {
        this.dynamoDb = dynamoDb;
        this.table = table;
        this.retention = retention;
        this.clock = clock;
    }

    /**
     * Does the work unless it is done or being done.
     *
     * @param lease longer than the work can take: when it ends, another worker may start the same work
     * @param work returns the result that the ledger keeps; what it throws is thrown on after the lease was given back
     * @return PROCESSED, DUPLICATE or IN_PROGRESS[#if delivery], and the receipt of the first two[/#if]
     * @throws RejectedRequestException if the id has come before with another body
     * @throws SdkException if DynamoDB does not answer; the work may or may not have run
     */
    [=delivery?then("Delivery", "Outcome")] once(StoredRequest request, Duration lease, Supplier<String> work) {
        String id = request.id();
        AttributeValue owner = text(UUID.randomUUID().toString());
        AttributeValue bodyHash = text(request.bodyHash());
        try {
            acquire(request, bodyHash, owner, lease);
        } catch (ConditionalCheckFailedException taken) {
            if (!bodyHash.equals(taken.item().get("bodyHash"))) {
                throw new RejectedRequestException("id was used before with another body");
            }
[#if delivery]
            return COMPLETED.equals(taken.item().get("workStatus"))
                    ? new Delivery(
                            Outcome.DUPLICATE, taken.item().get("workResult").s())
                    : new Delivery(Outcome.IN_PROGRESS, null);
[#else]
            return COMPLETED.equals(taken.item().get("workStatus")) ? Outcome.DUPLICATE : Outcome.IN_PROGRESS;
[/#if]
        }
        String result = workOrRelease(id, owner, work);
        complete(id, owner, result);
        return [=delivery?then("new Delivery(Outcome.PROCESSED, result)", "Outcome.PROCESSED")];
    }

    /** Opens the connection and loads the code without writing anything. */
    void prime() {
        try {
            probe();
        } catch (SdkException unavailable) {
            LOG.warn("Not primed, so the first request will be slower", unavailable);
        }
    }

    /**
     * Sends an update that never matches.
     *
     * @throws SdkException if DynamoDB does not answer
     */
    void probe() {
        try {
            release("priming", text("nobody"));
        } catch (ConditionalCheckFailedException expected) {
            LOG.debug("The table answers");
        }
    }

    /** A lease of the same owner does not stop it: the SDK sends a request again when its answer was lost. */
    private void acquire(StoredRequest request, AttributeValue bodyHash, AttributeValue owner, Duration lease) {
        long now = clock.millis();
        Map<String, AttributeValue> row = Map.of(
                "id",
                text(request.id()),
[=slot("ledger.row")]                "bodyHash",
                bodyHash,
                "workStatus",
                IN_PROGRESS,
                "leaseOwner",
                owner,
                "leaseUntil",
                number(now + lease.toMillis()),
                "expiresAt",
                number((now + retention.toMillis()) / 1000));
        dynamoDb.putItem(put -> put.tableName(table)
                .item(row)
                .conditionExpression("attribute_not_exists(workStatus) OR bodyHash = :bodyHash"
                        + " AND workStatus = :inProgress AND (leaseUntil <= :now OR leaseOwner = :owner)")
                .expressionAttributeValues(
                        Map.of(":bodyHash", bodyHash, ":inProgress", IN_PROGRESS, ":now", number(now), ":owner", owner))
                .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD));
    }

    private String workOrRelease(String id, AttributeValue owner, Supplier<String> work) {
        try {
            return Objects.requireNonNullElse(work.get(), "");
        } catch (RuntimeException failure) {
            try {
                release(id, owner);
            } catch (SdkException stillLeased) {
                failure.addSuppressed(stillLeased);
            }
            throw failure;
        }
    }

    private void release(String id, AttributeValue owner) {
        AttributeValue now = number(clock.millis());
        updateOwn(id, "SET leaseUntil = :now", Map.of(":owner", owner, ":now", now));
    }

    private void complete(String id, AttributeValue owner, String result) {
        AttributeValue now = number(clock.millis());
        updateOwn(
                id,
                "SET workStatus = :completed, workResult = :result, completedAt = :now",
                Map.of(":owner", owner, ":completed", COMPLETED, ":result", text(result), ":now", now));
    }

    /** Changes nothing if another worker has taken over since. */
    private void updateOwn(String id, String expression, Map<String, AttributeValue> values) {
        dynamoDb.updateItem(update -> update.tableName(table)
                .key(Map.of("id", text(id)))
                .updateExpression(expression)
                .conditionExpression("leaseOwner = :owner")
                .expressionAttributeValues(values));
    }

    private static AttributeValue text(String value) {
        return AttributeValue.fromS(value);
    }

    private static AttributeValue number(long value) {
        return AttributeValue.fromN(Long.toString(value));
    }
}
