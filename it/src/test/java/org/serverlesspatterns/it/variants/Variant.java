package org.serverlesspatterns.it.variants;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.serverlesspatterns.generator.Answers;
import org.serverlesspatterns.it.kit.BuildUnderTest;

/**
 * One combination of choices, of a project that is otherwise always the same.
 *
 * @param choices option → choice, in the catalogue's order
 */
public record Variant(Map<String, String> choices) implements Comparable<Variant> {

    /** Whatever is not said here or in the choices has the catalogue's default. */
    private static final Map<String, String> PROJECT = Map.of(
            "groupId",
            "com.acme",
            "artifactId",
            "acme-shop",
            "version",
            "1.0-SNAPSHOT",
            "package",
            "com.acme.shop",
            // The oldest: its functions can be compiled by every JDK.
            "javaVersion",
            "17");

    public Variant {
        choices = Collections.unmodifiableMap(new LinkedHashMap<>(choices));
    }

    /** {@code storageFirst=sqs,ci=none}, as it can be given to {@code -Dvariant=}. */
    public static Variant parse(String name) {
        var choices = new LinkedHashMap<String, String>();
        for (var choice : name.split(",")) {
            var sides = choice.strip().split("=", -1);
            if (sides.length != 2) {
                throw new IllegalArgumentException(
                        "'%s' in -Dvariant is not option=choice; several are joined by commas".formatted(choice));
            }
            choices.put(sides[0], sides[1]);
        }
        return new Variant(choices);
    }

    /** Whether it has all that {@code -Dwith=} says. */
    boolean isWanted() {
        var with = System.getProperty("with");
        return with == null
                || choices.entrySet().containsAll(parse(with).choices().entrySet());
    }

    /** What makes the name, and what {@link #parse} reads. */
    public String name() {
        return choices.entrySet().stream().map(Map.Entry::toString).collect(Collectors.joining(","));
    }

    public Answers answers() {
        return Answers.of(properties());
    }

    /** The value that the project has for this property, where it is said at all. */
    public String get(String property) {
        return properties().get(property);
    }

    /** What makes the same project on a command line. */
    public String command() {
        return "mvn --batch-mode org.apache.maven.plugins:maven-archetype-plugin:" + BuildUnderTest.archetypePlugin()
                + ":generate -DarchetypeGroupId=org.serverlesspatterns -DarchetypeArtifactId=serverless-patterns-archetype"
                + " -DarchetypeVersion=" + BuildUnderTest.version()
                + properties().entrySet().stream().map(answer -> " -D" + answer).collect(Collectors.joining());
    }

    private Map<String, String> properties() {
        var properties = new LinkedHashMap<>(PROJECT);
        properties.putAll(choices);
        return properties;
    }

    @Override
    public int compareTo(Variant other) {
        return name().compareTo(other.name());
    }

    @Override
    public String toString() {
        return name();
    }
}
