package [=package].infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The entry: what the rule stores and where, and what a device may do. */
class StorageFirstTest {
    private static final SynthesizedStack DEV = SynthesizedStack.of("dev");
    private static final SynthesizedStack PROD = SynthesizedStack.of("prod");
    private static final JsonNode RULE = DEV.onlyOne("AWS::IoT::TopicRule").path("TopicRulePayload");
    private static final Pattern FIELD = Pattern.compile(" AS (\\w+)");
    private static final Pattern TOPIC = Pattern.compile(" FROM '(\\S+)/\\+'$");

    @Test
    void theRuleSelectsWhatTheSampleEventHolds() throws IOException {
        JsonNode event = new ObjectMapper()
                .readTree(Path.of("..", "events", "sqs-event.json").toFile());
        JsonNode envelope =
                new ObjectMapper().readTree(event.at("/Records/0/body").asText());

        assertThat(envelope.fieldNames()).toIterable().containsExactlyElementsOf(found(FIELD));
        assertThat(RULE.path("AwsIotSqlVersion").asText()).isEqualTo("2016-03-23");
        assertThat(sql(DEV)).startsWith("SELECT encode(*, 'base64') AS data, ").doesNotContain("SELECT *", "WHERE");
    }

    @Test
    void stagesDoNotShareATopic() {
        assertThat(found(TOPIC)).containsExactly("[=stackName]/dev/[=resourcePath]");
        assertThat(sql(PROD)).isNotEqualTo(sql(DEV));
    }

    @Test
    void whatCannotBeStoredGoesToTheDeadLetters() {
        assertThat(RULE.path("Actions")).hasSize(1);
        JsonNode action = RULE.at("/Actions/0/Sqs");
        JsonNode errorAction = RULE.at("/ErrorAction/Sqs");

        assertThat(queueOf(action).has("RedrivePolicy")).isTrue();
        assertThat(action.path("UseBase64").asBoolean(true)).isFalse();
        assertThat(queueOf(errorAction).has("RedrivePolicy")).isFalse();
        assertThat(errorAction.path("UseBase64").asBoolean(true)).isFalse();
        assertThat(RULE.path("RuleDisabled").asBoolean()).isFalse();
    }

    @Test
    void eachActionMayOnlySendToItsQueue() {
        assertOnlySends("StorageFirstRole", RULE.at("/Actions/0/Sqs/QueueUrl/Ref"));
        assertOnlySends("StorageFirstErrorRole", RULE.at("/ErrorAction/Sqs/QueueUrl/Ref"));
        assertThat(DEV.propertiesOf("AWS::IAM::Role"))
                .filteredOn(role -> role.toString().contains("iot.amazonaws.com"))
                .hasSize(2)
                .allMatch(
                        role -> role.path("AssumeRolePolicyDocument").toString().contains("aws:SourceAccount"));
    }

    @Test
    void aDevicePublishesInItsOwnNameOnly() {
        JsonNode statements = DEV.onlyOne("AWS::IoT::Policy").at("/PolicyDocument/Statement");

        assertThat(statements).hasSize(2).allSatisfy(statement -> {
            assertThat(statement.path("Condition").toString()).contains("\"iot:Connection.Thing.IsAttached\":\"true\"");
            assertThat(statement.path("Resource").toString())
                    .contains("/${iot:Connection.Thing.ThingName}\"")
                    .doesNotContain("*");
        });
        assertThat(statements.findValuesAsText("Action")).containsExactly("iot:Connect", "iot:Publish");
        assertThat(statements.get(1).path("Resource").toString())
                .contains(":topic/" + found(TOPIC).get(0) + "/");
    }

    @Test
    void everyLossOfTheRuleRaisesAnAlarm() {
        assertThat(DEV.propertiesOf("AWS::CloudWatch::Alarm"))
                .extracting(JsonNode::toString)
                .filteredOn(alarm -> alarm.contains("AWS/IoT"))
                .hasSize(3)
                .anyMatch(alarm -> alarm.contains("SUM(ErrorActionFailure)"))
                .anyMatch(alarm -> alarm.contains("\"RuleMessageThrottled\""))
                .anyMatch(alarm -> alarm.contains("\"RuleNotFound\""));
    }

    private static void assertOnlySends(String role, JsonNode queue) {
        JsonNode statement = DEV.onlyStatementOf(role);

        assertThat(statement.path("Action").asText()).isEqualTo("sqs:SendMessage");
        assertThat(statement.at("/Resource/Fn::GetAtt/0")).isEqualTo(queue);
    }

    private static JsonNode queueOf(JsonNode action) {
        return DEV.properties(action.at("/QueueUrl/Ref").asText());
    }

    private static String sql(SynthesizedStack stack) {
        return stack.onlyOne("AWS::IoT::TopicRule").at("/TopicRulePayload/Sql").asText();
    }

    private static List<String> found(Pattern pattern) {
        return pattern.matcher(sql(DEV))
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
    }
}
