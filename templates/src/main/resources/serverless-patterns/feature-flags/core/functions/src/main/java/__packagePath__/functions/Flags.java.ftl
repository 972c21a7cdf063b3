package [=package].functions;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Set;
import org.crac.Context;
import org.crac.Resource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.appconfigdata.AppConfigDataClient;
import software.amazon.lambda.powertools.parameters.appconfig.AppConfigProvider;

/**
 * The feature flags as AppConfig has them. They are asked for at most every 30 seconds and kept in between. When AppConfig
 * does not answer, or with no document of flags, all are off, and it is not asked again for 30 seconds either.
 *
 * <p>Each container has a session of its own: a rollout to 10 percent reaches 10 percent of the containers.
 *
 * @see <a href="https://docs.aws.amazon.com/appconfig/latest/userguide/about-data-plane.html">Sessions and tokens</a>
 */
final class Flags implements Resource {
    private static final Logger LOG = LoggerFactory.getLogger(Flags.class);
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final AppConfigDataClient client;
    private final Source source;
    private final Duration maxAge;
    private final InstantSource clock;
    private final FlagMetrics metrics;

    private AppConfigProvider session;
    private Instant retryAt = Instant.MIN;

    /** Where the flags are: names, not ids, which the function could not have before the alarm that watches it. */
    record Source(String application, String environment, String profile) {}

    /** @param maxAge how long what was read holds; AppConfig refuses to be asked more often than every 15 seconds */
    Flags(AppConfigDataClient client, Source source, Duration maxAge, InstantSource clock, FlagMetrics metrics) {
        this.client = client;
        this.source = source;
        this.maxAge = maxAge;
        this.clock = clock;
        this.metrics = metrics;
    }

    boolean isOn(Flag flag) {
        return on().contains(flag);
    }

    /** The flags that are on; none when they cannot be read. */
    Set<Flag> on() {
        if (clock.instant().isBefore(retryAt)) {
            return Set.of();
        }
        try {
            return read();
        } catch (RuntimeException | JsonProcessingException unreadable) {
            LOG.warn("Flags cannot be read and are off", unreadable);
            metrics.add("flagsUnread", 1);
            retryAt = clock.instant().plus(maxAge);
            if (unreadable instanceof SdkException) {
                // A token is good for one call and for a day: with one that is not, a session fails for ever.
                session = null;
            }
            return Set.of();
        }
    }

    private Set<Flag> read() throws JsonProcessingException {
        if (session == null) {
            session = AppConfigProvider.builder()
                    .withClient(client)
                    .withApplication(source.application())
                    .withEnvironment(source.environment())
                    .build();
        }
        int millis = Math.toIntExact(maxAge.toMillis());
        String text = session.withMaxAge(millis, ChronoUnit.MILLIS).get(source.profile());
        JsonNode document = JSON.readTree(text);
        if (!document.isObject()) {
            throw new IllegalStateException("AppConfig has no document of flags");
        }
        Set<Flag> on = EnumSet.noneOf(Flag.class);
        for (Flag flag : Flag.values()) {
            JsonNode enabled = document.path(flag.key()).path("enabled");
            if (enabled.isBoolean() && enabled.booleanValue()) {
                on.add(flag);
            }
        }
        return on;
    }

    /** SnapStart: loads code and connects before the snapshot, with a session that no restored copy goes on with. */
    @Override
    public void beforeCheckpoint(Context<? extends Resource> context) {
        try {
            read();
        } catch (RuntimeException | JsonProcessingException unavailable) {
            LOG.info("Not primed, so the first request will be slower: {}", unavailable.toString());
        } finally {
            session = null;
        }
    }

    @Override
    public void afterRestore(Context<? extends Resource> context) {}
}
