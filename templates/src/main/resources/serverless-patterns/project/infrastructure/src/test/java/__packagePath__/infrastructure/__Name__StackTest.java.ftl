package [=package].infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.assertions.Match;

/** What every stack promises. */
class [=Name]StackTest {
    private static final SynthesizedStack DEV = SynthesizedStack.of("dev");
    private static final SynthesizedStack PROD = SynthesizedStack.of("prod");

    /** What may be made again from the sources, and what CloudFormation deletes anyway. */
    private static final Set<String> EXPENDABLE = Set.of("AWS::Logs::LogGroup", "AWS::Lambda::Version");

    /** AWS cannot restrict these to a resource. */
[#assign actions = "\"" + lines("StackTest.actionsOnNoResource")?join("\", \"") + "\""]
[#if actions?length lte 50]
    private static final Set<String> ACTIONS_ON_NO_RESOURCE = Set.of([=actions]);
[#elseif actions?length lte 98]
    private static final Set<String> ACTIONS_ON_NO_RESOURCE =
            Set.of([=actions]);
[#else]
    private static final Set<String> ACTIONS_ON_NO_RESOURCE = Set.of(
            [=actions?replace(", ", ",\n            ")]);
[/#if]

    @Test
    void whatHoldsDataOutlivesAProductionStackOnly() {
        assertThat(keptOnDeletion(PROD)).isNotEmpty().allMatch("Retain"::equals);
        assertThat(keptOnDeletion(DEV)).isNotEmpty().allMatch("Delete"::equals);
    }

    private static List<String> keptOnDeletion(SynthesizedStack stack) {
        return SynthesizedStack.stream(stack.resources())
                .filter(resource -> resource.has("DeletionPolicy"))
                .filter(resource -> !EXPENDABLE.contains(resource.path("Type").asText()))
[=slot("stack-test.expendable")]                .map(resource -> resource.path("DeletionPolicy").asText())
                .toList();
    }

    @Test
    void aProductionStackIsProtected() {
        assertThat(Synthesis.stack(Map.of("stage", "prod")).getTerminationProtection())
                .isTrue();
        assertThat(Synthesis.stack(Map.of("stage", "dev")).getTerminationProtection())
                .isFalse();
        for (JsonNode table : PROD.propertiesOf("AWS::DynamoDB::GlobalTable")) {
            assertThat(table.at("/Replicas/0/DeletionProtectionEnabled").asBoolean())
                    .isTrue();
        }
    }

    @Test
    void everyLogIsDeletedInTime() {
        assertThat(DEV.propertiesOf("AWS::Logs::LogGroup"))
                .isNotEmpty()
                .allMatch(log -> log.path("RetentionInDays").asInt() == 7);
        assertThat(PROD.propertiesOf("AWS::Logs::LogGroup"))
                .isNotEmpty()
                .allMatch(log -> log.path("RetentionInDays").asInt() == 90);
    }

    @Test
    void noRoleMayTouchMoreThanItUses() {
        for (JsonNode role : DEV.propertiesOf("AWS::IAM::Role")) {
            assertThat(role.toString()).doesNotContain("AWSLambdaBasicExecutionRole");
        }
        for (JsonNode policy : DEV.propertiesOf("AWS::IAM::Policy")) {
            SynthesizedStack.stream(policy.at("/PolicyDocument/Statement")).forEach(statement -> {
                String actions = statement.path("Action").toString();
                assertThat(statement.path("Resource").toString().contains("\"*\""))
                        .isEqualTo(ACTIONS_ON_NO_RESOURCE.stream().anyMatch(actions::contains));
                assertThat(statement.path("Action").toString()).doesNotContain("*");
            });
        }
    }

    @Test
    void everyOutputThatTheReadmeUsesIsThere() throws IOException {
        var used = Pattern.compile("\\$\\(output (\\w+)\\)").matcher(Files.readString(Path.of("..", "README.md")));

        assertThat(used.results().map(output -> output.group(1)).distinct())
                .isNotEmpty()
                .allSatisfy(name -> DEV.template().hasOutput(name, Map.of()));
    }

    @Test
    void alarmsReachSomeone() {
        assertThat(DEV.propertiesOf("AWS::CloudWatch::Alarm"))
                .isNotEmpty()
                .allSatisfy(alarm -> assertThat(alarm.path("AlarmActions")).hasSize(1));
        DEV.template()
                .hasResourceProperties("AWS::SNS::TopicPolicy", policyWith("cloudwatch.amazonaws.com", "sns:Publish"));
        SynthesizedStack.of(Map.of("alarmEmail", "me@example.org"))
                .template()
                .hasResourceProperties(
                        "AWS::SNS::Subscription", Map.of("Protocol", "email", "Endpoint", "me@example.org"));
    }

    private static Map<String, Object> policyWith(String service, String action) {
        var statement = Map.of("Action", action, "Effect", "Allow", "Principal", Map.of("Service", service));
        return Map.of("PolicyDocument", Map.of("Statement", Match.arrayWith(List.of(Match.objectLike(statement)))));
    }
}
