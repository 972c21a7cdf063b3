package [=package].infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RequestApiTest {
    private static final SynthesizedStack DEV = SynthesizedStack.of("dev");

    @Test
    void everyMethodIsAuthorized() {
        assertThat(DEV.propertiesOf("AWS::ApiGateway::Method"))
                .isNotEmpty()
                .extracting(method -> method.path("AuthorizationType").asText())
                .doesNotContain("", "NONE");
    }

    /** An integration response without a pattern takes whatever no pattern matches, so it must be an error. */
    @Test
    void onlyAnAnswerOfSuccessIsASuccess() {
        for (JsonNode method : DEV.propertiesOf("AWS::ApiGateway::Method")) {
            JsonNode integration = method.path("Integration");
            var statusCodes = new HashSet<String>();
            for (JsonNode response : integration.path("IntegrationResponses")) {
                String status = response.path("StatusCode").asText();
                assertThat(statusCodes.add(status))
                        .as("%s is there once", status)
                        .isTrue();
                String pattern = response.path("SelectionPattern").asText();
                assertThat(status.startsWith("2")).as(status).isEqualTo(pattern.startsWith("2"));
            }
            assertThat(statusCodes).isNotEmpty();
        }
    }

    @Test
    void theLogsRoleOfTheAccountOutlivesTheStackOrIsLeftAlone() {
        DEV.template().allResources("AWS::ApiGateway::Account", Map.of("DeletionPolicy", "Retain"));
        DEV.template().resourceCountIs("AWS::ApiGateway::Account", 1);
        SynthesizedStack.of(Map.of("apiGatewayLogsRole", "existing"))
                .template()
                .resourceCountIs("AWS::ApiGateway::Account", 0);
        SecurityTest.assertNoFinding(Synthesis.stack(Map.of("apiGatewayLogsRole", "existing")));
    }
}
