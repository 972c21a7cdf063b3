package org.serverlesspatterns.it.variants.build;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.serverlesspatterns.generator.output.FileTree;
import org.serverlesspatterns.it.kit.BuildUnderTest;
import org.serverlesspatterns.it.kit.GeneratedProject;
import org.serverlesspatterns.it.kit.Jdks;

/**
 * The class paths of generated projects, resolved by Maven from their POMs. Projects with the same POMs have the same
 * class paths: Maven runs once for all that it has not been asked before.
 */
public final class ClassPaths {

    private static final String LIST = "dependencies.txt";

    /** {@code group:artifact:jar[:classifier]:version:scope:/file.jar[ -- module …]}. */
    private static final Pattern LINE =
            Pattern.compile("\\s*([^:\\s]+:[^:]+):jar:(?:[^:]+:)?[^:]+:(compile|provided|runtime|test):(.+\\.jar).*");

    private static final Pattern DEPENDENCY = Pattern.compile("<dependency>.*?</dependency>", Pattern.DOTALL);

    private final Path folder;

    /** @param folder in which the answers are kept */
    public ClassPaths(Path folder) {
        this.folder = folder;
    }

    /** Asks Maven for what is missing. */
    public void resolve(Collection<FileTree> projects) {
        var missing = new LinkedHashMap<String, FileTree>();
        for (var project : projects) {
            var key = key(project);
            if (!missing.containsKey(key) && !isKnown(key)) {
                missing.put(key, project);
            }
        }
        if (!missing.isEmpty()) {
            missing.forEach(this::writePoms);
            runMaven(missing.keySet());
        }
    }

    /** @param module the folder of the module */
    public ClassPath of(FileTree project, String module) {
        var own = list(project, module);
        var artifactId = artifactId(project.text("pom.xml"));
        // What a test dependency on another module brings.
        var brought = modules(project).stream()
                .filter(other -> bringsDependencies(project.text(module + "/pom.xml"), artifactId + "-" + other))
                .flatMap(other -> list(project, other).dependencies().stream())
                .filter(dependency -> dependency.scope().matches("compile|runtime"))
                .map(dependency -> new Dependency(dependency.name(), "test", dependency.file()))
                .filter(dependency -> own.dependencies().stream()
                        .noneMatch(ours -> ours.name().equals(dependency.name())));
        return new ClassPath(Stream.concat(own.dependencies().stream(), brought).toList());
    }

    private static boolean bringsDependencies(String pom, String artifactId) {
        return DEPENDENCY
                .matcher(pom)
                .results()
                .map(MatchResult::group)
                .anyMatch(dependency -> dependency.contains("<artifactId>" + artifactId + "</artifactId>")
                        && !dependency.contains("<exclusions>"));
    }

    private ClassPath list(FileTree project, String module) {
        return read(folder.resolve(key(project)).resolve(module).resolve(LIST));
    }

    /** The modules of a project: the folders with a POM. */
    public static List<String> modules(FileTree project) {
        return project.files().keySet().stream()
                .filter(path -> path.matches("[^/]+/pom\\.xml"))
                .map(path -> path.substring(0, path.indexOf('/')))
                .toList();
    }

    private static Stream<String> poms(FileTree project) {
        return Stream.concat(Stream.of("pom.xml"), modules(project).stream().map(module -> module + "/pom.xml"));
    }

    private static String key(FileTree project) {
        return Hash.of(poms(project).map(project::text).toList()).substring(0, 12);
    }

    private boolean isKnown(String key) {
        try (var lists = Files.exists(folder.resolve(key)) ? Files.walk(folder.resolve(key)) : Stream.<Path>of()) {
            var found = lists.filter(file -> file.endsWith(LIST)).toList();
            return !found.isEmpty()
                    && found.stream()
                            .flatMap(list -> read(list).dependencies().stream())
                            .map(Dependency::file)
                            .allMatch(Files::isRegularFile);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All POMs go into one build, so each project gets an artifactId of its own. */
    private void writePoms(String key, FileTree project) {
        var artifactId = artifactId(project.text("pom.xml"));
        poms(project).forEach(path -> {
            var pom = Pattern.compile("(<artifactId>)" + Pattern.quote(artifactId) + "(-\\w+)?(</artifactId>)")
                    .matcher(withoutModuleDependencies(project.text(path), artifactId))
                    .replaceAll("$1" + artifactId + "-" + key + "$2$3");
            write(folder.resolve(key).resolve(path), pom);
        });
    }

    private static String artifactId(String pom) {
        var artifactId = Pattern.compile("<artifactId>(.+?)</artifactId>").matcher(pom);
        if (!artifactId.find()) {
            throw new IllegalArgumentException("A POM without artifactId:\n" + pom);
        }
        return artifactId.group(1);
    }

    /** A module is not built here, so that nothing can depend on it. */
    private static String withoutModuleDependencies(String pom, String artifactId) {
        return DEPENDENCY
                .matcher(pom)
                .replaceAll((MatchResult dependency) -> dependency.group().contains("<artifactId>" + artifactId + "-")
                        ? ""
                        : Matcher.quoteReplacement(dependency.group()));
    }

    private void runMaven(Collection<String> keys) {
        var modules = keys.stream()
                .map(key -> "<module>" + key + "</module>")
                .collect(Collectors.joining("\n        ", "<modules>\n        ", "\n    </modules>"));
        write(folder.resolve("pom.xml"), """
                <project xmlns="http://maven.apache.org/POM/4.0.0">
                    <modelVersion>4.0.0</modelVersion>
                    <groupId>org.serverlesspatterns.it</groupId>
                    <artifactId>class-paths</artifactId>
                    <version>1</version>
                    <packaging>pom</packaging>
                    %s
                </project>
                """.formatted(modules));
        new GeneratedProject(folder)
                .run(
                        Jdks.running(),
                        BuildUnderTest.mavenHome().resolve("bin/mvn").toString(),
                        "--batch-mode",
                        "-Dmaven.repo.local=" + BuildUnderTest.localRepository(),
                        "org.apache.maven.plugins:maven-dependency-plugin:" + BuildUnderTest.dependencyPlugin()
                                + ":list",
                        "-DoutputAbsoluteArtifactFilename=true",
                        "-DoutputFile=" + LIST)
                .isSuccess();
    }

    private static ClassPath read(Path list) {
        try (var lines = Files.lines(list)) {
            return new ClassPath(lines.map(LINE::matcher)
                    .filter(Matcher::matches)
                    .map(line -> new Dependency(line.group(1), line.group(2), Path.of(line.group(3))))
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
