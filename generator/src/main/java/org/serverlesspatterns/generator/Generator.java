package org.serverlesspatterns.generator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.serverlesspatterns.generator.catalogue.Catalogue;
import org.serverlesspatterns.generator.catalogue.CatalogueReader;
import org.serverlesspatterns.generator.output.FileTree;
import org.serverlesspatterns.generator.project.Model;
import org.serverlesspatterns.generator.project.ParentPom;
import org.serverlesspatterns.generator.project.Project;
import org.serverlesspatterns.generator.project.ProjectPlan;
import org.serverlesspatterns.generator.project.ProjectRecord;
import org.serverlesspatterns.generator.project.Renderer;
import org.serverlesspatterns.generator.project.Templates;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The straight line from answers to a project in memory. Safe for use by several threads. */
public final class Generator {

    /** The resource folder of the templates. */
    public static final String TEMPLATES = "serverless-patterns";

    private final Templates templates;
    private final Catalogue catalogue;
    private final Map<String, String> versions;
    private final Renderer renderer;

    public Generator(Templates templates) {
        this.templates = templates;
        this.catalogue = CatalogueReader.read(templates.catalogue());
        this.versions = versions(templates);
        this.renderer = new Renderer(templates);
    }

    /** The generator with the templates on its own class path. */
    public static Generator load() {
        return new Generator(Templates.from(Generator.class.getClassLoader(), TEMPLATES));
    }

    public Catalogue catalogue() {
        return catalogue;
    }

    /**
     * Validates and completes the answers.
     *
     * @throws Refusal when they make no project
     */
    public Project project(Answers answers) {
        var values = catalogue.complete(answers, systemProperties());
        return new Project(values, catalogue.foldersOf(values), Optional.<ParentPom>empty());
    }

    /** The whole project, with its record. Same project, same bytes. */
    public FileTree render(Project project) {
        var model = Model.of(project, versions, version());
        var tree = renderer.render(ProjectPlan.of(project, templates, model), model);
        return tree.with(ProjectRecord.PATH, ProjectRecord.of(project, tree, version()));
    }

    /** The version of this generator. */
    public static String version() {
        try (var resource = Generator.class.getResourceAsStream("generator.properties")) {
            var properties = new Properties();
            properties.load(resource);
            return properties.getProperty("version");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The system properties that defaults may depend on. */
    public static Map<String, String> systemProperties() {
        var properties = new LinkedHashMap<String, String>();
        System.getProperties().stringPropertyNames().forEach(name -> properties.put(name, System.getProperty(name)));
        return properties;
    }

    private static Map<String, String> versions(Templates templates) {
        var versions = new LinkedHashMap<String, String>();
        var yaml = new Load(LoadSettings.builder().build()).loadFromString(templates.text("versions.yml"));
        ((Map<?, ?>) yaml).forEach((key, value) -> versions.put(String.valueOf(key), String.valueOf(value)));
        return versions;
    }
}
