package org.serverlesspatterns.it.kit;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The JDKs of this machine. */
public final class Jdks {

    private static final Pattern JDK_HOME = Pattern.compile("<jdkHome>\\s*(.*?)\\s*</jdkHome>");

    private Jdks() {}

    /** The JDK that runs this test. */
    public static Jdk running() {
        return new Jdk(
                Path.of(System.getProperty("java.home")), Runtime.version().feature());
    }

    /**
     * The JDK of this version: the running one, or the one named by the environment variable {@code JAVA25_HOME} or
     * {@code JAVA_HOME_25_X64}, or in {@code ~/.m2/toolchains.xml}, or beside the running one.
     *
     * <p>Where there is none the test is skipped, and fails where {@code CI=true}.
     */
    public static Jdk version(int feature) {
        return Stream.of(Stream.of(running()), fromEnvironment(feature), fromToolchains(), besideTheRunning())
                .flatMap(jdks -> jdks)
                .filter(jdk -> jdk.feature() == feature)
                .findFirst()
                .orElseGet(() -> missing(feature));
    }

    private static Jdk missing(int feature) {
        var message = "There is no JDK %1$d here: set JAVA%1$d_HOME.".formatted(feature);
        return "true".equals(System.getenv("CI")) ? fail(message) : abort(message);
    }

    private static Stream<Jdk> fromEnvironment(int feature) {
        return Stream.of("JAVA%d_HOME", "JAVA_HOME_%d_X64", "JAVA_HOME_%d_ARM64")
                .map(name -> System.getenv(name.formatted(feature)))
                .flatMap(Stream::ofNullable)
                .map(home -> Jdk.in(Path.of(home)))
                .flatMap(Optional::stream);
    }

    private static Stream<Jdk> fromToolchains() {
        var toolchains = Path.of(System.getProperty("user.home"), ".m2", "toolchains.xml");
        if (!Files.isRegularFile(toolchains)) {
            return Stream.empty();
        }
        try {
            return JDK_HOME.matcher(Files.readString(toolchains))
                    .results()
                    .map(home -> Jdk.in(Path.of(home.group(1))))
                    .flatMap(Optional::stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Jdk> besideTheRunning() {
        try (var siblings = Files.list(running().home().getParent())) {
            return siblings.sorted().map(Jdk::in).flatMap(Optional::stream).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
