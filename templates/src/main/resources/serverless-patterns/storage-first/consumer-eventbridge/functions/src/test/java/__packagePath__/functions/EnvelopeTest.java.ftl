package [=package].functions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnvelopeTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"name\":\"it's\"}",
                "{\"name\":\"say \\\"hi\\\" \\\\ \\u0027\"}",
                "line\nline\r\n\ttab",
                "\u00E4\u2028\uD83D\uDE80 <&> </script>",
                "",
            })
    void theBodySurvivesTheRule(String body) {
        StoredRequest request = new StoredRequest("id-1", body, 1000);
        StoredRequest opened = Envelope.open(StoredMessages.message("m1", request));

        assertThat(opened).usingRecursiveComparison().isEqualTo(request);
    }

    @Test
    void aReplayedEventIsTheSameRequest() {
        StoredRequest request = new StoredRequest("id-1", "body", 1000);
        SQSMessage replayed = StoredMessages.message("m2", request);
        replayed.setBody(replayed.getBody().replace("\"version\":\"0\"", "\"version\":\"0\",\"replay-name\":\"r1\""));

        assertThat(replayed.getBody()).contains("replay-name");
        assertThat(Envelope.open(replayed)).usingRecursiveComparison().isEqualTo(request);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "secret",
                "",
                "[]",
                "null",
                "{\"detail\":{\"id\":\"secret\"}}",
                "{\"detail\":{\"id\":\"id-1\",\"receivedAt\":1,\"body\":{\"name\":\"secret\"}}}",
                "{\"detail\":{\"id\":7,\"receivedAt\":1,\"body\":\"secret\"}}",
            })
    void opensNothingElseAndDoesNotQuoteIt(String text) {
        SQSMessage message = new SQSMessage();
        message.setBody(text);

        assertThatExceptionOfType(RejectedRequestException.class)
                .isThrownBy(() -> Envelope.open(message))
                .withNoCause()
                .withMessageNotContaining("secret");
    }
}
