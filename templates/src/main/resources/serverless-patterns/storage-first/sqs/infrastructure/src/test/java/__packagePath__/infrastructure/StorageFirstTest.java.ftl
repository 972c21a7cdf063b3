package [=package].infrastructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

[@imports]
import [=package].infrastructure.apigateway.ClientRequest;
import [=package].infrastructure.apigateway.FormBody;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
[/@imports]

/** The entry: what reaches SQS, and what the client is told. */
class StorageFirstTest {
    /** What SQS answers when the message is stored. */
    static final String STORED = "{\"SendMessageResponse\":{\"SendMessageResult\":{\"MessageId\":\"m1\"}}}";

    private static final SynthesizedStack DEV = SynthesizedStack.of("dev");

    static String[] hostileBodies() {
        return HostileInput.bodies();
    }

    @ParameterizedTest
    @MethodSource("hostileBodies")
    void theBodyIsStoredAsItIs(String body) {
        assertThat(sent(StorageApi.post().header("Idempotency-Key", "k1").body(body)))
                .containsExactly(
                        entry("Action", "SendMessage"),
                        entry("Version", "2012-11-05"),
                        entry("MessageBody", body),
                        entry("MessageAttribute.1.Name", "id"),
                        entry("MessageAttribute.1.Value.DataType", "String"),
                        entry("MessageAttribute.1.Value.StringValue", "k1"));
    }

    @Test
    void anEmptyBodyIsStoredAsAnEmptyObject() {
        assertThat(sent(StorageApi.post())).containsEntry("MessageBody", "{}");
    }

    static String[] hostileKeys() {
        return HostileInput.keys();
    }

    @ParameterizedTest
    @MethodSource("hostileKeys")
    void aHostileKeyDoesNotReachTheQueue(String key) {
        assertThat(sent(StorageApi.post().header("Idempotency-Key", key).body("{}")))
                .hasSize(6)
                .containsEntry("MessageAttribute.1.Value.StringValue", StorageApi.REQUEST_ID);
    }

    @ParameterizedTest
    @CsvSource({
        "429, RequestThrottled",
        "429, OverLimit",
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

    private static Map<String, String> sent(ClientRequest request) {
        return FormBody.decode(request.render(StorageFirst.requestTemplate()));
    }
}
