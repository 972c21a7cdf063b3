package [=package].infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

/** What the alarms look at. */
class WorkMetricsTest {
    private static final SynthesizedStack DEV = SynthesizedStack.of("dev");

    @Test
    void attemptsAreCountedInTheLogOfTheCircuitBreaker() {
        for (String metric : new String[] {"Attempts", "FailedAttempts"}) {
            String logGroup = filter(DEV, metric).at("/LogGroupName/Ref").asText();
            assertThat(DEV.properties(logGroup).path("LogGroupName").asText()).endsWith("-circuit-breaker");
        }
        assertThat(DEV.propertiesOf("AWS::CloudWatch::Alarm").toString())
                .contains("\"MetricName\":\"Attempts\"", "\"MetricName\":\"FailedAttempts\"");
    }

    /** A state that got another name would be counted no more. */
    @Test
    void theStatesThatAreCountedAreThoseOfTheMachine() {
        JsonNode states = CircuitBreaker.definition().json().at("/States/Work/Branches/0/States");

        assertThat(filter(DEV, "Attempts").path("FilterPattern").asText())
                .isEqualTo("{ ($.type = \"SucceedStateEntered\" && $.details.name = \"WorkAttemptDone\")"
                        + " || ($.type = \"FailStateEntered\" && $.details.name = \"WorkAttemptFailed\") }");
        assertThat(filter(DEV, "FailedAttempts").path("FilterPattern").asText())
                .isEqualTo("{ ($.type = \"FailStateEntered\" && $.details.name = \"WorkAttemptFailed\") }");
        assertThat(states.at("/WorkAttemptDone/Type").asText()).isEqualTo("Succeed");
        assertThat(states.at("/WorkAttemptFailed/Type").asText()).isEqualTo("Fail");
    }

    @Test
    void stagesInOneAccountCountForThemselves() {
        JsonNode dev = filter(DEV, "Attempts").path("MetricTransformations");

        assertThat(filter(SynthesizedStack.of("prod"), "Attempts").path("MetricTransformations"))
                .isNotEqualTo(dev);
    }

    private static JsonNode filter(SynthesizedStack stack, String metric) {
        return stack.propertiesOf("AWS::Logs::MetricFilter").stream()
                .filter(filter -> filter.at("/MetricTransformations/0/MetricName")
                        .asText()
                        .equals(metric))
                .findFirst()
                .orElseThrow();
    }
}
