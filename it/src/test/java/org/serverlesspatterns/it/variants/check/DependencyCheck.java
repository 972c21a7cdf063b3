package org.serverlesspatterns.it.variants.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.serverlesspatterns.generator.output.FileTree;
import org.serverlesspatterns.it.variants.Finding;
import org.serverlesspatterns.it.variants.Subject;
import org.serverlesspatterns.it.variants.build.BuiltModule;
import org.serverlesspatterns.it.variants.build.ClassFiles;
import org.serverlesspatterns.it.variants.build.Dependency;
import org.serverlesspatterns.it.variants.build.Hash;

/** Every library that a POM declares is used by a class of that module; every version that a POM manages is of a library on a class path. */
public final class DependencyCheck implements Check {

    private static final String NAME = "dependencies";

    /** Used by what they bring, or at run time; each for the reason that is given here. */
    private static final Map<String, String> USED_OTHERWISE = Map.of(
            "com.fasterxml.jackson.core:jackson-databind", "runs in aws-cdk-lib, from which test scope would take it",
            "org.junit.jupiter:junit-jupiter", "brings the API and the engine",
            "software.amazon.lambda:powertools-logging-log4j", "brings powertools-logging, and writes for it",
            "org.slf4j:slf4j-nop", "keeps libraries quiet in tests",
            "com.amazonaws:aws-lambda-java-events", "brings the events that handlers take");

    private final Map<Path, Set<String>> classesOfJars = new ConcurrentHashMap<>();
    private final Map<String, Set<String>> references = new ConcurrentHashMap<>();
    private final OncePer once = new OncePer();

    @Override
    public Stream<Finding> findings(Subject subject) {
        var files = subject.files();
        var unused = subject.built().modules().entrySet().stream()
                .flatMap(module -> unused(module.getKey(), files, module.getValue()));
        return Stream.concat(unused, once.input(poms(files), () -> unmanaged(subject)));
    }

    private Stream<Finding> unused(String name, FileTree files, BuiltModule module) {
        var main = references(module.main());
        var test = references(module.test());
        return Pom.of(files, name + "/pom.xml").dependencies().stream()
                .filter(dependency ->
                        !dependency.scope().equals("runtime") && !USED_OTHERWISE.containsKey(dependency.name()))
                .flatMap(dependency -> {
                    var isForTests = dependency.scope().equals("test");
                    var used = isForTests ? test : main;
                    return jars(module, dependency.name()).stream()
                            .filter(jar -> classes(jar).stream().noneMatch(used::contains))
                            .map(jar -> new Finding(
                                    NAME,
                                    name + "/pom.xml",
                                    "%s is declared, and no %s uses it"
                                            .formatted(dependency.name(), isForTests ? "test" : "main class")));
                });
    }

    private static List<Path> jars(BuiltModule module, String name) {
        return module.classPath().dependencies().stream()
                .filter(dependency -> dependency.name().equals(name))
                .map(Dependency::file)
                .toList();
    }

    private static Stream<Finding> unmanaged(Subject subject) {
        var onClassPath = subject.built().modules().values().stream()
                .flatMap(module -> module.classPath().dependencies().stream())
                .map(Dependency::name)
                .collect(Collectors.toSet());
        return Pom.of(subject.files(), "pom.xml").managed().stream()
                .filter(managed -> managed.scope().equals("import")
                        ? onClassPath.stream().noneMatch(name -> name.startsWith(managed.group()))
                        : !onClassPath.contains(managed.name()))
                .map(managed ->
                        new Finding(NAME, "pom.xml", managed.name() + " has a version, and is on no class path"));
    }

    private static String poms(FileTree files) {
        return Hash.of(files.files().keySet().stream()
                .filter(path -> path.endsWith("pom.xml"))
                .map(files::text)
                .toList());
    }

    private Set<String> classes(Path jar) {
        return classesOfJars.computeIfAbsent(jar, key -> {
            try (var file = new JarFile(jar.toFile())) {
                return file.stream()
                        .map(entry -> entry.getName())
                        .filter(entry -> entry.endsWith(".class"))
                        .map(entry -> entry.substring(0, entry.length() - ".class".length()))
                        .collect(Collectors.toSet());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private Set<String> references(ClassFiles classes) {
        return classes.byName().values().stream()
                .map(content -> references.computeIfAbsent(Hash.of(content), key -> ReferencedClasses.of(content)))
                .flatMap(Collection::stream)
                .collect(Collectors.toSet());
    }
}
