package [=package].functions;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** The metric filters of the alarms find in the log what they look for. */
class WatchedLogTest {
    @Test
    void errorsHaveTheirLevel() {
        try (RecordedLogs logs = new RecordedLogs()) {
            LoggerFactory.getLogger(WatchedLogTest.class).error("The vendor answers nonsense");

            assertThat(logs.lines()).singleElement().asString().contains("\"level\":\"ERROR\"");
        }
    }

    @Test
    void whatIsNoFailureHasItsMetric() {
        assertThat(Outcome.REJECTED.metric()).isEqualTo("rejected");
        assertThat(Outcome.IN_PROGRESS.metric()).isEqualTo("in_progress");
    }
}
