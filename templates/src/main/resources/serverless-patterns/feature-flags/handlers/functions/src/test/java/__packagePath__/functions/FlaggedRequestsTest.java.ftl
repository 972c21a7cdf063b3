package [=package].functions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The way that a request goes, by what AppConfig has. */
class FlaggedRequestsTest {
    private static final String PRESENT = "{\"name\":\" big   hammer \",\"quantity\":3,\"receivedAt\":1000}";
    private static final String NEXT = "{\"name\":\"big hammer\",\"quantity\":3,\"receivedAt\":1000}";

    private final LocalAppConfig appConfig = new LocalAppConfig();
    private final List<String> metrics = new ArrayList<>();
    private final Flags flags = new Flags(
            appConfig,
            new Flags.Source("application", "environment", "profile"),
            Duration.ofMillis(1),
            () -> Instant.EPOCH,
            (name, value) -> metrics.add(name));
    private final FlaggedWork work =
            FlaggedWork.of(request -> flags.isOn(Flag.NEW_PROCESSING), (name, value) -> metrics.add(name));

    @Test
    void onIsTheNewWay() {
        appConfig.deploy(Flag.NEW_PROCESSING);

        assertThat(receipt()).isEqualTo(NEXT);
        assertThat(metrics).containsExactly("newProcessingFailed");
    }

    @Test
    void offIsThePresentWay() {
        appConfig.deploy();

        assertThat(receipt()).isEqualTo(PRESENT);
        assertThat(metrics).isEmpty();
    }

    @Test
    void withoutAppConfigItIsThePresentWayAndWorkGoesOn() {
        appConfig.deploy(Flag.NEW_PROCESSING);
        appConfig.down = true;

        assertThat(receipt()).isEqualTo(PRESENT);
        assertThat(metrics).containsExactly("flagsUnread");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "{", "[{\"newProcessing\":{\"enabled\":true}}]"})
    void withWhatIsNoDocumentItIsThePresentWay(String document) {
        appConfig.document = document;

        assertThat(receipt()).isEqualTo(PRESENT);
    }

    @Test
    void aFlipIsNoticed() throws InterruptedException {
        appConfig.deploy();
        assertThat(receipt()).isEqualTo(PRESENT);
        appConfig.deploy(Flag.NEW_PROCESSING);
        Thread.sleep(5);

        assertThat(receipt()).isEqualTo(NEXT);
    }

    private String receipt() {
        return work.apply(new StoredRequest("id-1", "{\"name\":\" big   hammer \",\"quantity\":3}", 1000));
    }
}
