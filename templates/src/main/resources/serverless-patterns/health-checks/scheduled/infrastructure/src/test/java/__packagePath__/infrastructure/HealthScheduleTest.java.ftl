package [=package].infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

[@imports]
import [=package].functions.CheckEvents;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.assertions.Match;
[/@imports]

/** The schedule, its function, and the way of the results. */
class HealthScheduleTest {
    private static final SynthesizedStack DEV = SynthesizedStack.of("dev");
    private static final SynthesizedStack PROD = SynthesizedStack.of("prod");

    @Test
    void theServiceIsCheckedEveryMinuteOnTheMinute() {
        JsonNode schedule = schedule();

        assertThat(schedule.path("ScheduleExpression").asText()).isEqualTo("rate(1 minute)");
        assertThat(schedule.at("/FlexibleTimeWindow/Mode").asText()).isEqualTo("OFF");
        assertThat(schedule.path("Target").path("Arn").path("Ref").asText()).startsWith("HealthScheduleCheckLive");
        assertThat(schedule.at("/Target/RetryPolicy/MaximumEventAgeInSeconds").asInt())
                .isEqualTo(60);
        assertThat(schedule.at("/Target/RetryPolicy/MaximumRetryAttempts").asInt())
                .isEqualTo(1);
        assertThat(schedule.at("/Target/DeadLetterConfig/Arn/Fn::GetAtt/0").asText())
                .startsWith("HealthLostSignals");
    }

    @Test
    void aCheckIsNotRepeatedLater() {
        DEV.template()
                .hasResourceProperties(
                        "AWS::Lambda::EventInvokeConfig",
                        Map.of(
                                "MaximumRetryAttempts",
                                0,
                                "MaximumEventAgeInSeconds",
                                60,
                                "FunctionName",
                                Match.objectLike(Map.of("Ref", Match.stringLikeRegexp("HealthScheduleCheck.*")))));
    }

    @Test
    void theScheduleMayInvokeTheFunctionAndSetAsideWhatFails() {
        List<JsonNode> statements = DEV.statementsOf("HealthScheduleScheduleRole");

        assertThat(statements).hasSize(2);
        assertThat(statements.get(0).path("Action").asText()).isEqualTo("lambda:InvokeFunction");
        assertThat(statements.get(0).path("Resource")).isEqualTo(schedule().at("/Target/Arn"));
        assertThat(statements.get(1).path("Action").asText()).isEqualTo("sqs:SendMessage");
        assertThat(statements.get(1).path("Resource")).isEqualTo(schedule().at("/Target/DeadLetterConfig/Arn"));
    }

    @Test
    void theFunctionMaySendResultsOfThisStackAndNothingElse() {
        JsonNode send = DEV.statementsOf("HealthScheduleCheckRole").stream()
                .filter(statement -> statement.path("Action").toString().contains("events:"))
                .reduce((one, other) -> {
                    throw new AssertionError("Two statements");
                })
                .orElseThrow();

        assertThat(send.path("Action").asText()).isEqualTo("events:PutEvents");
        assertThat(send.path("Resource").toString()).contains(":event-bus/default");
        JsonNode condition = send.at("/Condition/StringEquals");
        assertThat(condition).hasSize(2);
        assertThat(condition.path("events:detail-type").asText()).isEqualTo("health.checked");
        assertThat(condition.path("events:source")).isEqualTo(environment(DEV).path("EVENT_SOURCE"));
    }

    @Test
    void theRuleTakesWhatTheFunctionSends() {
        EventRule rule = EventRule.of(DEV, "health.checked");

        assertThat(rule.matches(sentBy(DEV), "")).isTrue();
        assertThat(rule.matches(sentBy(DEV).replace("health.checked", "health.other"), ""))
                .isFalse();
        assertThat(rule.matches(sentBy(DEV).replace("\"circuit\":\"", "\"circuit\":\"other-"), ""))
                .isFalse();
    }

    @Test
    void stagesInOneAccountDoNotHearEachOther() {
        assertThat(EventRule.of(DEV, "health.checked").matches(sentBy(PROD), ""))
                .isFalse();
        assertThat(EventRule.of(PROD, "health.checked").matches(sentBy(PROD), ""))
                .isTrue();
    }

    @Test
    void checksThatCannotReportRaiseAnAlarm() {
        assertThat(DEV.propertiesOf("AWS::CloudWatch::Alarm"))
                .anyMatch(alarm -> alarm.path("MetricName").asText().equals("Errors")
                        && alarm.toString().contains("HealthScheduleCheck"));
    }

    /** The event that the function of a stack sends. */
    private static String sentBy(SynthesizedStack stack) {
        JsonNode environment = environment(stack);
        return CheckEvents.checked(
                true,
                ControlledCircuit.START,
                environment.path("EVENT_SOURCE").asText(),
                environment.path("CIRCUIT").asText());
    }

    private static JsonNode environment(SynthesizedStack stack) {
        return stack.propertiesOf("AWS::Lambda::Function").stream()
                .filter(function -> function.path("Handler").asText().endsWith(".HealthCheckHandler"))
                .map(function -> function.at("/Environment/Variables"))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode schedule() {
        return DEV.propertiesOf("AWS::Scheduler::Schedule").stream()
                .filter(schedule -> schedule.path("Description").asText().contains("health"))
                .findFirst()
                .orElseThrow();
    }
}
