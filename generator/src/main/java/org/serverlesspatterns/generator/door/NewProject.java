package org.serverlesspatterns.generator.door;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.serverlesspatterns.generator.Answers;
import org.serverlesspatterns.generator.Generator;
import org.serverlesspatterns.generator.Refusal;
import org.serverlesspatterns.generator.output.DirectoryWriter;
import org.serverlesspatterns.generator.project.ParentPom;
import org.serverlesspatterns.generator.project.Project;
import org.serverlesspatterns.generator.questions.Questions;
import org.serverlesspatterns.generator.questions.Terminal;

/** Makes a new project: what every door does once it knows what was given and whether somebody can be asked. */
public final class NewProject {

    private final Generator generator;
    private final Path folder;
    private final Set<String> replaced;
    private final String batchCommand;
    private final Consumer<String> output;

    /**
     * @param folder in which the project's folder is made
     * @param replaced names of files in the project's folder that the project takes the place of
     * @param batchCommand the command of this door that asks nothing, without the answers
     * @param output takes the lines of the summary
     */
    public NewProject(
            Generator generator, Path folder, Set<String> replaced, String batchCommand, Consumer<String> output) {
        this.generator = generator;
        this.folder = folder;
        this.replaced = replaced;
        this.batchCommand = batchCommand;
        this.output = output;
    }

    /**
     * Asks where there is a terminal, validates, and completes.
     *
     * @throws Refusal when the answers make no project; before any question when something of the user's is in its place
     */
    public Project project(Answers given, Optional<Terminal> terminal) {
        refuseOccupied(given);
        var answers = terminal.map(
                        person -> new Questions(generator.catalogue(), person, Generator.systemProperties()).ask(given))
                .orElse(given);
        return generator.project(answers);
    }

    private void refuseOccupied(Answers given) {
        var artifactId = generator.catalogue().identity("artifactId");
        given.get(artifactId.key())
                .filter(value -> artifactId.problem(value).isEmpty())
                .ifPresent(value -> DirectoryWriter.refuseOccupied(folder.resolve(value), replaced));
    }

    /**
     * Writes the project into its own folder and says what was made.
     *
     * @throws Refusal when it cannot be written; nothing was changed then
     */
    public void write(Project project, Optional<ParentPom> parent) {
        var tree = generator.render(project.withParent(parent));
        var target = folder.resolve(project.artifactId());
        new DirectoryWriter().write(tree, target, replaced);
        new Summary(generator.catalogue(), batchCommand)
                .lines(project, tree, target)
                .forEach(output);
    }
}
