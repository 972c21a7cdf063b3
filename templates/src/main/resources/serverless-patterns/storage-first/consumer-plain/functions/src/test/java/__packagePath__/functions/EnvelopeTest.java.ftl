package [=package].functions;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import org.junit.jupiter.api.Test;

class EnvelopeTest {
    @Test
    void theAttributeIsTheId() {
        StoredRequest request = Envelope.open(new StoredMessages().message("m1", "id-1", "{}"));

        assertThat(request.id()).isEqualTo("id-1");
        assertThat(request.body()).isEqualTo("{}");
        assertThat(request.receivedAt()).isEqualTo(1767225600000L);
    }

    @Test
    void aMessageWithoutIdIsKnownByItsMessageId() {
        SQSMessage blank = new StoredMessages().message("m1", " ", "{}");
        SQSMessage without = new StoredMessages().message("m2", "", "{}");
        without.setMessageAttributes(null);

        assertThat(Envelope.open(blank).id()).isEqualTo("m1");
        assertThat(Envelope.open(without).id()).isEqualTo("m2");
    }
}
