package [=package].functions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.dynamodb.services.local.embedded.DynamoDBEmbedded;

/** The sweeper and the ledger on one table, as they are deployed. */
class SweepHandlerTest {
    private static final DynamoDbClient SERVER = DynamoDBEmbedded.create().dynamoDbClient();
    private static final Map<String, String> EVENT = Map.of("unseenFor", "PT25H");
    private static final TestContext CONTEXT = new TestContext(60_000);

    private final String table = "requests-" + UUID.randomUUID();
    private final LocalSqs sqs = new LocalSqs();
    private final RecordedMetrics metrics = new RecordedMetrics();
    private final UnseenRequests unseen = new UnseenRequests(SERVER, table);
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private final IdempotencyLedger ledger = new IdempotencyLedger(SERVER, table, Duration.ofDays(30), () -> now);
    private final SweepHandler sweeper = new SweepHandler(unseen, sqs, "https://sqs.example/work", () -> now);

    @BeforeEach
    void createTable() {
        SERVER.createTable(create -> create.tableName(table)
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

    @Test
    void queuesWhatNoWorkerHasSeenInTime() {
        StoredRequest lost = store("id-1");
        now = now.plus(Duration.ofHours(1));
        store("id-2");
        now = now.plus(Duration.ofHours(24)).plusMillis(1);

        assertThat(sweep()).isEqualTo(1);
        assertThat(sent()).usingRecursiveFieldByFieldElementComparator().containsExactly(lost);
        assertThat(sqs.sent.get(0).queueUrl()).isEqualTo("https://sqs.example/work");
        assertThat(metrics.sum("queued_again")).isEqualTo(1);
    }

    @Test
    void queuesEachRequestOnceInThatTime() {
        store("id-1");
        now = now.plus(Duration.ofHours(26));
        assertThat(sweep()).isEqualTo(1);
        now = now.plus(Duration.ofHours(25));
        assertThat(sweep()).isZero();
        now = now.plusMillis(1);
        assertThat(sweep()).isEqualTo(1);
    }

    @Test
    void leavesAloneWhatAWorkerHasSeen() {
        StoredRequest done = store("id-1");
        StoredRequest failed = store("id-2");
        ledger.once(done, Duration.ofSeconds(60), () -> "receipt");
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> ledger.once(failed, Duration.ofSeconds(60), () -> {
                    throw new IllegalStateException("work failed");
                }));
        now = now.plus(Duration.ofDays(20));

        assertThat(sweep()).isZero();
        assertThat(row("id-1")).containsEntry("workResult", AttributeValue.fromS("receipt"));
    }

    @Test
    void theLedgerKeepsTheRequestAndWorksOnItOnce() {
        StoredRequest request = store("id-1");

        assertThat(ledger.once(request, Duration.ofSeconds(60), () -> "receipt"))
                .isEqualTo(Outcome.PROCESSED);
        assertThat(ledger.once(request, Duration.ofSeconds(60), () -> "again")).isEqualTo(Outcome.DUPLICATE);
        assertThat(row("id-1"))
                .containsEntry("payload", AttributeValue.fromS(request.body()))
                .containsEntry("receivedAt", AttributeValue.fromN(Long.toString(request.receivedAt())))
                .containsKey("expiresAt")
                .doesNotContainKeys("status", "queuedAt");
    }

    @Test
    void aRequestThatNobodyHasSeenNeverExpires() {
        store("id-1");
        now = now.plus(Duration.ofHours(26));
        sweep();

        assertThat(row("id-1")).doesNotContainKey("expiresAt").containsKey("status");
    }

    @Test
    void aWorkerThatIsFasterThanTheSweeperKeepsItsRow() {
        StoredRequest request = store("id-1");
        ledger.once(request, Duration.ofSeconds(60), () -> "receipt");
        unseen.queued("id-1", now.toEpochMilli());
        unseen.queued("never stored", now.toEpochMilli());

        assertThat(unseen.find("id-1")).isEmpty();
        assertThat(unseen.find("never stored")).isEmpty();
        assertThat(row("id-1")).doesNotContainKeys("status", "queuedAt");
        assertThat(row("never stored")).isEmpty();
    }

    @Test
    void goesThroughAllPagesUpToItsLimit() {
        IntStream.range(0, 1050).forEach(number -> store("id-" + number));
        now = now.plus(Duration.ofHours(26));

        assertThat(sweep()).isEqualTo(1000);
        assertThat(sweep()).isEqualTo(50);
        assertThat(sent()).extracting(StoredRequest::id).doesNotHaveDuplicates().hasSize(1050);
    }

    @Test
    void stopsBeforeItsTimeIsOver() {
        store("id-1");
        now = now.plus(Duration.ofHours(26));

        assertThat(sweeper.handleRequest(EVENT, new TestContext(19_999))).isZero();
        assertThat(sqs.sent).isEmpty();
    }

    @Test
    void failsLoudlyAndTriesAgainWhenTheQueueDoesNotAnswer() {
        store("id-1");
        now = now.plus(Duration.ofHours(26));
        sqs.sendsFail = true;
        assertThatExceptionOfType(SdkException.class).isThrownBy(this::sweep);

        sqs.sendsFail = false;
        assertThat(sweep()).isEqualTo(1);
    }

    /** What the request template sends for a body that is too large. */
    @Test
    void dynamoDbRefusesARowWithoutKey() {
        assertThatExceptionOfType(DynamoDbException.class)
                .isThrownBy(() -> SERVER.putItem(
                        put -> put.tableName(table).item(Map.of()).conditionExpression("attribute_not_exists(id)")))
                .satisfies(refusal ->
                        assertThat(refusal.awsErrorDetails().errorCode()).isEqualTo("ValidationException"));
    }

    @Test
    void refusesAnEventWithoutDuration() {
        assertThatExceptionOfType(NullPointerException.class)
                .isThrownBy(() -> sweeper.handleRequest(Map.of(), CONTEXT))
                .withMessage("unseenFor");
    }

    private int sweep() {
        return sweeper.handleRequest(EVENT, CONTEXT);
    }

    private List<StoredRequest> sent() {
        return sqs.sent.stream()
                .map(message -> {
                    SQSMessage delivered = StoredMessages.delivered("m1", message, now);
                    return Envelope.open(delivered);
                })
                .toList();
    }

    /** As the request template of the API does it. */
    private StoredRequest store(String id) {
        StoredRequest request = new StoredRequest(id, "{\"name\":\"hammer\"}", now.toEpochMilli());
        AttributeValue time = AttributeValue.fromN(Long.toString(now.toEpochMilli()));
        SERVER.putItem(put -> put.tableName(table)
                .item(Map.of(
                        "id",
                        AttributeValue.fromS(id),
                        "payload",
                        AttributeValue.fromS(request.body()),
                        "receivedAt",
                        time,
                        "queuedAt",
                        time,
                        "status",
                        AttributeValue.fromS("RECEIVED")))
                .conditionExpression("attribute_not_exists(id)"));
        return request;
    }

    private Map<String, AttributeValue> row(String id) {
        return SERVER.getItem(get -> get.tableName(table).key(Map.of("id", AttributeValue.fromS(id))))
                .item();
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
