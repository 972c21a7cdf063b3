package [=package].infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

class JavaFunctionTest {
    private static final SynthesizedStack DEV = SynthesizedStack.of("dev");

    @Test
    void everyFunctionIsTheOneThatWasBuilt() {
        assertThat(DEV.propertiesOf("AWS::Lambda::Function")).isNotEmpty();
        for (JsonNode function : DEV.propertiesOf("AWS::Lambda::Function")) {
            String handler = function.path("Handler").asText();
            String classFile = "/" + handler.replace('.', '/') + ".class";
            assertThat(getClass().getResource(classFile)).as(classFile).isNotNull();
            assertThat(function.at("/SnapStart/ApplyOn").asText()).isEqualTo("PublishedVersions");
            assertThat(function.path("Runtime").asText()).isEqualTo("java[=javaVersion][#if javaVersion == "17"].al2023[/#if]");
        }
    }
}
