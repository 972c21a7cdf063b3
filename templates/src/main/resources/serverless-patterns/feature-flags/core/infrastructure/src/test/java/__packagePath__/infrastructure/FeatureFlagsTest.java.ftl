package [=package].infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.assertions.Match;

class FeatureFlagsTest {
    private static final SynthesizedStack DEV = SynthesizedStack.of("dev");
    private static final SynthesizedStack PROD = SynthesizedStack.of("prod");

    @Test
    void theFirstVersionHasEveryFlagOff() {
        JsonNode version = DEV.onlyOne("AWS::AppConfig::HostedConfigurationVersion");

        assertThat(version.path("Content").asText())
                .isEqualTo(FlagDocument.text())
                .doesNotContain("true");
    }

    /** CloudFormation deploys flags whenever a property of this resource changes, and what was flipped would be undone. */
    @Test
    void whatTheStackDeploysDependsOnNothingThatChanges() {
        JsonNode deployment = DEV.onlyOne("AWS::AppConfig::Deployment");

        assertThat(deployment.path("ConfigurationVersion").asText()).isEqualTo("1");
        assertThat(deployment.properties())
                .extracting(Map.Entry::getKey)
                .containsExactlyInAnyOrder(
                        "ApplicationId",
                        "ConfigurationProfileId",
                        "ConfigurationVersion",
                        "DeploymentStrategyId",
                        "EnvironmentId");
        for (String reference :
                List.of("ApplicationId", "ConfigurationProfileId", "DeploymentStrategyId", "EnvironmentId")) {
            String target = deployment.path(reference).path("Ref").asText();
            assertThat(DEV.resources().path(target).path("Type").asText())
                    .startsWith("AWS::AppConfig::")
                    .isNotEqualTo("AWS::AppConfig::HostedConfigurationVersion");
        }
    }

    @Test
    void aVersionThatMayBeDeployedIsDeletedOnlyWithTheStack() {
        JsonNode version =
                DEV.resources("AWS::AppConfig::HostedConfigurationVersion").get(0);

        assertThat(version.path("UpdateReplacePolicy").asText()).isEqualTo("Retain");
        assertThat(version.path("DeletionPolicy").asText()).isEqualTo("Delete");
    }

    @Test
    void productionRollsOutStepByStepAndDevelopmentAtOnce() {
        assertThat(strategy(PROD, "FlagsRollout"))
                .isEqualTo(
                        Map.of("GrowthType", "EXPONENTIAL", "GrowthFactor", 10, "Duration", 20, "FinalBakeTime", 10));
        var atOnce = Map.of("GrowthType", "LINEAR", "GrowthFactor", 100, "Duration", 0, "FinalBakeTime", 0);
        assertThat(strategy(PROD, "FlagsAtOnce")).isEqualTo(atOnce);
        assertThat(strategy(DEV, "FlagsAtOnce")).isEqualTo(atOnce);
        assertThat(strategy(DEV, "FlagsRollout")).isEqualTo(atOnce);
    }

    @Test
    void everyRolloutIsTakenBackByAnAlarmThatReachesSomeone() {
        JsonNode monitors = DEV.onlyOne("AWS::AppConfig::Environment").path("Monitors");

        assertThat(monitors).hasSizeBetween(1, 5);
        List<String> alarms = SynthesizedStack.stream(monitors)
                .map(monitor -> monitor.at("/AlarmArn/Fn::GetAtt/0").asText())
                .toList();
        assertThat(alarms)
                .allSatisfy(alarm ->
                        assertThat(DEV.properties(alarm).path("AlarmActions")).hasSize(1));
        JsonNode statement = DEV.onlyStatementOf("FeatureFlagsMonitorRole");
        assertThat(statement.path("Action").asText()).isEqualTo("cloudwatch:DescribeAlarms");
        assertThat(statement.path("Resource").toString()).contains(alarms).doesNotContain("*");
    }

    @Test
    void theValidatorMayBeCalledBeforeAnythingIsDeployed() {
        JsonNode profile = DEV.onlyOne("AWS::AppConfig::ConfigurationProfile");
        assertThat(profile.path("Type").asText()).isEqualTo("AWS.AppConfig.FeatureFlags");
        assertThat(profile.at("/Validators/0/Type").asText()).isEqualTo("LAMBDA");
        assertThat(profile.at("/Validators/0/Content/Ref").asText()).startsWith("FeatureFlagsDocumentValidateLive");

        String permission = permissionOfAppConfig();
        assertThat(dependencies("AWS::AppConfig::HostedConfigurationVersion")).contains(permission);
        assertThat(dependencies("AWS::AppConfig::Deployment")).contains(permission);
    }

    @Test
    void functionsReadThisConfigurationAndNoOther() {
        List<JsonNode> readers = DEV.propertiesOf("AWS::IAM::Policy").stream()
                .filter(policy -> policy.toString().contains("appconfig:"))
                .toList();

        assertThat(readers).isNotEmpty().allSatisfy(policy -> {
            JsonNode statement = policy.at("/PolicyDocument/Statement/0");
            assertThat(policy.at("/PolicyDocument/Statement")).hasSize(1);
            assertThat(statement.path("Action").toString())
                    .isEqualTo("[\"appconfig:GetLatestConfiguration\",\"appconfig:StartConfigurationSession\"]");
            assertThat(statement.path("Resource").toString())
                    .matches(".*:application/.*FeatureFlagsApplication.*/environment/.*FeatureFlagsEnvironment"
                            + ".*/configuration/.*FeatureFlagsDocumentProfile.*")
                    .doesNotContain("*");
        });
        assertThat(functionsWithFlags()).hasSameSizeAs(readers).allSatisfy(function -> {
            JsonNode variables = function.at("/Environment/Variables");
            assertThat(variables.path("FLAGS_APPLICATION").asText())
                    .isEqualTo(DEV.onlyOne("AWS::AppConfig::Application")
                            .path("Name")
                            .asText());
            assertThat(variables.path("FLAGS_ENVIRONMENT").asText())
                    .isEqualTo(DEV.onlyOne("AWS::AppConfig::Environment")
                            .path("Name")
                            .asText());
            assertThat(variables.path("FLAGS_PROFILE").asText())
                    .isEqualTo(DEV.onlyOne("AWS::AppConfig::ConfigurationProfile")
                            .path("Name")
                            .asText());
        });
    }

    @Test
    void someoneHearsOfItWhenFlagsCannotBeRead() {
        DEV.template()
                .hasResourceProperties(
                        "AWS::CloudWatch::Alarm",
                        Match.objectLike(Map.of(
                                "MetricName",
                                "flagsUnread",
                                "Namespace",
                                "[=stackName]",
                                "Dimensions",
                                List.of(Map.of("Name", "application", "Value", "[=stackName]-dev")))));
    }

    private static List<JsonNode> functionsWithFlags() {
        return DEV.propertiesOf("AWS::Lambda::Function").stream()
                .filter(function -> function.at("/Environment/Variables").has("FLAGS_PROFILE"))
                .toList();
    }

    private static Map<String, Object> strategy(SynthesizedStack stack, String output) {
        var value = (Map<?, ?>) stack.template().findOutputs(output).get(output).get("Value");
        JsonNode strategy = stack.properties((String) value.get("Ref"));
        return Map.of(
                "GrowthType", strategy.path("GrowthType").asText(),
                "GrowthFactor", strategy.path("GrowthFactor").asInt(),
                "Duration", strategy.path("DeploymentDurationInMinutes").asInt(-1),
                "FinalBakeTime", strategy.path("FinalBakeTimeInMinutes").asInt(-1));
    }

    private static String permissionOfAppConfig() {
        return DEV.resources().properties().stream()
                .filter(resource ->
                        resource.getValue().at("/Properties/Principal").asText().equals("appconfig.amazonaws.com"))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    private static List<String> dependencies(String type) {
        return SynthesizedStack.stream(DEV.resources(type).get(0).path("DependsOn"))
                .map(JsonNode::asText)
                .toList();
    }
}
