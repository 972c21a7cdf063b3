package [=package].infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

[@imports]
import [=package].infrastructure.apigateway.ClientRequest;
import [=package].infrastructure.apigateway.ClientResponse;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
[/@imports]

/** The entry: what reaches EventBridge, and what the client is told. */
class StorageFirstTest {
    /** What EventBridge answers when the request is stored. */
    static final String STORED = "{\"FailedEntryCount\":0,\"Entries\":[{\"EventId\":\"e1\"}]}";

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
        JsonNode detail = detail(sent);

        assertThat(sent.path("Entries")).hasSize(1);
        assertThat(sent.size()).isEqualTo(1);
        assertThat(detail.size()).isEqualTo(3);
        assertThat(detail.path("id").textValue()).isEqualTo("k1");
        assertThat(detail.path("receivedAt").longValue()).isEqualTo(1_700_000_000_123L);
        assertThat(detail.path("body").textValue()).isEqualTo(body);
    }

    @Test
    void noClientChoosesTheBusOrTheRule() {
        JsonNode entry =
                sent(StorageApi.post().body("{\"Source\": \"aws.s3\"}")).at("/Entries/0");

        assertThat(entry.size()).isEqualTo(4);
        assertThat(entry.path("EventBusName").asText()).isEqualTo("bus");
        assertThat(entry.path("Source").asText()).isEqualTo("api");
        assertThat(entry.path("DetailType").asText()).isEqualTo("Request received");
    }

    static String[] hostileKeys() {
        return HostileInput.keys();
    }

    @ParameterizedTest
    @MethodSource("hostileKeys")
    void aHostileKeyDoesNotReachTheBus(String key) {
        JsonNode detail =
                detail(sent(StorageApi.post().header("Idempotency-Key", key).body("{}")));

        assertThat(detail.path("id").asText()).isEqualTo(StorageApi.REQUEST_ID);
        assertThat(detail.size()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "\"", "\u00E4"})
    void whatWouldNotFitIntoTheWorkQueueIsRefusedByEventBridge(String character) {
        int bytes = character.equals("a") ? 1 : character.equals("\"") ? 2 : 6;
        String largest = character.repeat(192 * 1024 / bytes);

        assertThat(detail(sent(StorageApi.post().body(largest))).path("body").asText())
                .isEqualTo(largest);
        assertThat(sent(StorageApi.post().body(largest + character)).path("Entries"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "429, ThrottlingException",
        "429, LimitExceededException",
        "503, InternalFailure",
        "503, InternalException",
        "500, AccessDeniedException",
        "500, InvalidArgument",
        "500, MalformedDetail",
        "500, NotAuthorizedForSourceException",
        "500, SomethingNew",
        "500, ''",
    })
    void anEventThatWasNotTakenIsNoSuccess(int status, String code) {
        String entry = "{\"ErrorCode\":\"" + code + "\",\"ErrorMessage\":\"arn:aws:events 123456789012\"}";

        StorageResponsesTest.assertError(answer("{\"FailedEntryCount\":1,\"Entries\":[" + entry + "]}"), status);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "[]",
                "null",
                "{\"FailedEntryCount\":0}",
                "{\"FailedEntryCount\":0,\"Entries\":[]}",
                "{\"FailedEntryCount\":0,\"Entries\":[{}]}",
                "{\"FailedEntryCount\":0,\"Entries\":[{\"EventId\":null}]}",
                "{\"FailedEntryCount\":0,\"Entries\":[{\"EventId\":\"e1\",\"ErrorCode\":\"SomethingNew\"}]}",
                "{\"FailedEntryCount\":1,\"Entries\":[{\"EventId\":\"e1\"}]}",
                "{\"FailedEntryCount\":null,\"Entries\":[{\"EventId\":\"e1\"}]}",
                "{\"Entries\":[{\"EventId\":\"e1\"}]}",
            })
    void anAnswerThatDoesNotSaySoIsNoSuccess(String awsBody) {
        StorageResponsesTest.assertError(answer(awsBody), 500);
    }

    @Test
    void anAnswerThatIsNoJsonIsNoSuccess() {
        assertThat(answer("{\"FailedEntryCount\":0,\"Entries\":[{\"EventId\":\"e1")
                        .status())
                .isEqualTo(500);
    }

    @ParameterizedTest
    @CsvSource({
        "429, ThrottlingException",
        "400, ValidationException",
        "400, com.amazon.coral.validate#ValidationException",
        "500, ResourceNotFoundException",
        "500, AccessDeniedException",
    })
    void theErrorCodeOfEventBridgeDecides(int status, String code) {
        String body = "{\"__type\":\"" + code + "\",\"message\":\"arn:aws:events\"}";

        StorageResponsesTest.assertError(StorageApi.answer(StorageApi.post(), 400, body), status);
    }

    @Test
    void theApiMayOnlyPutItsEventsOnTheBus() {
        JsonNode statement = DEV.onlyStatementOf("StorageFirstRole");

        assertThat(statement.path("Action").asText()).isEqualTo("events:PutEvents");
        assertThat(statement.at("/Resource/Fn::GetAtt/0").asText()).startsWith("Requests");
        assertThat(statement.at("/Condition/StringEquals/events:source").asText())
                .isEqualTo("api");
    }

    private static ClientResponse answer(String awsBody) {
        return StorageApi.answer(StorageApi.post(), 200, awsBody);
    }

    static JsonNode sent(ClientRequest request) {
        return json(request.render(StorageFirst.requestTemplate("bus")));
    }

    private static JsonNode detail(JsonNode sent) {
        return json(sent.at("/Entries/0/Detail").textValue());
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError("EventBridge gets no JSON", e);
        }
    }
}
