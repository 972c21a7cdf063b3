package org.serverlesspatterns.it.kit;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Properties;

/** What these tests know of the build that they are part of. */
public final class BuildUnderTest {

    private static final Properties PROPERTIES = load();

    private BuildUnderTest() {}

    public static String version() {
        return PROPERTIES.getProperty("version");
    }

    /** The version of the archetype plugin that our documentation names. */
    public static String archetypePlugin() {
        return PROPERTIES.getProperty("archetypePlugin");
    }

    public static String dependencyPlugin() {
        return PROPERTIES.getProperty("dependencyPlugin");
    }

    /** The Maven that runs this build. */
    public static Path mavenHome() {
        return Path.of(PROPERTIES.getProperty("mavenHome"));
    }

    /** The local repository of whoever runs this build. */
    public static Path localRepository() {
        return Path.of(PROPERTIES.getProperty("localRepository"));
    }

    /** The folder of the parent POM. */
    public static Path root() {
        return Path.of(PROPERTIES.getProperty("root")).normalize();
    }

    /** The folder in which tests may leave files. */
    public static Path target() {
        return Path.of(PROPERTIES.getProperty("target"));
    }

    private static Properties load() {
        var properties = new Properties();
        try (var resource = BuildUnderTest.class.getResourceAsStream("/build.properties")) {
            properties.load(new InputStreamReader(resource, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }
}
