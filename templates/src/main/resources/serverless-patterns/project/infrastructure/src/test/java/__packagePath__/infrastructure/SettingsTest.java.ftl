package [=package].infrastructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code -c key=value} may say. */
class SettingsTest {
    @ParameterizedTest
    @CsvSource({"dev, DEV", "prod, PROD", "'', DEV"})
    void theStageIsChosenByContext(String value, Stage expected) {
        assertThat(Stage.of(Synthesis.app(Map.of("stage", value)))).isEqualTo(expected);
    }

    @Test
    void withoutContextTheStageIsDev() {
        assertThat(Stage.of(Synthesis.app(Map.of()))).isEqualTo(Stage.DEV);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            stage, foo, -c stage=prod
            stage, PROD, -c stage=prod
            alarmEmail, nobody, -c alarmEmail=
[=slot("settings-test.refused")]            """)
    void anythingElseIsRefusedWithWhatIsAllowed(String key, String value, String allowed) {
        Map<String, String> commandLine = Map.of(key, value);

        assertThatThrownBy(() -> Synthesis.stack(commandLine))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + value + "'")
                .hasMessageContaining(allowed);
    }
}
