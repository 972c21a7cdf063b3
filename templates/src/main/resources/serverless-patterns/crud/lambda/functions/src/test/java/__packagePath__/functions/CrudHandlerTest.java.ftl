package [=package].functions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.InternalServerErrorException;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputExceededException;

/** The handlers as Lambda calls them. That they are called for the right requests, the infrastructure module tests. */
class CrudHandlerTest {
    private static final String SECRET = "left-handed hammer";
    private static final String BODY = "{\"name\": \"" + SECRET + "\", \"quantity\": 3}";

    private final LocalItems items = new LocalItems();
    private final CrudStore store = new CrudStore(items.client(), items.table, items.index, InstantSource.system());
    private final RecordedMetrics metrics = new RecordedMetrics();
    private final List<CrudHandler> handlers = List.of(
            new Create[=Resource]Handler(store),
            new List[=Resources]Handler(store),
            new Read[=Resource]Handler(store),
            new Update[=Resource]Handler(store),
            new Delete[=Resource]Handler(store));

    @Test
    void theWholeLifeOfOne() {
        String id = (String) handle(0, input()).get("id");
        Map<String, Object> request = input();
        request.put("id", id);
        request.put("ifMatch", "\"1\"");

        assertThat(handle(1, request).get("items"))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .hasSize(1);
        assertThat(handle(2, request)).containsEntry("version", 1L).containsEntry("quantity", 3);
        assertThat(handle(3, request)).containsEntry("version", 2L);
        assertThatExceptionOfType(PreconditionFailedException.class).isThrownBy(() -> handle(4, request));
        request.put("ifMatch", "*");
        assertThat(handle(4, request)).isEmpty();
        assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> handle(2, request));

        assertThat(metrics.sum("answered")).isEqualTo(5);
        assertThat(metrics.sum("refused")).isEqualTo(2);
        assertThat(metrics.sum("failed")).isZero();
    }

    @Test
    void whatPassesIsToldFromWhatDoesNot() {
        Map<String, Object> request = input();
        request.put("ifMatch", "*");
        for (int i = 0; i < handlers.size(); i++) {
            int handler = i;
            for (RuntimeException passes : List.of(
                    SdkClientException.create("connection reset"),
                    ProvisionedThroughputExceededException.builder()
                            .message("slow down")
                            .build(),
                    InternalServerErrorException.builder().statusCode(500).build(),
                    DynamoDbException.builder().statusCode(503).build())) {
                items.failure = passes;
                assertThatExceptionOfType(UnavailableException.class)
                        .isThrownBy(() -> handle(handler, request))
                        .withCause(passes);
            }
            items.failure = DynamoDbException.builder()
                    .message("no access")
                    .statusCode(400)
                    .build();
            assertThatExceptionOfType(DynamoDbException.class).isThrownBy(() -> handle(handler, request));
        }
        assertThat(metrics.sum("failed")).isEqualTo(25);
    }

    @Test
    void nothingOfTheBodyIsLogged() {
        try (RecordedLogs logs = new RecordedLogs()) {
            handle(0, input());

            assertThat(logs.lines())
                    .anyMatch(line -> line.contains("request-1") && line.contains("Request answered"))
                    .noneMatch(line -> line.contains(SECRET));
        }
    }

    @Test
    void primingChangesNothingAndSurvivesAnOutage() throws Exception {
        for (CrudHandler handler : handlers) {
            handler.beforeCheckpoint(null);
        }
        assertThat(items.rows()).isEmpty();

        items.failure = SdkClientException.create("DynamoDB does not answer");
        for (CrudHandler handler : handlers) {
            assertThatCode(() -> handler.beforeCheckpoint(null)).doesNotThrowAnyException();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"requestId", "caller", "id", "limit", "nextToken", "idempotencyKey", "ifMatch", "body"})
    void anInputOfAnotherMachineIsAnError(String missing) {
        Map<String, Object> request = input();
        request.remove(missing);

        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> handle(2, request))
                .withMessageContaining("'" + missing + "'");
    }

    private Map<String, Object> handle(int handler, Map<String, Object> input) {
        return handlers.get(handler).handleRequest(input, new TestContext(6000));
    }

    private static Map<String, Object> input() {
        return new HashMap<>(Map.of(
                "method", "POST",
                "resource", "/[=resourcePath]",
                "requestId", "request-1",
                "caller", "caller-1",
                "id", "",
                "limit", "",
                "nextToken", "",
                "idempotencyKey", "k1",
                "ifMatch", "",
                "body", BODY));
    }
}
