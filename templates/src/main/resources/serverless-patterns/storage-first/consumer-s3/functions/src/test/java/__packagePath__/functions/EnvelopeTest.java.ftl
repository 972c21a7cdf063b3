package [=package].functions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.s3.model.S3Exception;

class EnvelopeTest {
    private static final int LARGEST = 10 * 1024 * 1024;

    private final StoredMessages messages = new StoredMessages();

    @Test
    void readsTheVersionThatWasStoredByteForByte() {
        byte[] content = {0, -1, 13, 10, (byte) 0xc3};
        put("v1", content, Map.of());
        put("v2", "another".getBytes(StandardCharsets.UTF_8), Map.of());

        StoredRequest request = open("v1", content.length);

        assertThat(request.content()).isEqualTo(content);
        assertThat(request.id()).isEqualTo("r1");
        assertThat(request.receivedAt()).isEqualTo(1767225600000L);
    }

    @Test
    void theKeyOfTheClientIsTheId() {
        put("v1", new byte[0], Map.of("idempotency-key", "k".repeat(80)));

        assertThat(open("v1", 0).id()).isEqualTo("k".repeat(80));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "k 1", "../k1", "k1\n", "k.1", "k'1", "k\u00e91"})
    void aKeyThatIsNotAllowedIsNotTheId(String key) {
        put("v1", new byte[0], Map.of("idempotency-key", key));
        put("v2", new byte[0], Map.of("idempotency-key", "k".repeat(81)));

        assertThat(open("v1", 0).id()).isEqualTo("r1");
        assertThat(open("v2", 0).id()).isEqualTo("r1");
    }

    @Test
    void aDeletedObjectIsPoison() {
        put("v1", new byte[0], Map.of());
        messages.s3.delete(StoredMessages.BUCKET, "inbox/r1", "v1");

        assertThatExceptionOfType(RejectedRequestException.class)
                .isThrownBy(() -> open("v1", 0))
                .withMessage("object was deleted");
    }

    @ParameterizedTest
    @ValueSource(ints = {403, 500, 503})
    void whatMayPassIsNotPoison(int status) {
        put("v1", new byte[0], Map.of());
        messages.s3.failsWith = status;

        assertThatExceptionOfType(S3Exception.class).isThrownBy(() -> open("v1", 0));
    }

    @Test
    void anObjectThatIsTooLargeIsNotRead() {
        put("v1", new byte[0], Map.of());
        messages.s3.failsWith = 500;

        assertThatExceptionOfType(RejectedRequestException.class).isThrownBy(() -> open("v1", LARGEST + 1));
        assertThatExceptionOfType(S3Exception.class).isThrownBy(() -> open("v1", LARGEST));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no JSON", "{}", "[]", "{\"detail\":{\"bucket\":{\"name\":\"b\"}}}"})
    void whatPointsToNoRequestIsRejected(String body) {
        assertRejected(StoredMessages.message("m1", body));
        assertRejected(StoredMessages.message("m1", StoredMessages.event("elsewhere/r1", "v1", 0)));
        assertRejected(StoredMessages.message("m1", StoredMessages.event("inbox/r1", "", 0)));
    }

    private void assertRejected(SQSMessage message) {
        assertThatExceptionOfType(RejectedRequestException.class).isThrownBy(() -> messages.open(message));
    }

    private void put(String version, byte[] content, Map<String, String> metadata) {
        messages.s3.put(StoredMessages.BUCKET, "inbox/r1", version, content, metadata);
    }

    private StoredRequest open(String version, long size) {
        return messages.open(StoredMessages.message("m1", StoredMessages.event("inbox/r1", version, size)));
    }
}
