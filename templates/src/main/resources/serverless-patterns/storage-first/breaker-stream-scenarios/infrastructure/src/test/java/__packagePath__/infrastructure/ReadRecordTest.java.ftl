package [=package].infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

[@imports]
import [=package].infrastructure.asl.Execution;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
[/@imports]

/** What a record of the stream is for the work. */
class ReadRecordTest {
    private final LocalBreaker breaker = new LocalBreaker();

    @Test
    void theSampleEventIsARequest() throws IOException {
        JsonNode event = TestStorage.json(Files.readString(Path.of("..", "events", "pipe-event.json")));

        JsonNode request = request(event.get(0));

        assertThat(request.path("id").asText()).isEqualTo("sample-request-1");
        assertThat(request.path("receivedAt").asLong()).isEqualTo(1_767_225_600_000L);
        assertThat(request.path("body").asText()).isEqualTo("{\"name\": \"left-handed hammer\", \"quantity\": 3}");
        assertThat(breaker.service.done()).containsExactly("sample-request-1");
    }

    static String[] hostileBodies() {
        return HostileInput.bodies();
    }

    @ParameterizedTest
    @MethodSource("hostileBodies")
    void everyBodyArrivesAsItWasSent(String body) {
        JsonNode request = request(breaker.storage.bring("request-1", body).get(0));

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
                "{\"id\":\"\",\"receivedAt\":1,\"body\":\"\"}",
                "{\"id\":\"r1\",\"receivedAt\":\"1\",\"body\":\"\"}",
                "{\"id\":\"r1\",\"receivedAt\":1.5,\"body\":\"\"}",
                "{\"id\":\"r1\",\"receivedAt\":1,\"body\":{}}",
                "{\"id\":\"r1\",\"receivedAt\":1}",
            })
    void aRecordWithoutEnvelopeIsARequestOfItsOwn(String data) {
        JsonNode record = breaker.storage.stream.record("customer", TestStorage.base64(data));

        JsonNode request = request(record);

        assertThat(request.path("id")).isEqualTo(record.path("sequenceNumber"));
        assertThat(request.path("receivedAt").asLong()).isEqualTo(LocalBreaker.START.toEpochMilli());
        assertThat(request.path("body").textValue()).isEqualTo(data);
    }

    @Test
    void aTimeWithFractionsIsCutToMilliseconds() {
        JsonNode record = JsonNodeFactory.instance
                .objectNode()
                .put("sequenceNumber", "4959")
                .put("data", TestStorage.base64("no envelope"))
                .put("approximateArrivalTimestamp", 1545084650.987);

        assertThat(request(record).path("receivedAt").asLong()).isEqualTo(1_545_084_650_987L);
    }

    /** The work item that state {@code ReadMessage} makes of a record. */
    private JsonNode request(JsonNode record) {
        Execution execution =
                breaker.machine.run(JsonNodeFactory.instance.arrayNode().add(record));
        Map<String, JsonNode> outputs = execution.steps().stream()
                .collect(Collectors.toMap(step -> step.state(), step -> step.output(), (one, other) -> other));
        return outputs.get("ReadMessage");
    }
}
