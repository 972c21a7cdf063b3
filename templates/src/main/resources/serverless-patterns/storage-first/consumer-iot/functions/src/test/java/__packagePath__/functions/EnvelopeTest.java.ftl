package [=package].functions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnvelopeTest {
    private static final String TOPIC = "shop/dev/things/thing-1";

    private final StoredMessages messages = new StoredMessages();

    @Test
    void noByteOfThePayloadIsLost() {
        byte[] all = new byte[256];
        for (int i = 0; i < all.length; i++) {
            all[i] = (byte) i;
        }

        StoredRequest request = Envelope.open(messages.message("m1", "u1", TOPIC, all));

        assertThat(request.content()).isEqualTo(all);
        assertThat(request.id()).isEqualTo("u1");
        assertThat(request.receivedAt()).isEqualTo(1767225600000L);
        assertThat(open(TOPIC, "").content()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"{\"id\":\"a-1_B\"} | thing-1/a-1_B", "{\"id\":17,\"x\":null} | thing-1/17"})
    void theIdOfTheDeviceHoldsWithinTheDevice(String payload, String id) {
        assertThat(open(TOPIC, payload).id()).isEqualTo(id);
        assertThat(open("shop/dev/things/thing-2", payload).id()).isNotEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "17",
                "null",
                "no JSON",
                "{\"id\":\"a\"} {}",
                "{\"id\":null}",
                "{\"id\":\"\"}",
                "{\"id\":\"a/b\"}",
                "{\"id\":\"a b\"}",
                "{\"id\":1.5}",
                "{\"id\":true}",
                "{\"id\":[\"a\"]}",
            })
    void withoutUsableIdEveryMessageIsARequestOfItsOwn(String payload) {
        assertThat(open(TOPIC, payload).id()).isEqualTo("u1");
    }

    @Test
    void anIdThatIsTooLongIsNotUsed() {
        assertThat(open(TOPIC, "{\"id\":\"" + "k".repeat(80) + "\"}").id()).hasSize("thing-1/".length() + 80);
        assertThat(open(TOPIC, "{\"id\":\"" + "k".repeat(81) + "\"}").id()).isEqualTo("u1");
    }

    @Test
    void whatTheErrorActionSetAsideOpensAfterARedrive() {
        String parked = """
                {
                  "ruleName": "rule",
                  "topic": "shop/dev/things/thing-1",
                  "cloudwatchTraceId": "7e146a2c-95b5-6caf-98b9-50e3969734c7",
                  "clientId": "thing-1",
                  "base64OriginalPayload": "%s",
                  "failures": [{"failedAction": "SqsAction", "failedResource": "q", "errorMessage": "AccessDenied"}]
                }
                """;

        StoredRequest named = Envelope.open(messages.message("m1", parked.formatted("eyJpZCI6Ijk5In0=")));
        StoredRequest unnamed = Envelope.open(messages.message("m1", parked.formatted("/w==")));

        assertThat(named.id()).isEqualTo("thing-1/99");
        assertThat(named.body()).isEqualTo("{\"id\":\"99\"}");
        assertThat(named.receivedAt()).isEqualTo(1767225600050L);
        assertThat(unnamed.id()).isEqualTo("7e146a2c-95b5-6caf-98b9-50e3969734c7");
        assertThat(unnamed.content()).containsExactly(0xff);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no JSON",
                "{}",
                "[]",
                "{\"data\":\"\",\"topic\":\"t\"}",
                "{\"data\":\"\",\"uuid\":\"u\"}",
                "{\"data\":1,\"topic\":\"t\",\"uuid\":\"u\"}",
                "{\"data\":\"%\",\"topic\":\"t\",\"uuid\":\"u\"}",
            })
    void whatIsNotFromTheRuleIsRejected(String body) {
        assertThatExceptionOfType(RejectedRequestException.class)
                .isThrownBy(() -> Envelope.open(messages.message("m1", body)));
    }

    private StoredRequest open(String topic, String payload) {
        return Envelope.open(messages.message("m1", "u1", topic, payload.getBytes(StandardCharsets.UTF_8)));
    }
}
