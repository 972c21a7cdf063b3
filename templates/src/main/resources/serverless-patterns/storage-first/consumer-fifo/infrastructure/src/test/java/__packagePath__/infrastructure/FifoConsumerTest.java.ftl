package [=package].infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

/** What differs for a FIFO queue. */
class FifoConsumerTest {
    private static final SynthesizedStack DEV = SynthesizedStack.of("dev");

    @Test
    void lambdaRefusesABatchingWindowOnAFifoQueue() {
        assertThat(DEV.onlyOne("AWS::Lambda::EventSourceMapping").has("MaximumBatchingWindowInSeconds"))
                .isFalse();
    }

    /** A FIFO queue counts the retention again from each move: queue, dead-letter queue, and the queue once more. */
    @Test
    void theLedgerRemembersThroughARedrive() {
        JsonNode function = DEV.propertiesOf("AWS::Lambda::Function").stream()
                .filter(candidate -> candidate.path("Handler").asText().endsWith("Process[=Resources]Handler"))
                .findFirst()
                .orElseThrow();

        assertThat(function.at("/Environment/Variables/RETAIN_DAYS").asInt()).isGreaterThan(10 + 14 + 10);
    }
}
