package [=package].infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the alarms look at. */
class WorkMetricsTest {
    private static final SynthesizedStack DEV = SynthesizedStack.of("dev");

    @Test
    void attemptsOfTheWorkFunctionAreCounted() {
        for (String alarm : List.of("WorkFailing", "WorkSlow", "WorkLogsErrors")) {
            assertThat(metric(alarm, "Invocations").at("/Dimensions").toString())
                    .as(alarm)
                    .contains("\"Ref\":\"WorkFunction", ":live");
        }
        assertThat(metric("WorkSlow", "Duration").toString()).contains("\"Ref\":\"WorkFunction", ":live");
        assertThat(alarm("WorkSlow").toString()).contains("\"p99\"");
        int timeout = DEV.propertiesOf("AWS::Lambda::Function").stream()
                .filter(function -> function.path("Handler").asText().endsWith("Work[=Resource]Handler"))
                .mapToInt(function -> function.path("Timeout").asInt())
                .findFirst()
                .orElseThrow();
        assertThat(alarm("WorkSlow").path("Threshold").asInt())
                .as("ms, where Lambda ends the function after %s s", timeout)
                .isEqualTo(timeout * 800);
    }

    @Test
    void rejectedRequestsAreNoFailures() {
        JsonNode filter = filter("NoFailure");

        assertThat(alarm("WorkFailing").toString()).contains("errors - FILL(noFailure, 0)");
        assertThat(metric("WorkFailing", "NoFailure").path("Namespace")).isEqualTo(transformation(filter, "Namespace"));
        assertThat(filter.path("FilterPattern").asText()).isEqualTo("{ ($.rejected >= 1) || ($.in_progress >= 1) }");
    }

    @Test
    void loggedErrorsAreCountedInTheLogOfTheFunction() {
        JsonNode filter = filter("LoggedErrors");

        assertThat(filter.path("FilterPattern").asText()).isEqualTo("{ $.level = \"ERROR\" }");
        assertThat(filter.at("/LogGroupName/Ref").asText()).startsWith("WorkFunctionLog");
        assertThat(metric("WorkLogsErrors", "LoggedErrors").path("Namespace"))
                .isEqualTo(transformation(filter, "Namespace"));
    }

    @Test
    void stagesInOneAccountCountForThemselves() {
        String prod = SynthesizedStack.of("prod")
                .propertiesOf("AWS::Logs::MetricFilter")
                .toString();

        assertThat(prod)
                .doesNotContain(
                        transformation(filter("LoggedErrors"), "Namespace").toString());
    }

    private static JsonNode transformation(JsonNode filter, String name) {
        return filter.path("MetricTransformations").path(0).path("Metric" + name);
    }

    private static JsonNode filter(String metric) {
        return DEV.propertiesOf("AWS::Logs::MetricFilter").stream()
                .filter(filter -> transformation(filter, "Name").asText().equals(metric))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode alarm(String id) {
        return DEV.resources().properties().stream()
                .filter(resource -> resource.getKey().startsWith("HealthAlarms" + id))
                .map(resource -> resource.getValue().path("Properties"))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode metric(String alarm, String name) {
        return SynthesizedStack.stream(alarm(alarm).path("Metrics"))
                .map(metric -> metric.at("/MetricStat/Metric"))
                .filter(metric -> metric.path("MetricName").asText().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
