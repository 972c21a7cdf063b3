package [=package].functions;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import org.junit.jupiter.api.Test;

class EnvelopeTest {
    private static final StoredRequest REQUEST = new StoredRequest("id-1", "{\"a\": 1}", 1000);

    @Test
    void opensWhatApiGatewaySends() {
        assertThat(Envelope.open(SampleMessages.message("m1", REQUEST))).isEqualTo(REQUEST);
    }

    @Test
    void knowsAMessageWithoutIdByItsMessageId() {
        SQSMessage blank = SampleMessages.message("m1", new StoredRequest(" ", "body", 0));
        SQSMessage without = SampleMessages.message("m2", REQUEST);
        without.setMessageAttributes(null);

        assertThat(Envelope.open(blank).id()).isEqualTo("m1");
        assertThat(Envelope.open(without).id()).isEqualTo("m2");
    }
}
