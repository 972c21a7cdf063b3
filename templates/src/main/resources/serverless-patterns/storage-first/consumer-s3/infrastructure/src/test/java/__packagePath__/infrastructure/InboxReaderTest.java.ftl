package [=package].infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What the function that works may do with stored requests. */
class InboxReaderTest {
    @Test
    void theFunctionMayOnlyReadWhatIsStored() {
        assertThat(SynthesizedStack.of("dev").statementsOf("ConsumerProcessRole"))
                .filteredOn(statement -> statement.toString().contains("s3:"))
                .extracting(statement -> statement.path("Action").asText())
                .containsExactlyInAnyOrder("s3:GetObjectVersion", "s3:ListBucket");
    }
}
