package org.serverlesspatterns.it.kit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/**
 * An installed JDK.
 *
 * @param feature 17, 21, 25
 */
public record Jdk(Path home, int feature) {

    /** The JDK in this folder, or empty where there is none. */
    static Optional<Jdk> in(Path home) {
        var release = home.resolve("release");
        if (!Files.isRegularFile(release) || !Files.isExecutable(home.resolve("bin/javac"))) {
            return Optional.empty();
        }
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(release)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var version = properties.getProperty("JAVA_VERSION", "0").replace("\"", "");
        return Optional.of(new Jdk(home, Runtime.Version.parse(version).feature()));
    }

    @Override
    public String toString() {
        return "JDK " + feature;
    }
}
