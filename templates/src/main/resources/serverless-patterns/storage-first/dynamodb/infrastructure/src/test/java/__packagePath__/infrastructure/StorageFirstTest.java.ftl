package [=package].infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

[@imports]
import [=package].infrastructure.apigateway.ClientRequest;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
[/@imports]

/** The entry: what reaches DynamoDB, and what the client is told. */
class StorageFirstTest {
    /** What DynamoDB answers when the request is stored. */
    static final String STORED = "{}";

    private static final SynthesizedStack DEV = SynthesizedStack.of("dev");
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    static String[] hostileBodies() {
        return HostileInput.bodies();
    }

    @ParameterizedTest
    @MethodSource("hostileBodies")
    void theBodyIsStoredAsItIs(String body) {
        JsonNode sent = sent(StorageApi.post()
                .header("Idempotency-Key", "k1")
                .context("requestTimeEpoch", 1_700_000_000_123L)
                .body(body));

        assertThat(sent.path("Item").size()).isEqualTo(5);
        assertThat(sent.at("/Item/id/S").asText()).isEqualTo("k1");
        assertThat(sent.at("/Item/payload/S").asText()).isEqualTo(body);
        assertThat(sent.at("/Item/receivedAt/N").textValue()).isEqualTo("1700000000123");
        assertThat(sent.at("/Item/queuedAt/N").textValue()).isEqualTo("1700000000123");
        assertThat(sent.at("/Item/status/S").asText()).isEqualTo("RECEIVED");
    }

    @Test
    void aStoredRequestIsNeverOverwritten() {
        JsonNode sent = sent(StorageApi.post());

        assertThat(sent.path("TableName").asText()).isEqualTo("ledger");
        assertThat(sent.path("ConditionExpression").asText()).isEqualTo("attribute_not_exists(id)");
        assertThat(sent.size()).isEqualTo(3);
    }

    static String[] hostileKeys() {
        return HostileInput.keys();
    }

    @ParameterizedTest
    @MethodSource("hostileKeys")
    void aHostileKeyDoesNotReachTheTable(String key) {
        JsonNode sent = sent(StorageApi.post().header("Idempotency-Key", key).body("{}"));

        assertThat(sent.at("/Item/id/S").asText()).isEqualTo(StorageApi.REQUEST_ID);
        assertThat(sent.path("Item").size()).isEqualTo(5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "\"", "\u00E4"})
    void whatWouldNotFitIntoTheWorkQueueIsRefusedByDynamoDb(String character) {
        int bytes = character.equals("a") ? 1 : character.equals("\"") ? 2 : 6;
        String largest = character.repeat(192 * 1024 / bytes);

        assertThat(sent(StorageApi.post().body(largest)).at("/Item/payload/S").asText())
                .isEqualTo(largest);
        assertThat(sent(StorageApi.post().body(largest + character)).path("Item"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "429, com.amazonaws.dynamodb.v20120810#ProvisionedThroughputExceededException",
        "429, com.amazonaws.dynamodb.v20120810#RequestLimitExceeded",
        "429, com.amazonaws.dynamodb.v20120810#ThrottlingException",
        "400, com.amazon.coral.validate#ValidationException",
        "500, com.amazonaws.dynamodb.v20120810#ResourceNotFoundException",
        "500, com.amazonaws.dynamodb.v20120810#TransactionConflictException",
        "500, com.amazon.coral.service#AccessDeniedException",
    })
    void theErrorCodeOfDynamoDbDecides(int status, String code) {
        String body = "{\"__type\":\"" + code + "\",\"message\":\"arn:aws:dynamodb\"}";

        StorageResponsesTest.assertError(StorageApi.answer(StorageApi.post(), 400, body), status);
    }

    @Test
    void aRequestThatIsStoredAlreadyIsASuccess() {
        String body = "{\"__type\":\"com.amazonaws.dynamodb.v20120810#ConditionalCheckFailedException\","
                + "\"message\":\"The conditional request failed\"}";
        var response = StorageApi.answer(StorageApi.post(), 400, body);

        assertThat(response.status()).isEqualTo(200);
        assertThat(StorageApi.json(response)).isEqualTo(Map.of("duplicate", true, "requestId", StorageApi.REQUEST_ID));
    }

    @Test
    void theApiMayOnlyPutIntoTheTable() {
        JsonNode statement = DEV.onlyStatementOf("StorageFirstRole");

        assertThat(statement.path("Action").asText()).isEqualTo("dynamodb:PutItem");
        assertThat(DEV.properties(statement.at("/Resource/Fn::GetAtt/0").asText())
                        .at("/KeySchema/0/AttributeName")
                        .asText())
                .isEqualTo("id");
    }

    private static JsonNode sent(ClientRequest request) {
        try {
            return JSON.readTree(request.render(StorageFirst.requestTemplate("ledger")));
        } catch (JsonProcessingException e) {
            throw new AssertionError("DynamoDB gets no JSON", e);
        }
    }
}
