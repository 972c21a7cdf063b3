package [=package].functions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReadFlagsHandlerTest {
    private final LocalAppConfig appConfig = new LocalAppConfig();
    private final ReadFlagsHandler handler = new ReadFlagsHandler(new Flags(
            appConfig,
            new Flags.Source("application", "environment", "profile"),
            Duration.ofSeconds(30),
            () -> Instant.EPOCH,
            (name, value) -> {}));

    @ParameterizedTest
    @EnumSource
    void tellsEachFlag(Flag flag) {
        appConfig.deploy(flag);

        Map<String, Boolean> answer = read();

        assertThat(answer).hasSize(Flag.values().length).containsEntry(flag.key(), true);
        assertThat(answer.values()).containsOnlyOnce(true);
    }

    @Test
    void allAreOffWhenAppConfigIsDown() {
        appConfig.deploy(Flag.values());
        appConfig.down = true;

        assertThat(read()).hasSize(Flag.values().length).doesNotContainValue(true);
    }

    @Test
    void asksAppConfigOnceForManyExecutions() {
        for (int i = 0; i < 100; i++) {
            read();
        }

        assertThat(appConfig.calls).isEqualTo(1);
    }

    private Map<String, Boolean> read() {
        return handler.handleRequest(Map.of(), new TestContext(5_000));
    }
}
