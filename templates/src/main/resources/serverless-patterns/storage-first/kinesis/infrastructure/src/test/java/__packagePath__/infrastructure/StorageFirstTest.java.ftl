package [=package].infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

[@imports]
import [=package].infrastructure.apigateway.ClientRequest;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
[/@imports]

/** The entry: what reaches Kinesis, and what the client is told. */
class StorageFirstTest {
    /** What Kinesis answers when the record is stored. */
    static final String STORED = "{\"SequenceNumber\":\"4959\",\"ShardId\":\"shardId-000000000000\"}";

    private static final long NOW = 1_767_225_600_000L;
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
        JsonNode record = put(post().header("Idempotency-Key", "k1").body(body));
        JsonNode envelope = envelope(record);

        assertThat(record.properties()).hasSize(3);
        assertThat(record.path("StreamName").asText()).isEqualTo("requests");
        assertThat(envelope.properties()).hasSize(3);
        assertThat(envelope.path("id").asText()).isEqualTo("k1");
        assertThat(envelope.path("receivedAt").asLong()).isEqualTo(NOW);
        assertThat(envelope.path("body").textValue()).isEqualTo(body);
    }

    @Test
    void anEmptyBodyIsStoredAsAnEmptyObject() {
        assertThat(envelope(put(post())).path("body").textValue()).isEqualTo("{}");
    }

    static String[] hostileKeys() {
        return HostileInput.keys();
    }

    @ParameterizedTest
    @MethodSource("hostileKeys")
    void aHostileKeyDoesNotReachTheStream(String key) {
        JsonNode record = put(post().header("Idempotency-Key", key).body("{}"));

        assertThat(envelope(record).path("id").asText()).isEqualTo(StorageApi.REQUEST_ID);
        assertThat(record.path("PartitionKey").asText()).isEqualTo(StorageApi.REQUEST_ID);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Partition-Key", "partition-key", "PARTITION-KEY"})
    void thePartitionKeyOfTheClientSaysWhatStaysInOrder(String headerName) {
        JsonNode record = put(post().header("Idempotency-Key", "k1").header(headerName, "customer 7"));

        assertThat(record.path("PartitionKey").asText()).isEqualTo("customer 7");
        assertThat(envelope(record).path("id").asText()).isEqualTo("k1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Partition-Key2", "X-Partition-Key", "Partition_Key"})
    void withoutPartitionKeyTheIdSpreadsRequests(String otherHeader) {
        JsonNode record = put(post().header("Idempotency-Key", "k1").header(otherHeader, "customer 7"));

        assertThat(record.path("PartitionKey").asText()).isEqualTo("k1");
        assertThat(put(post().header("Partition-Key", "")).path("PartitionKey").asText())
                .isEqualTo(StorageApi.REQUEST_ID);
    }

    @ParameterizedTest
    @MethodSource("hostileBodies")
    void aHostilePartitionKeyIsOnlyAKey(String key) {
        JsonNode record = put(post().header("Partition-Key", key).body("{}"));

        assertThat(record.properties()).hasSize(3);
        assertThat(record.path("PartitionKey").textValue()).isEqualTo(key);
        assertThat(record.path("StreamName").asText()).isEqualTo("requests");
    }

    @Test
    void whatIsTooLargeIsSentSoThatKinesisRefusesIt() {
        String overhead =
                new String(data(put(post().header("Idempotency-Key", "k1").body(" "))), StandardCharsets.US_ASCII);
        int largest = 180 * 1024 - overhead.length() + 1;

        JsonNode fits = put(post().header("Idempotency-Key", "k1").body("x".repeat(largest)));
        JsonNode tooLarge = put(post().header("Partition-Key", "p").body("x".repeat(largest + 100)));

        assertThat(data(fits)).hasSize(180 * 1024);
        assertThat(tooLarge.path("PartitionKey").asText()).isEmpty();
        assertThat(tooLarge.path("Data").asText()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "429, ProvisionedThroughputExceededException",
        "429, KMSThrottlingException",
        "429, com.amazonaws.kinesis.v20131202#ProvisionedThroughputExceededException",
        "400, ValidationException",
        "400, InvalidArgumentException",
        "500, ResourceNotFoundException",
        "500, KMSDisabledException",
        "500, AccessDeniedException",
    })
    void theErrorCodeOfKinesisDecides(int status, String code) {
        String body = "{\"__type\":\"" + code + "\",\"message\":\"Rate exceeded for arn:aws:kinesis\"}";

        StorageResponsesTest.assertError(StorageApi.answer(StorageApi.post(), 400, body), status);
    }

    @Test
    void theApiMayOnlyPutIntoTheStream() {
        JsonNode statement = DEV.onlyStatementOf("StorageFirstRole");

        assertThat(statement.path("Action").asText()).isEqualTo("kinesis:PutRecord");
        assertThat(statement.at("/Resource/Fn::GetAtt/0").asText()).startsWith("Stream");
    }

    private static ClientRequest post() {
        return StorageApi.post().context("requestTimeEpoch", NOW);
    }

    private static JsonNode put(ClientRequest request) {
        return json(request.render(StorageFirst.requestTemplate("requests")));
    }

    private static JsonNode envelope(JsonNode record) {
        return json(new String(data(record), StandardCharsets.US_ASCII));
    }

    private static byte[] data(JsonNode record) {
        return Base64.getDecoder().decode(record.path("Data").asText());
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError("No JSON: " + text, e);
        }
    }
}
