package org.serverlesspatterns.maven;

import java.io.File;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.serverlesspatterns.generator.Answers;
import org.serverlesspatterns.generator.Generator;
import org.serverlesspatterns.generator.Refusal;
import org.serverlesspatterns.generator.catalogue.Property;
import org.serverlesspatterns.generator.door.NewProject;
import org.serverlesspatterns.generator.questions.Terminal;

/**
 * Makes a new project, as the archetype does, without the archetype plugin: the same questions, the same options given as
 * -D, the same bytes. For JDKs on which the archetype plugin does not start.
 */
@Mojo(name = "new", requiresProject = false, threadSafe = true)
public final class NewMojo extends AbstractMojo {

    /** The folder in which the project's own folder is made. */
    @Parameter(property = "outputDirectory", defaultValue = "${user.dir}")
    private File outputDirectory;

    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    private MavenSession session;

    @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
    private MojoExecution execution;

    @Override
    public void execute() throws MojoFailureException {
        var generator = Generator.load();
        var newProject = new NewProject(
                generator, outputDirectory.toPath(), Set.of(), batchCommand(), line -> getLog().info(line));
        try {
            generator.catalogue().refuseMisspelt(session.getUserProperties().keySet());
            var project = newProject.project(given(generator), terminal());
            newProject.write(project, Optional.empty());
        } catch (Refusal refusal) {
            throw new MojoFailureException(refusal.getMessage());
        }
    }

    private Answers given(Generator generator) {
        Properties properties = session.getUserProperties();
        Map<String, String> said = generator.catalogue().properties().stream()
                .map(Property::key)
                .filter(properties::containsKey)
                .collect(Collectors.toMap(key -> key, properties::getProperty));
        return Answers.of(said);
    }

    private Optional<Terminal> terminal() {
        return session.getRequest().isInteractiveMode() ? Terminal.ofProcess() : Optional.empty();
    }

    private String batchCommand() {
        var plugin = execution.getMojoDescriptor().getPluginDescriptor();
        return "mvn --batch-mode %s:%s:%s:%s"
                .formatted(plugin.getGroupId(), plugin.getArtifactId(), plugin.getVersion(), execution.getGoal());
    }
}
