package [=package].infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RequestModelTest {
    private static final SynthesizedStack DEV = SynthesizedStack.of("dev");

    @Test
    void everyMethodWithABodyIsValidated() {
        var methods = [#if storageFirst == "s3"]methods()[#else]DEV.propertiesOf("AWS::ApiGateway::Method")[/#if];

        assertThat(methods).isNotEmpty();
        for (JsonNode method : methods) {
            if (List.of("POST", "PUT", "PATCH")
                    .contains(method.path("HttpMethod").asText())) {
                assertThat(method.has("RequestValidatorId")).isTrue();
                assertThat(method.path("RequestModels").has("application/json")).isTrue();
            }
        }
        DEV.template()
                .hasResourceProperties(
                        "AWS::ApiGateway::RequestValidator",
                        Map.of("ValidateRequestBody", true, "ValidateRequestParameters", true));
    }

    /** A model applies to its content type only; everything else is refused with 415. */
    @Test
    void noOtherContentTypePasses() {
        for (JsonNode method : [#if storageFirst == "s3"]methods()[#else]DEV.propertiesOf("AWS::ApiGateway::Method")[/#if]) {
            assertThat(method.at("/Integration/PassthroughBehavior").asText()).isEqualTo("NEVER");
        }
    }
[#if storageFirst == "s3"]

    /** All but the one that stores bodies of any type. */
    private static List<JsonNode> methods() {
        return DEV.propertiesOf("AWS::ApiGateway::Method").stream()
                .filter(method -> !method.at("/Integration/Uri").toString().contains(":s3:path/"))
                .toList();
    }
[/#if]
}
