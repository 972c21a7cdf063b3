package [=package].infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the alarms look at, and the way of their signal. */
class HealthAlarmsTest {
    private static final SynthesizedStack DEV = SynthesizedStack.of("dev");
    private static final JsonNode COMPOSITE = DEV.onlyOne("AWS::CloudWatch::CompositeAlarm");

    @Test
    void anySymptomIsTheSignal() {
        String rule = COMPOSITE.path("AlarmRule").toString();

        assertThat(rule).contains("WorkFailing", "WorkSlow").doesNotContain(" AND ", "NOT ");
        assertThat(rule.split("ALARM\\(")).hasSize(1 + symptoms().size());
    }

    @Test
    void noSymptomIsSeenInTooFewCallsOrInNone() {
        assertThat(symptoms()).hasSizeGreaterThan(1).allSatisfy(alarm -> {
            assertThat(alarm.at("/Metrics/0/Expression").asText())
                    .startsWith("IF(calls >= 20, ")
                    .endsWith(", 0)");
            assertThat(alarm.path("TreatMissingData").asText()).isEqualTo("notBreaching");
            assertThat(alarm.path("EvaluationPeriods").asInt()).isEqualTo(3);
            assertThat(alarm.path("DatapointsToAlarm").asInt()).isEqualTo(2);
        });
    }

    @ParameterizedTest
    @CsvSource({"ALARM, true", "OK, true", "INSUFFICIENT_DATA, false"})
    void theRuleTakesTheAlarmAndItsOk(String state, boolean taken) {
        EventRule rule = EventRule.of(DEV, "CloudWatch Alarm State Change");
        String event = AlarmEvents.changed(state, ControlledCircuit.START);

        assertThat(rule.properties().at("/EventPattern/resources").toString()).contains("HealthAlarmsUnhealthy");
        assertThat(rule.matches(event, AlarmEvents.ARN)).isEqualTo(taken);
        assertThat(rule.matches(event, AlarmEvents.ARN + "-other")).isFalse();
    }

    @Test
    void theCompositeAlarmOnlySignals() {
        assertThat(COMPOSITE.has("AlarmActions")).isFalse();
        assertThat(symptoms()).allMatch(alarm -> alarm.path("AlarmActions").size() == 1);
    }

    private static List<JsonNode> symptoms() {
        return DEV.propertiesOf("AWS::CloudWatch::Alarm").stream()
                .filter(alarm -> alarm.at("/Metrics/0/Expression").asText().contains("calls"))
                .toList();
    }
}
