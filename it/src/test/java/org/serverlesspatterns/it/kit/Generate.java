package org.serverlesspatterns.it.kit;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.serverlesspatterns.generator.Answers;
import org.serverlesspatterns.generator.Generator;
import org.serverlesspatterns.generator.output.FileTree;

/**
 * Makes a project through one of the doors, as a user does.
 *
 * @param goal the door, and what it needs to be found
 * @param properties given as -D
 */
public record Generate(Maven maven, List<String> goal, Map<String, String> properties) {

    /** The project that most tests make; whatever is not said here has the catalogue's default. */
    private static final Map<String, String> COORDINATES = Map.of(
            "groupId", "com.acme", "artifactId", "acme-shop", "version", "1.0-SNAPSHOT", "package", "com.acme.shop");

    /** The archetype, run by the plugin that our documentation names. */
    public static Generate archetype() {
        return archetype(BuildUnderTest.archetypePlugin());
    }

    /** @param plugin the version of the archetype plugin */
    public static Generate archetype(String plugin) {
        return new Generate(
                Maven.batch(),
                List.of(
                        "org.apache.maven.plugins:maven-archetype-plugin:" + plugin + ":generate",
                        "-DarchetypeGroupId=org.serverlesspatterns",
                        "-DarchetypeArtifactId=serverless-patterns-archetype",
                        "-DarchetypeVersion=" + BuildUnderTest.version(),
                        "-DarchetypeCatalog=local"),
                COORDINATES);
    }

    /** The goal {@code serverless-patterns:new}. */
    public static Generate newGoal() {
        var goal = "org.serverlesspatterns:serverless-patterns-maven-plugin:" + BuildUnderTest.version() + ":new";
        return new Generate(Maven.batch(), List.of(goal), COORDINATES);
    }

    public Generate by(Maven otherMaven) {
        return new Generate(otherMaven, goal, properties);
    }

    public Generate with(String key, String value) {
        var more = new TreeMap<>(properties);
        more.put(key, value);
        return new Generate(maven, goal, more);
    }

    public Generate with(Map<String, String> answers) {
        var more = new TreeMap<>(properties);
        more.putAll(answers);
        return new Generate(maven, goal, more);
    }

    public Generate without(String key) {
        var fewer = new TreeMap<>(properties);
        fewer.remove(key);
        return new Generate(maven, goal, fewer);
    }

    /** Runs it without a terminal. */
    public CommandResult in(Path folder) {
        return maven.run(folder, arguments());
    }

    /** Runs it in a terminal. */
    public TerminalSession inTerminal(Path folder) {
        return TerminalSession.start(folder, maven.jdk(), maven.commandLine(arguments()));
    }

    /**
     * Runs it without a terminal, its input a pipe that stays open.
     *
     * @param input is all that comes through the pipe; whatever waits for more waits until it is stopped
     */
    public CommandResult inPipe(Path folder, String input) {
        var environment = Map.of("JAVA_HOME", maven.jdk().home().toString());
        return Command.run(folder, environment, input, maven.commandLine(arguments()));
    }

    /** Where the project is to be found afterwards. */
    public GeneratedProject project(Path folder) {
        return new GeneratedProject(folder.resolve(properties.get("artifactId")));
    }

    /** What the engine renders in this JVM for the same answers. */
    public FileTree expected() {
        var generator = Generator.load();
        return generator.render(generator.project(Answers.of(properties)));
    }

    private List<String> arguments() {
        var arguments = new ArrayList<>(goal);
        properties.forEach((key, value) -> arguments.add("-D" + key + "=" + value));
        return arguments;
    }
}
