package [=package].infrastructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StateMachineDefinitionTest {
    @Test
    void namesTheFileThatDoesNotExist() {
        assertThatThrownBy(() -> StateMachineDefinition.read("proces"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("src/main/resources/state-machines/proces.asl.json");
    }

    @Test
    void takesExactlyTheSubstitutionsThatItUses() throws IOException {
        var definition = definition("{\"Resource\": \"${Arn}\", \"Url\": \"${Url}/${Arn}\"}");

        assertThat(definition.substitutions()).containsExactly("Arn", "Url");
        assertThat(definition.substitute(Map.of("Arn", "a", "Url", "u"))).hasSize(2);
        for (var wrong : List.of(Map.of("Arn", "a"), Map.of("Arn", "a", "Url", "u", "Other", "o"))) {
            assertThatThrownBy(() -> definition.substitute(wrong))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("[Arn, Url]");
        }
    }

    @Test
    void addsUpWhatRetriesTake() throws IOException {
        var definition = definition("""
                {"States": {"Work": {"TimeoutSeconds": 10, "Retry": [
                  {"IntervalSeconds": 1, "BackoffRate": 3, "MaxAttempts": 4, "MaxDelaySeconds": 5},
                  {"MaxAttempts": 0},
                  {}
                ]}}}""");

        assertThat(definition.waits("Work", 0)).isEqualTo(Duration.ofSeconds(1 + 3 + 5 + 5));
        assertThat(definition.waits("Work", 1)).isZero();
        assertThat(definition.waits("Work", 2)).isEqualTo(Duration.ofSeconds(1 + 2 + 4));
        assertThat(definition.longest("Work")).isEqualTo(Duration.ofSeconds(14 + 7 + 10 * (1 + 4 + 3)));
    }

    private static StateMachineDefinition definition(String text) throws IOException {
        return new StateMachineDefinition("test", text, new ObjectMapper().readTree(text));
    }
}
