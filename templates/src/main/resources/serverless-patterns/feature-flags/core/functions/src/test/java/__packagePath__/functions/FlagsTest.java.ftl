package [=package].functions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FlagsTest {
    private static final Flags.Source SOURCE = new Flags.Source("application", "environment", "profile");
    private static final Duration MAX_AGE = Duration.ofSeconds(30);

    private final Map<String, Double> metrics = new HashMap<>();
    private final LocalAppConfig appConfig = new LocalAppConfig();
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private final Flags flags = flags(MAX_AGE);

    @ParameterizedTest
    @EnumSource
    void isOnWhenItIsEnabled(Flag flag) {
        appConfig.deploy(flag);

        assertThat(flags.isOn(flag)).isTrue();
        assertThat(flags.on()).isEqualTo(Set.of(flag));
        assertThat(appConfig.asked.applicationIdentifier()).isEqualTo("application");
        assertThat(appConfig.asked.environmentIdentifier()).isEqualTo("environment");
        assertThat(appConfig.asked.configurationProfileIdentifier()).isEqualTo("profile");
    }

    @ParameterizedTest
    @EnumSource
    void isOffWhenItIsNotEnabled(Flag flag) {
        appConfig.deploy();

        assertThat(flags.isOn(flag)).isFalse();
        assertThat(metrics).isEmpty();
    }

    @Test
    void aFlagThatTheDocumentDoesNotHaveYetIsOff() {
        appConfig.document = "{}";

        assertThat(flags.on()).isEmpty();
        assertThat(metrics).isEmpty();
    }

    @Test
    void allAreOffWhenAppConfigIsDownAndItIsAskedAgainLater() {
        appConfig.deploy(Flag.values());
        appConfig.down = true;
        assertThat(flags.on()).isEmpty();
        assertThat(metrics).isEqualTo(Map.of("flagsUnread", 1.0));

        appConfig.down = false;
        now = now.plus(MAX_AGE).minusMillis(1);
        assertThat(flags.on()).isEmpty();
        assertThat(appConfig.sessions).isZero();

        now = now.plusMillis(1);
        assertThat(flags.on()).isEqualTo(Set.of(Flag.values()));
    }

    @Test
    void saysInTheLogWhyFlagsAreOff() {
        appConfig.down = true;
        try (RecordedLogs logs = new RecordedLogs()) {
            flags.on();

            assertThat(logs.lines()).singleElement().asString().contains("Flags cannot be read", "does not answer");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "null", "[]", "\"on\"", "{", "{} {}", "<html>"})
    void allAreOffWithWhatIsNoDocument(String document) {
        appConfig.document = document;

        assertThat(flags.on()).isEmpty();
        assertThat(metrics).isEqualTo(Map.of("flagsUnread", 1.0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"true\"", "1", "null", "{}", "[true]"})
    void nothingButTrueIsOn(String enabled) {
        appConfig.document = "{\"%s\":{\"enabled\":%s}}".formatted(Flag.values()[0].key(), enabled);

        assertThat(flags.on()).isEmpty();
    }

    @Test
    void asksOnceInAWhile() {
        appConfig.deploy(Flag.values());

        for (int i = 0; i < 100; i++) {
            flags.on();
        }

        assertThat(appConfig.sessions).isEqualTo(1);
        assertThat(appConfig.calls).isEqualTo(1);
    }

    @Test
    void noticesAFlipInTheSameSession() throws InterruptedException {
        Flags shortLived = flags(Duration.ofMillis(1));
        appConfig.deploy();
        assertThat(shortLived.on()).isEmpty();

        appConfig.deploy(Flag.values());
        Thread.sleep(5);
        assertThat(shortLived.on()).isEqualTo(Set.of(Flag.values()));
        // AppConfig sends nothing when nothing has changed.
        Thread.sleep(5);
        assertThat(shortLived.on()).isEqualTo(Set.of(Flag.values()));
        assertThat(appConfig.sessions).isEqualTo(1);
        assertThat(appConfig.calls).isEqualTo(3);
    }

    @Test
    void beginsANewSessionWhenItsTokenIsNoLongerGood() throws InterruptedException {
        Flags shortLived = flags(Duration.ofMillis(1));
        appConfig.deploy(Flag.values());
        shortLived.on();
        appConfig.endSessions();
        Thread.sleep(5);

        assertThat(shortLived.on()).isEmpty();
        now = now.plusMillis(1);
        assertThat(shortLived.on()).isEqualTo(Set.of(Flag.values()));
        assertThat(appConfig.sessions).isEqualTo(2);
    }

    /** Copies of one snapshot with one token would use it more than once. */
    @Test
    void aRestoredSnapshotHasASessionOfItsOwn() {
        appConfig.deploy(Flag.values());
        flags.beforeCheckpoint(null);
        assertThat(appConfig.sessions).isEqualTo(1);

        flags.afterRestore(null);
        flags.on();

        assertThat(appConfig.sessions).isEqualTo(2);
    }

    @Test
    void aSnapshotIsMadeWithoutAppConfigToo() {
        appConfig.deploy(Flag.values());
        appConfig.down = true;
        assertThatCode(() -> flags.beforeCheckpoint(null)).doesNotThrowAnyException();
        assertThat(metrics).isEmpty();

        appConfig.down = false;
        assertThat(flags.on()).isEqualTo(Set.of(Flag.values()));
    }

    @Test
    void theDocumentOfTheStackHasTheFlagsOfTheCodeAndEachIsOff() throws IOException {
        var document = new JsonMapper()
                .readTree(Path.of("../infrastructure/src/main/resources/feature-flags.json")
                        .toFile());
        List<String> keys = Arrays.stream(Flag.values()).map(Flag::key).toList();
        List<String> defined = new ArrayList<>();
        document.path("flags").fieldNames().forEachRemaining(defined::add);

        assertThat(defined).containsExactlyInAnyOrderElementsOf(keys);
        assertThat(document.path("values")).hasSameSizeAs(keys);
        assertThat(keys)
                .allSatisfy(key -> assertThat(document.path("values")
                                .path(key)
                                .path("enabled")
                                .asBoolean(true))
                        .isFalse());
    }

    private Flags flags(Duration maxAge) {
        return new Flags(
                appConfig, SOURCE, maxAge, () -> now, (name, value) -> metrics.merge(name, value, Double::sum));
    }
}
