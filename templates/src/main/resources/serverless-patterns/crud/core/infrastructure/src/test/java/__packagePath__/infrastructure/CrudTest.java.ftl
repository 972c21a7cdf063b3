package [=package].infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.assertions.Match;

class CrudTest {
    private static final SynthesizedStack DEV = SynthesizedStack.of("dev");

    @Test
    void everyMachineAnswersTheOneWhoWaits() {
        assertThat(CrudDefinition.all()).isNotEmpty().allSatisfy(machine -> {
            assertThat(machine.properties().path("StateMachineType").asText()).isEqualTo("EXPRESS");
            assertThat(machine.properties()
                            .at("/LoggingConfiguration/IncludeExecutionData")
                            .asBoolean())
                    .isFalse();
        });
    }

    @Test
    void theApiWaitsLongerThanTheMachineMayTake() {
        List<JsonNode> integrations = DEV.propertiesOf("AWS::ApiGateway::Method").stream()
                .map(method -> method.path("Integration"))
                .filter(integration -> integration.path("Uri").toString().contains(":states:action/StartSyncExecution"))
                .filter(integration ->
                        integration.path("Credentials").toString().contains("\"CrudRole"))
                .toList();

        assertThat(integrations)
                .hasSize(Crud.METHODS.size())
                .allSatisfy(integration ->
                        assertThat(integration.path("TimeoutInMillis").asInt()).isEqualTo(29_000));
    }

    @Test
    void theTableIsReadByKeyOrByOneIndexAndForgetsKeysByItself() {
        DEV.template()
                .hasResourceProperties(
                        "AWS::DynamoDB::GlobalTable",
                        Map.of(
                                "KeySchema",
                                List.of(Map.of("AttributeName", "pk", "KeyType", "HASH")),
                                "GlobalSecondaryIndexes",
                                List.of(Match.objectLike(Map.of(
                                        "IndexName",
                                        "list",
                                        "KeySchema",
                                        List.of(
                                                Map.of("AttributeName", "listName", "KeyType", "HASH"),
                                                Map.of("AttributeName", "listOrder", "KeyType", "RANGE"))))),
                                "TimeToLiveSpecification",
                                Map.of("AttributeName", "expiresAt", "Enabled", true)));
    }
}
