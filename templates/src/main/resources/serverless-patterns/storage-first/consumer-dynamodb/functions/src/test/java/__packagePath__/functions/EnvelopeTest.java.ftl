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
    void theBodySurvivesThePipe(String body) {
        StoredRequest request = new StoredRequest("id-1", body, 1000);
        StoredRequest opened = Envelope.open(StoredMessages.message("m1", request));

        assertThat(opened).usingRecursiveComparison().isEqualTo(request);
    }

    @Test
    void whatTheSweeperSendsIsTheSameRequest() {
        SQSMessage message = new SQSMessage();
        message.setBody(new StreamRecord("id-1", "{\"name\":\"it's\"}", 1000)
                .message()
                .build()
                .messageBody());

        assertThat(Envelope.open(message))
                .usingRecursiveComparison()
                .isEqualTo(new StoredRequest("id-1", "{\"name\":\"it's\"}", 1000));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "secret",
                "",
                "[]",
                "null",
                "{\"eventName\":\"REMOVE\",\"dynamodb\":{\"Keys\":{\"id\":{\"S\":\"secret\"}}}}",
                "{\"dynamodb\":{\"NewImage\":{\"id\":{\"S\":\"secret\"}}}}",
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
