package [=package].infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

[@imports]
import [=package].infrastructure.asl.Execution;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
[/@imports]

/** What the circuit breaker makes of pointers to objects. */
class ReadMessageTest {
    private static final String KEY = "inbox/request-1";

    private final LocalBreaker breaker = new LocalBreaker();
    private final VirtualBucket bucket = breaker.storage.bucket;

    @ParameterizedTest
    @CsvSource({"key-1, key-1", "a b, request-1", "'', request-1"})
    void aRequestIsKnownByTheKeyOfTheClientElseByItsObject(String idempotencyKey, String id) {
        bucket.put(KEY, "{}");
        bucket.idempotencyKeys.put(KEY, idempotencyKey);

        JsonNode request = bring(StoredMessage.pointer(KEY, 2)).steps().stream()
                .filter(step -> step.state().equals("ReadMessage"))
                .findFirst()
                .orElseThrow()
                .output();

        assertThat(request.path("id").asText()).isEqualTo(id);
        assertThat(request.path("receivedAt").asLong()).isEqualTo(1767225600000L);
    }

    @Test
    void anObjectThatWasDeletedIsSetAside() {
        bring(StoredMessage.pointer(KEY, 2));

        setAside("object was deleted");
    }

    @ParameterizedTest
    @CsvSource({"outbox/request-1, 2", "inbox/request-1, 10485761"})
    void whatPointsToNoRequestIsSetAside(String key, long size) {
        bring(StoredMessage.pointer(key, size));

        setAside("message is no stored request");
    }
[#if slot("breaker.takes-text")?has_content]

    @Test
    void anObjectThatDoesNotFitIsSetAside() {
        bucket.failsWith = "States.DataLimitExceeded";

        bring(StoredMessage.pointer(KEY, 300_000));

        setAside("object is larger than 256 KB");
    }
[/#if]

    @ParameterizedTest
    @ValueSource(strings = {"S3.S3Exception", "S3.SdkClientException", "States.Timeout"})
    void anOutageOfTheBucketIsNoneOfTheService(String error) {
        bucket.failsWith = error;

        Execution execution = bring(StoredMessage.pointer(KEY, 2));

        assertThat(execution.error()).isEqualTo("Storage.Failed");
        assertThat(breaker.service.calls()).isZero();
        assertThat(breaker.status()).isEqualTo("CLOSED");
        assertThat(breaker.storage.dead()).isEmpty();
    }

[#if slot("pipe.invocation")?trim == "FIRE_AND_FORGET"]
    @Test
    void whatCouldNotBeReadGoesBackAsItWas() {
        bucket.failsWith = "S3.S3Exception";
        ObjectNode sent = StoredMessage.pointer(KEY, 2);

        bring(sent);

        var back = breaker.storage.queue.received();
        assertThat(back).hasSize(2);
        assertThat(back.get(1).path("Body")).isEqualTo(sent.path("MessageBody"));
        JsonNode attributes = back.get(1).path("MessageAttributes");
        assertThat(attributes.at("/id/StringValue").asText()).isEqualTo("request-1");
        assertThat(attributes.at("/receivedAt/StringValue").asText()).isEqualTo("1767225600000");
        assertThat(attributes.properties()).as("nothing has failed").hasSize(2);
    }

    @Test
    void whatTheClientNamedKeepsItsNameWhenItCannotBeRead() {
        ObjectNode sent = StoredMessage.pointer(KEY, 2);
        sent.putObject("MessageAttributes")
                .putObject("id")
                .put("DataType", "String")
                .put("StringValue", "key-1");
        bucket.failsWith = "S3.S3Exception";

        bring(sent);

        var back = breaker.storage.queue.received().get(1);
        assertThat(back.at("/MessageAttributes/id/StringValue").asText()).isEqualTo("key-1");
    }

[/#if]
    private void setAside(String reason) {
        assertThat(breaker.service.calls()).isZero();
        var dead = breaker.storage.dead().get(0);
        assertThat(dead.at("/MessageAttributes/reason/StringValue").asText()).isEqualTo(reason);
    }

    private Execution bring(ObjectNode message) {
        return breaker.machine.run(breaker.storage.bring(message));
    }
}
