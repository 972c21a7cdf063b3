[#assign text = slot("breaker.takes-text")?has_content]
package [=package].infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

[@imports]
import [=package].infrastructure.asl.Execution;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
[/@imports]

/** What the circuit breaker makes of the messages of devices. */
class ReadMessageTest {
    private final LocalBreaker breaker = new LocalBreaker();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"id":"m-1"}    | thing-1/m-1
            {"id":17}       | thing-1/17
            {"id":1.5}      | uuid-1
            {"id":"a b"}    | uuid-1
            {"id":null}     | uuid-1
            {"id":{"a":1}}  | uuid-1
            {}              | uuid-1
            [1]             | uuid-1
            no JSON         | uuid-1
            """)
    void aRequestIsKnownByTheIdOfTheDeviceElseOfTheRule(String payload, String id) {
        JsonNode request = read(StoredMessage.selected("uuid-1", bytes(payload)));

        assertThat(request.path("id").asText()).isEqualTo(id);
    }

    @Test
    void whatIsNoTextIsKeptByteForByte() {
        byte[] payload = {0, (byte) 0xff, (byte) 0xfe};

        JsonNode request = read(StoredMessage.selected("uuid-1", payload));

        assertThat(request.path("encoding").asText()).isEqualTo("base64");
        assertThat(Base64.getDecoder().decode(request.path("body").asText())).isEqualTo(payload);
        assertThat(request.has("device")).isFalse();
    }

    @Test
    void aPayloadThatIsJsonReachesTheWorkAsItIs() {
        JsonNode request = read(StoredMessage.selected("uuid-1", bytes("{\"name\":\"Käse\"}")));

[#if text]
        assertThat(request.path("body").asText()).isEqualTo("{\"name\":\"Käse\"}");
[#else]
        assertThat(Base64.getDecoder().decode(request.path("body").asText())).isEqualTo(bytes("{\"name\":\"Käse\"}"));
[/#if]
        assertThat(request.path("receivedAt").asLong()).isEqualTo(1767225600000L);
    }

    @Test
    void whatTheErrorActionParkedIsReadLikeAnyOther() {
        assertThat(read(StoredMessage.failed("trace-1", bytes("{\"id\":\"m-1\"}")))
                        .path("id")
                        .asText())
                .isEqualTo("thing-1/m-1");
        assertThat(read(StoredMessage.failed("trace-1", bytes("{}"))).path("id").asText())
                .isEqualTo("trace-1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"data", "topic", "uuid", "receivedAt"})
    void aMessageThatIsNotFromTheRuleIsSetAside(String missing) {
        ObjectNode selected = StoredMessage.selected("uuid-1", bytes("{}"));
        selected.remove(missing);

        bring(selected);

        assertThat(breaker.service.calls()).isZero();
        assertThat(breaker.storage.dead()).hasSize(1);
    }

    private JsonNode read(ObjectNode selected) {
        return bring(selected).steps().stream()
                .filter(step -> step.state().equals("ReadMessage"))
                .findFirst()
                .orElseThrow()
                .output();
    }

    private Execution bring(ObjectNode selected) {
        return breaker.machine.run(breaker.storage.bring(StoredMessage.message(selected)));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
