package [=package].infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

[@imports]
import [=package].infrastructure.apigateway.ClientResponse;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputExceededException;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
[/@imports]

/** The state machine itself calls DynamoDB again: twice, and only where that can help. */
class CrudRetryTest {
    private static final String HAMMER = "{\"name\": \"hammer\", \"quantity\": 3}";
    private static final Supplier<RuntimeException> THROTTLED = () -> ProvisionedThroughputExceededException.builder()
            .message("slow down")
            .build();
    private static final Supplier<RuntimeException> CONNECTION_RESET =
            () -> SdkClientException.create("connection reset");

    private final LocalCrud crud = new LocalCrud();
    private final String id =
            OpenApi.json(crud.send(HttpCall.post(HAMMER))).path("id").asText();

    /** The action of DynamoDB → a request that calls it, and the answer. */
    private final Map<String, HttpCall> calls = Map.of(
            "transactWriteItems", HttpCall.post(HAMMER),
            "query", HttpCall.list(),
            "getItem", HttpCall.get(id),
            "updateItem", HttpCall.put(id, HAMMER).header("If-Match", "\"1\""),
            "deleteItem", HttpCall.delete(id).header("If-Match", "\"1\""));

    @ParameterizedTest
    @ValueSource(strings = {"transactWriteItems", "query", "getItem", "updateItem", "deleteItem"})
    void whatPassesIsTriedAgainTwice(String action) {
        crud.table.fails(action, 2, THROTTLED);
        assertThat(crud.send(calls.get(action)).status()).isBetween(200, 204);
    }

    @ParameterizedTest
    @ValueSource(strings = {"transactWriteItems", "query", "getItem", "updateItem", "deleteItem"})
    void thenTheClientIsToldToTryAgain(String action) {
        crud.table.fails(action, 3, THROTTLED);

        ClientResponse response = crud.send(calls.get(action));

        assertThat(response.status()).isEqualTo(503);
        assertThat(response.header("Retry-After")).contains("2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"transactWriteItems", "query", "getItem", "updateItem", "deleteItem"})
    void aCallThatHangsIsGivenUp(String action) {
        crud.table.before(action, () -> crud.clock.advance(Duration.ofSeconds(4)));

        assertThat(crud.send(calls.get(action)).status()).isEqualTo(504);
    }

    @Test
    void anAnswerThatGotLostIsFoundAgain() {
        crud.table.losesAnswer("updateItem", CONNECTION_RESET);
        ClientResponse updated = crud.send(calls.get("updateItem"));

        assertThat(updated.status()).isEqualTo(200);
        assertThat(updated.header("ETag")).contains("\"2\"");

        crud.table.losesAnswer("transactWriteItems", CONNECTION_RESET);
        ClientResponse created = crud.send(HttpCall.post(HAMMER));

        assertThat(created.status()).isEqualTo(201);
        assertThat(OpenApi.json(crud.send(HttpCall.list())).path("items")).hasSize(2);
    }

    @Test
    void aTransactionThatWasThrottledIsNoConflict() {
        crud.table.fails(
                "transactWriteItems",
                1,
                () -> TransactionCanceledException.builder()
                        .message("Transaction cancelled, please refer cancellation reasons for specific reasons"
                                + " [ThrottlingError, None]")
                        .build());

        assertThat(crud.send(HttpCall.post(HAMMER)).status()).isEqualTo(503);
    }

    @Test
    void whoIsFasterWins() {
        crud.table.before("updateItem", () -> {
            crud.table.before("updateItem", () -> {});
            assertThat(crud.send(calls.get("updateItem")).status()).isEqualTo(200);
        });

        assertThat(crud.send(calls.get("updateItem")).status()).isEqualTo(412);
        assertThat(crud.send(HttpCall.get(id)).header("ETag")).contains("\"2\"");
    }
}
