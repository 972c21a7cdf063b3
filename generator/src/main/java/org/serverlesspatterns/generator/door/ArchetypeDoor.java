package org.serverlesspatterns.generator.door;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import org.serverlesspatterns.generator.Answers;
import org.serverlesspatterns.generator.Generator;
import org.serverlesspatterns.generator.Refusal;
import org.serverlesspatterns.generator.catalogue.Catalogue;
import org.serverlesspatterns.generator.questions.Terminal;

/**
 * The archetype's way in. By the time the post-generate script runs, Maven has asked for the coordinates, written the stub
 * {@code pom.xml}, and perhaps entered the project as a module of the POM in the folder above.
 */
public final class ArchetypeDoor {

    private ArchetypeDoor() {}

    /**
     * Replaces the stub by the project, or removes what Maven has made so far.
     *
     * @param outputDirectory in which Maven has made the project's folder
     * @param properties what Maven knows: coordinates and options
     * @param userProperties what was given as -D
     * @param interactive whether Maven may ask
     * @throws Refusal when the answers make no project
     */
    public static void generate(
            File outputDirectory, Map<?, ?> properties, Map<?, ?> userProperties, boolean interactive) {
        var folder = outputDirectory.toPath().toAbsolutePath().normalize();
        var stub = new Stub(folder, String.valueOf(properties.get("artifactId")));
        try {
            var generator = Generator.load();
            generator.catalogue().refuseMisspelt(userProperties.keySet());
            var newProject = new NewProject(generator, folder, Set.of(Stub.FILE), batchCommand(), System.out::println);
            var terminal = interactive ? Terminal.ofProcess() : Optional.<Terminal>empty();
            var project = newProject.project(answers(generator.catalogue(), properties), terminal);
            newProject.write(project, stub.parent());
        } catch (RuntimeException | Error e) {
            stub.remove();
            throw e;
        }
    }

    private static Answers answers(Catalogue catalogue, Map<?, ?> properties) {
        var said = new TreeMap<String, String>();
        catalogue.properties().stream()
                .filter(property -> properties.containsKey(property.key()))
                .forEach(property -> said.put(property.key(), String.valueOf(properties.get(property.key()))));
        return Answers.of(said);
    }

    private static String batchCommand() {
        var archetype = new Properties();
        try (var resource = ArchetypeDoor.class.getResourceAsStream("archetype.properties")) {
            archetype.load(resource);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return "mvn --batch-mode %s:generate -DarchetypeGroupId=%s -DarchetypeArtifactId=%s -DarchetypeVersion=%s"
                .formatted(
                        archetype.getProperty("plugin"),
                        archetype.getProperty("groupId"),
                        archetype.getProperty("artifactId"),
                        archetype.getProperty("version"));
    }
}
