package [=package].infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

[@imports]
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.junit.jupiter.api.Test;
[/@imports]

/** What becomes of records whose work is not done, and of those behind them. */
class FailedRecordTest {
    private final PipedCircuit circuit = new PipedCircuit();
    private final VirtualStream stream = circuit.storage.stream;

    @Test
    void aRejectedRequestIsSetAsideAtOnceAndItsShardGoesOn() {
        circuit.storage.store("request-1", "customer");
        circuit.storage.store("request-2", "customer");
        circuit.service.rejects();
        circuit.pipe.poll();
        circuit.service.isUp();

        circuit.pipe.poll();

        assertThat(circuit.service.done()).containsExactly("request-2");
        assertThat(stream.size()).isZero();
        assertThat(circuit.breaker.status()).isEqualTo("CLOSED");
        assertThat(circuit.storage.dead()).hasSize(1);
    }

    @Test
    void aDeadLetterIsTheRecordWithIdAndReason() {
        JsonNode record = circuit.storage.bring("request-1", "{}").get(0);
        stream.put(record.path("partitionKey").asText(), record.path("data").asText());
        circuit.service.rejects();

        circuit.pipe.poll();

        JsonNode letter = circuit.storage.dead().get(0);
        JsonNode body = TestStorage.json(letter.path("MessageBody").asText());
        assertThat(body.properties()).hasSize(2);
        assertThat(body.path("PartitionKey")).isEqualTo(record.path("partitionKey"));
        assertThat(body.path("Data")).isEqualTo(record.path("data"));
        assertThat(attribute(letter, "id")).isEqualTo("request-1");
        assertThat(attribute(letter, "reason")).isNotBlank();
    }

    @Test
    void whatSqsRefusesIsNotInADeadLetter() {
        stream.put("key \uFFFE\u0001é", TestStorage.base64("no envelope"));
        circuit.service.rejects();

        circuit.pipe.poll();

        assertThat(circuit.storage.dead().get(0).path("MessageBody").asText())
                .startsWith("{\"PartitionKey\":\"key ?\\u0001é\"");
        assertThat(stream.size()).isZero();
    }

    @Test
    void whatWasSetAsideCanBePutBack() {
        circuit.storage.store("request-1", "customer");
        circuit.service.rejects();
        circuit.pipe.poll();
        circuit.service.isUp();

        circuit.storage.putBack();
        circuit.pipe.poll();

        assertThat(circuit.service.done()).containsExactly("request-1");
        assertThat(circuit.storage.size()).isZero();
    }

    @Test
    void aRecordThatFailsKeepsItsShardWaitingAndNoOther() {
        circuit.breaker.force("CLOSED");
        circuit.service.isDown();
        circuit.storage.store("request-1", "customer");
        circuit.storage.store("request-2", "customer");
        circuit.pipe.poll();
        circuit.service.isUp();
        circuit.storage.store("request-3", keyOfAnotherShard("customer"));

        assertThat(circuit.pipe.poll()).isPresent();
        assertThat(circuit.pipe.poll()).isEmpty();
        assertThat(circuit.service.done()).containsExactly("request-3");

        circuit.run(Duration.ofMinutes(1));
        assertThat(circuit.service.done()).containsExactly("request-3", "request-1", "request-2");
    }

    @Test
    void aRecordThatAlwaysFailsIsNeverGivenUpByTheCircuitBreaker() {
        circuit.breaker.force("CLOSED");
        circuit.service.isDown();
        circuit.store(1);

        circuit.run(Duration.ofHours(2));

        assertThat(circuit.service.calls()).isGreaterThan(100);
        assertThat(circuit.storage.dead()).isEmpty();
        assertThat(stream.size()).isEqualTo(1);
    }

    @Test
    void anOutageKeepsTheOrderOfEachPartitionKey() {
        circuit.service.isDown();
        for (int number = 0; number < 200; number++) {
            circuit.storage.store("customer-" + number % 10 + "-" + number, "customer-" + number % 10);
        }
        circuit.run(Duration.ofMinutes(30));
        circuit.service.isUp();

        circuit.run(Duration.ofMinutes(30));

        assertThat(circuit.service.done()).hasSize(200);
        for (int customer = 0; customer < 10; customer++) {
            String prefix = "customer-" + customer + "-";
            assertThat(circuit.service.done().stream()
                            .filter(id -> id.startsWith(prefix))
                            .map(id -> Integer.valueOf(id.substring(prefix.length()))))
                    .isSorted();
        }
    }
[#if lines("breaker.throttled")?has_content]

    @Test
    void whatWeThrottleOurselvesComesAgainInItsOrder() {
        circuit.storage.store("request-1", "customer");
        circuit.storage.store("request-2", "customer");
        circuit.service.throttles();
        circuit.pipe.poll();
        assertThat(circuit.breaker.status()).isEqualTo("CLOSED");
        circuit.service.isUp();

        circuit.run(Duration.ofMinutes(1));

        assertThat(circuit.service.done()).containsExactly("request-1", "request-2");
        assertThat(circuit.storage.dead()).isEmpty();
    }
[/#if]
[#if slot("work")?has_content]

    @Test
    void aRequestThatIsStoredTwiceIsWorkedOnOnce() {
        circuit.storage.store("request-1", "customer");
        circuit.storage.store("request-1", "customer");

        circuit.run(Duration.ofMinutes(1));

        assertThat(circuit.service.done()).containsExactly("request-1");
        assertThat(stream.size()).isZero();
    }
[/#if]

    private static String attribute(JsonNode letter, String name) {
        return letter.at("/MessageAttributes/" + name + "/StringValue").asText();
    }

    private static String keyOfAnotherShard(String key) {
        return (char) (key.charAt(0) + 1) + key.substring(1);
    }
}
