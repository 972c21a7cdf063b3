package [=package].functions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import com.amazonaws.services.lambda.runtime.serialization.factories.JacksonFactory;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.lambda.powertools.metrics.MetricsFactory;

class Work[=Resource]HandlerTest {
    private static final String VALID = "{\"name\":\"hammer\",\"quantity\":3}";
    private static final String POISON = "{\"name\":\"secret\",\"quantity\":0}";
    private static final String REASON = "quantity must be an integer from 1 to 1000";
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration RETENTION = Duration.ofDays(7);

    private final LocalDynamoDb dynamoDb = new LocalDynamoDb();
    private final RecordedMetrics metrics = new RecordedMetrics();
    private final List<String> worked = new ArrayList<>();

    private Function<StoredRequest, String> work = new [=Resource]Work();
    private WorkHandler handler;

    @BeforeEach
    void createHandler() {
        IdempotencyLedger ledger = new IdempotencyLedger(dynamoDb, dynamoDb.table, RETENTION, () -> NOW);
        handler = new Work[=Resource]Handler(ledger, request -> {
            String receipt = work.apply(request);
            worked.add(request.id());
            return receipt;
        });
    }

    @Test
    void handlesTheSampleRequestAsLambdaDeliversIt() throws IOException {
        Map<String, Object> input =
                this.<Map<String, Object>>serializer(0).fromJson(Files.readString(Path.of("../events/work-item.json")));
        var answer = new ByteArrayOutputStream();

        this.<Map<String, Object>>serializer(1).toJson(handle(input), answer);

        assertThat(answer.toString(StandardCharsets.UTF_8))
                .contains("\"outcome\":\"PROCESSED\"")
                .contains("\"result\":{\"name\":\"left-handed hammer\",\"quantity\":3,\"receivedAt\":1767225600000}");
        assertThat(worked).containsExactly("sample-request-1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"id\":\"k1\",\"receivedAt\":1,\"body\":{}}",
                "{\"id\":\"k1\",\"receivedAt\":\"1\",\"body\":\"\"}",
                "{\"id\":7,\"receivedAt\":1,\"body\":\"\"}",
                "{\"id\":\" \",\"receivedAt\":1,\"body\":\"\"}",
                "{\"id\":null,\"receivedAt\":1,\"body\":\"\"}",
            })
    void rejectsAnyOtherInput(String input) {
        PojoSerializer<Map<String, Object>> serializer = serializer(0);

        assertRejected(serializer.fromJson(input), "input must be");
    }

    @Test
    void worksOnceAndHandsOutTheSameResultAgain() {
        Map<String, Object> first = handle(input("id-1", VALID));
        Map<String, Object> second = handle(input("id-1", VALID));

        assertThat(first).containsEntry("outcome", "PROCESSED");
        assertThat(second).containsEntry("outcome", "DUPLICATE").containsEntry("result", first.get("result"));
        assertThat(worked).containsExactly("id-1");
        assertThat(metrics.sum("processed")).isEqualTo(1);
        assertThat(metrics.sum("duplicate")).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "done", "{\"a\":"})
    void aReceiptThatIsNoJsonIsHandedOutAsText(String receipt) {
        work = request -> receipt;

        assertThat(handle(input("id-1", VALID))).containsEntry("result", receipt);
    }

    @Test
    void tellsTheCircuitBreakerWhatIsNoFailureOfTheService() {
        assertRejected(input("id-1", POISON), REASON);
        assertThat(metrics.sum("rejected")).isEqualTo(1);
        assertThat(metrics.sum("failed")).isZero();
        // Lambda reports the canonical name as error type, the state machine is given the binary one.
        assertThat(RejectedRequestException.class.getCanonicalName())
                .isEqualTo(RejectedRequestException.class.getName());
        assertThat(RequestInProgressException.class.getCanonicalName())
                .isEqualTo(RequestInProgressException.class.getName());
    }

    @Test
    void rejectsAnotherBodyUnderTheSameId() {
        handle(input("id-1", VALID));

        assertRejected(input("id-1", VALID + " "), "another body");
    }

    @Test
    void saysWhenAnotherWorkerHoldsTheLease() {
        work = request -> {
            assertThatExceptionOfType(RequestInProgressException.class).isThrownBy(() -> handle(input("id-1", VALID)));
            return "receipt";
        };

        assertThat(handle(input("id-1", VALID))).containsEntry("outcome", "PROCESSED");
        assertThat(worked).containsExactly("id-1");
        assertThat(metrics.sum("in_progress")).isEqualTo(1);
    }

    @Test
    void failsInAnOutageSoThatItIsCounted() {
        dynamoDb.putsFail = true;
        assertThatExceptionOfType(SdkException.class).isThrownBy(() -> handle(input("id-1", VALID)));
        assertThat(metrics.sum("failed")).isEqualTo(1);

        dynamoDb.putsFail = false;
        work = request -> {
            throw new IllegalStateException("dependency is down");
        };
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> handle(input("id-1", VALID)))
                .withMessage("dependency is down");

        work = request -> "receipt";
        assertThat(handle(input("id-1", VALID))).containsEntry("outcome", "PROCESSED");
    }

    /** Longer, and the retry after a timeout would take the lease of the dead attempt for work in progress. */
    @Test
    void theLeaseEndsWithTheInvocation() {
        handle(input("id-1", VALID));

        long leaseUntil = Long.parseLong(dynamoDb.row("id-1").get("leaseUntil").n());
        assertThat(leaseUntil).isEqualTo(NOW.plusSeconds(3).toEpochMilli());
    }

    @Test
    void logsIdsAndOutcomesButNoBodies() {
        try (RecordedLogs logs = new RecordedLogs()) {
            handle(input("id-1", VALID));
            assertRejected(input("id-2", POISON), REASON);

            assertThat(logs.lines()).noneMatch(line -> line.contains("hammer") || line.contains("secret"));
            assertThat(logs.lines())
                    .anyMatch(line -> line.contains("\"correlation_id\":\"id-1\"") && line.contains("PROCESSED"))
                    .anyMatch(line -> line.contains("\"correlation_id\":\"id-2\"") && line.contains("REJECTED"));
        }
    }

    @Test
    void primingDoesNotThrow() {
        dynamoDb.updatesFail = true;
        var resource = (org.crac.Resource) handler;

        assertThatCode(() -> resource.beforeCheckpoint(null)).doesNotThrowAnyException();
        assertThatCode(() -> resource.afterRestore(null)).doesNotThrowAnyException();
    }

    @Test
    void primingOfPowertoolsFindsItsClasses() {
        assertThatCode(() -> new MetricsFactory().beforeCheckpoint(null)).doesNotThrowAnyException();
    }

    private Map<String, Object> handle(Map<String, Object> input) {
        return handler.handleRequest(input, new TestContext(3000));
    }

    private void assertRejected(Map<String, Object> input, String reason) {
        assertThatExceptionOfType(RejectedRequestException.class)
                .isThrownBy(() -> handle(input))
                .withMessageContaining(reason);
    }

    private static Map<String, Object> input(String id, String body) {
        return new HashMap<>(Map.of("id", id, "receivedAt", NOW.toEpochMilli(), "body", body));
    }

    /** As Lambda makes it of the handler's type: 0 for what the function takes, 1 for what it returns. */
    @SuppressWarnings("unchecked")
    private <T> PojoSerializer<T> serializer(int parameter) {
        var requestHandler = (ParameterizedType) WorkHandler.class.getGenericInterfaces()[0];
        Type type = requestHandler.getActualTypeArguments()[parameter];
        return (PojoSerializer<T>)
                (PojoSerializer<?>) JacksonFactory.getInstance().getSerializer(type);
    }
}
