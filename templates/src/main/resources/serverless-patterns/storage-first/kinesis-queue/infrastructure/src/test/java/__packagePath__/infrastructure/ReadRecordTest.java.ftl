package [=package].infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

[@imports]
import [=package].infrastructure.asl.Execution;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
[/@imports]

/** What a record of the stream is for the work. */
class ReadRecordTest {
    private final LocalBreaker breaker = new LocalBreaker();

    static String[] hostileBodies() {
        return HostileInput.bodies();
    }

    @ParameterizedTest
    @MethodSource("hostileBodies")
    void everyBodyArrivesAsItWasSent(String body) {
        JsonNode request = request(StoredMessage.of("request-1", "customer", body));

        assertThat(request.path("id").asText()).isEqualTo("request-1");
        assertThat(request.path("receivedAt").asLong()).isEqualTo(1_767_225_600_000L);
        assertThat(request.path("body").textValue()).isEqualTo(body);
        assertThat(request.properties()).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no JSON",
                "",
                "5",
                "null",
                "[]",
                "{}",
                "{\"id\":\"no word\",\"receivedAt\":1,\"body\":\"\"}",
                "{\"id\":\"r1\",\"receivedAt\":\"1\",\"body\":\"\"}",
                "{\"id\":\"r1\",\"receivedAt\":1.5,\"body\":\"\"}",
                "{\"id\":\"r1\",\"receivedAt\":1,\"body\":{}}",
                "{\"id\":\"r1\",\"receivedAt\":1}",
            })
    void aRecordWithoutEnvelopeIsARequestOfItsOwn(String data) {
        JsonNode request = request(StoredMessage.record("customer", data));

        assertThat(request.path("id").asText()).isEqualTo("4959");
        assertThat(request.path("receivedAt").asLong()).isEqualTo(1_767_225_600_987L);
        assertThat(request.path("body").textValue()).isEqualTo(data);
        assertThat(request.properties()).hasSize(3);
    }

    /** The work item that state {@code ReadMessage} makes of a record. */
    private JsonNode request(ObjectNode message) {
        Execution execution = breaker.machine.run(breaker.storage.bring(message));
        return execution.steps().stream()
                .filter(step -> step.state().equals("ReadMessage"))
                .findFirst()
                .orElseThrow()
                .output();
    }
}
