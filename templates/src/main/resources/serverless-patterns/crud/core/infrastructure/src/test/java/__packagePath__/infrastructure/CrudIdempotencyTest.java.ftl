package [=package].infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

[@imports]
import [=package].infrastructure.apigateway.ClientResponse;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
[/@imports]

/** A request that is sent again creates nothing again. */
class CrudIdempotencyTest {
    private static final String HAMMER = "{\"name\": \"hammer\", \"quantity\": 3}";
    private static final String SAW = "{\"name\": \"saw\", \"quantity\": 1}";

    private final LocalCrud crud = new LocalCrud();

    @Test
    void aRepeatedRequestIsAnsweredAsTheFirstOne() {
        ClientResponse first = post("k1", HAMMER);
        crud.clock.advance(Duration.ofHours(1));
        ClientResponse second = post("k1", "{\"quantity\": 3, \"name\": \"hammer\"}");

        assertThat(first.status()).isEqualTo(201);
        assertThat(second.status()).isEqualTo(201);
        assertThat(OpenApi.json(second)).isEqualTo(OpenApi.json(first));
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
        assertThat(second.header("ETag")).isEqualTo(first.header("ETag"));
        assertThat(list()).hasSize(1);
    }

    @Test
    void anotherBodyUnderTheSameKeyIsAMistake() {
        post("k1", HAMMER);

        assertThat(post("k1", SAW).status()).isEqualTo(422);
        assertThat(list()).hasSize(1);
    }

    @Test
    void anotherKeyIsAnotherRequest() {
        post("k1", HAMMER);
        post("k2", HAMMER);
        crud.send(HttpCall.post(HAMMER));
        crud.send(HttpCall.post(HAMMER));

        assertThat(list()).hasSize(4);
    }

    @Test
    void aKeyIsThatOfItsCaller() {
        post("k1", HAMMER);

        crud.caller("arn:aws:sts::123456789012:assumed-role/Stock/session-1");
        assertThat(post("k1", SAW).status()).isEqualTo(201);
        assertThat(list()).hasSize(2);
    }
[#if apiAuth == "iam"]

    @Test
    void allSessionsOfARoleAreOneCaller() {
        ClientResponse first = post("k1", HAMMER);

        crud.caller(LocalCrud.CALLER.replace("session-1", "session-2"));
        assertThat(OpenApi.json(post("k1", HAMMER))).isEqualTo(OpenApi.json(first));
    }
[/#if]

    @Test
    void aKeyCountsForADay() {
        post("k1", HAMMER);

        crud.clock.advance(Duration.ofHours(24).minusSeconds(1));
        post("k1", HAMMER);
        assertThat(list()).hasSize(1);

        crud.clock.advance(Duration.ofSeconds(1));
        assertThat(post("k1", SAW).status()).isEqualTo(201);
        assertThat(list()).hasSize(2);
    }

    @Test
    void whatWasDeletedDoesNotComeBack() {
        ClientResponse first = post("k1", HAMMER);
        String id = OpenApi.json(first).path("id").asText();
        crud.send(HttpCall.delete(id).header("If-Match", "*"));

        assertThat(post("k1", HAMMER).header("Location")).isEqualTo(first.header("Location"));
        assertThat(list()).isEmpty();
        assertThat(crud.send(HttpCall.get(id)).status()).isEqualTo(404);
    }

    @Test
    void whoSendsTwiceAtOnceIsToldToWait() {
        crud.table.fails(
                "transactWriteItems",
                1,
                () -> TransactionCanceledException.builder()
                        .message("Transaction cancelled, please refer cancellation reasons for specific reasons"
                                + " [TransactionConflict, None]")
                        .statusCode(400)
                        .build());

        ClientResponse response = post("k1", HAMMER);

        assertThat(response.status()).isEqualTo(409);
        assertThat(response.header("Retry-After")).contains("1");
        assertThat(post("k1", HAMMER).status()).isEqualTo(201);
    }

    static String[] keysThatAreNotValid() {
        return HostileInput.keys();
    }

    @ParameterizedTest
    @MethodSource("keysThatAreNotValid")
    void aKeyThatIsNotValidIsRefusedAndNotIgnored(String key) {
        assertThat(post(key, HAMMER).status()).isEqualTo(400);
        assertThat(list()).isEmpty();
    }

    private ClientResponse post(String key, String body) {
        return crud.send(HttpCall.post(body).header("Idempotency-Key", key));
    }

    private JsonNode list() {
        return OpenApi.json(crud.send(HttpCall.list())).path("items");
    }
}
