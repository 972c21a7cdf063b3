package [=package].infrastructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

[@imports]
import [=package].infrastructure.apigateway.ClientRequest;
import [=package].infrastructure.apigateway.FormBody;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
[/@imports]

/** The entry: what reaches SQS, and what the client is told. */
class StorageFirstTest {
    /** What SQS answers when the message is stored. */
    static final String STORED = "{\"SendMessageResponse\":{\"SendMessageResult\":{\"MessageId\":\"m1\"}}}";

    private static final SynthesizedStack DEV = SynthesizedStack.of("dev");
    private static final String GROUP = "MessageGroupId";
    private static final String DEDUPLICATION = "MessageDeduplicationId";
    private static final String ID = "MessageAttribute.1.Value.StringValue";

    static String[] hostileBodies() {
        return HostileInput.bodies();
    }

    @ParameterizedTest
    @MethodSource("hostileBodies")
    void theBodyIsStoredAsItIs(String body) {
        var sent = sent(StorageApi.post()
                .header("Idempotency-Key", "k1")
                .header("Message-Group-Id", "customer-7")
                .body(body));

        assertThat(sent.get(DEDUPLICATION)).matches("k1_\\d+_[A-Za-z0-9]{0,32}");
        assertThat(sent)
                .containsExactly(
                        entry("Action", "SendMessage"),
                        entry("Version", "2012-11-05"),
                        entry("MessageBody", body),
                        entry(GROUP, "customer-7"),
                        entry(DEDUPLICATION, sent.get(DEDUPLICATION)),
                        entry("MessageAttribute.1.Name", "id"),
                        entry("MessageAttribute.1.Value.DataType", "String"),
                        entry(ID, "k1"));
    }

    @Test
    void anEmptyBodyIsStoredAsAnEmptyObject() {
        assertThat(sent(StorageApi.post())).containsEntry("MessageBody", "{}");
    }

    @Test
    void aRepeatedRequestIsOneMessageAndAnotherBodyIsNot() {
        String first = deduplicationId("k1", "{\"quantity\":3}");

        assertThat(deduplicationId("k1", "{\"quantity\":3}")).isEqualTo(first);
        assertThat(deduplicationId("k1", "{\"quantity\":4}")).isNotEqualTo(first);
        assertThat(deduplicationId("k2", "{\"quantity\":3}")).isNotEqualTo(first);
        assertThat(deduplicationId(HostileInput.LONGEST_KEY, "{\"quantity\":3}"))
                .hasSizeLessThanOrEqualTo(128);
    }

    @Test
    void withoutTheHeaderEachRequestIsAGroupOfItsOwn() {
        var elsewhere =
                StorageApi.post().queryParameter("Message-Group-Id", "g").header("X-Message-Group-Id", "g");

        assertThat(sent(StorageApi.post())).containsEntry(GROUP, StorageApi.REQUEST_ID);
        assertThat(sent(StorageApi.post().header("Idempotency-Key", "k1"))).containsEntry(GROUP, "k1");
        assertThat(sent(elsewhere)).containsEntry(GROUP, StorageApi.REQUEST_ID);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Message-Group-Id", "message-group-id", "MESSAGE-GROUP-ID"})
    void theClientNamesTheGroup(String header) {
        assertThat(sent(StorageApi.post().header(header, HostileInput.LONGEST_KEY)))
                .containsEntry(GROUP, HostileInput.LONGEST_KEY)
                .containsEntry(ID, StorageApi.REQUEST_ID);
    }

    static String[] hostileKeys() {
        return HostileInput.keys();
    }

    @ParameterizedTest
    @MethodSource("hostileKeys")
    void aGroupThatIsNotAllowedIsRefusedBySqsInsteadOfLosingTheOrder(String group) {
        assertThat(sent(StorageApi.post().header("Message-Group-Id", group)))
                .hasSize(8)
                .containsEntry(GROUP, "");
    }

    @ParameterizedTest
    @MethodSource("hostileKeys")
    void aHostileKeyDoesNotReachTheQueue(String key) {
        var sent = sent(StorageApi.post().header("Idempotency-Key", key).body("{}"));

        assertThat(sent)
                .hasSize(8)
                .containsEntry(ID, StorageApi.REQUEST_ID)
                .containsEntry(GROUP, StorageApi.REQUEST_ID);
        assertThat(sent.get(DEDUPLICATION)).matches(StorageApi.REQUEST_ID + "_\\d+_[A-Za-z0-9]{0,32}");
    }

    @ParameterizedTest
    @CsvSource({
        "429, RequestThrottled",
        "429, OverLimit",
        "400, MissingParameter",
        "400, InvalidParameterValue",
        "400, InvalidMessageContents",
        "400, com.amazonaws.sqs#InvalidMessageContents",
        "500, AWS.SimpleQueueService.NonExistentQueue",
    })
    void theErrorCodeOfSqsDecides(int status, String code) {
        String body = "{\"Error\":{\"Type\":\"Sender\",\"Code\":\"" + code + "\",\"Message\":\"arn:aws:sqs\"}}";

        StorageResponsesTest.assertError(StorageApi.answer(StorageApi.post(), 400, body), status);
    }

    @Test
    void theApiMayOnlySendToTheWorkQueue() {
        JsonNode statement = DEV.onlyStatementOf("StorageFirstRole");

        assertThat(statement.path("Action").asText()).isEqualTo("sqs:SendMessage");
        assertThat(DEV.properties(statement.at("/Resource/Fn::GetAtt/0").asText())
                        .has("RedrivePolicy"))
                .as("it is the work queue, not the dead-letter queue")
                .isTrue();
    }

    @Test
    void bothQueuesKeepTheOrderOfEachGroupAtHighThroughput() {
        List<JsonNode> queues = DEV.propertiesOf("AWS::SQS::Queue").stream()
                .filter(queue -> queue.path("FifoQueue").asBoolean())
                .toList();

        assertThat(queues).hasSize(2).allSatisfy(queue -> {
            assertThat(queue.path("DeduplicationScope").asText()).isEqualTo("messageGroup");
            assertThat(queue.path("FifoThroughputLimit").asText()).isEqualTo("perMessageGroupId");
            // It would take the same body under two ids for one request.
            assertThat(queue.path("ContentBasedDeduplication").asBoolean()).isFalse();
        });
    }

    private static String deduplicationId(String key, String body) {
        return sent(StorageApi.post().header("Idempotency-Key", key).body(body)).get(DEDUPLICATION);
    }

    private static Map<String, String> sent(ClientRequest request) {
        return FormBody.decode(request.render(StorageFirst.requestTemplate()));
    }
}
