package org.serverlesspatterns.it.variants.loop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.serverlesspatterns.generator.output.FileTree;
import org.serverlesspatterns.it.variants.Subject;
import org.serverlesspatterns.it.variants.build.BuiltModule;
import org.serverlesspatterns.it.variants.build.ClassFiles;
import org.serverlesspatterns.it.variants.check.AslValidatorCheck;

/** Runs the tests of a generated project, its modules at the same time, as Maven would and without it. */
public final class ProjectTests implements AutoCloseable {

    private static final String MADE_BY_BUILDS = "((.+/)?target|node_modules|cdk\\.out)/.*";

    private final Path folder;
    private final Map<String, ModuleTests> modules = new TreeMap<>();

    /** @param folder in which the project is, and stays */
    public ProjectTests(Path folder) {
        this.folder = folder;
    }

    /** @return what failed, and a summary of each module */
    public String run(Subject subject) {
        writeProject(subject.files());
        write(
                folder.resolve("functions/target/functions.zip"),
                "Stands for the functions.".getBytes(StandardCharsets.UTF_8));
        var runs = new LinkedHashMap<String, Callable<String>>();
        var before = new ArrayList<Path>();
        subject.built().modules().forEach((name, module) -> {
            var classes = writeClasses(name, module, subject.files());
            var tests = modules.computeIfAbsent(name, key -> new ModuleTests(folder.resolve(key)));
            var all = new ArrayList<>(classes);
            all.addAll(before);
            runs.put(name, () -> tests.run(module.classPath().ofTests(), all));
            before.add(classes.get(1));
        });
        return runs.entrySet().parallelStream()
                .map(run -> run.getKey() + ": " + call(run.getValue()))
                .collect(Collectors.joining("\n"));
    }

    private static String call(Callable<String> run) {
        try {
            return run.call();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Only what has changed, so that a build there by Maven has little to do. */
    private void writeProject(FileTree files) {
        deleteOthers(folder, files.files());
        linkNodeModules();
        files.files().forEach((path, content) -> {
            var file = folder.resolve(path);
            write(file, content);
            if (files.isExecutable(path)) {
                file.toFile().setExecutable(true);
            }
        });
    }

    /** The folder of test classes, and that of main classes. */
    private List<Path> writeClasses(String name, BuiltModule module, FileTree files) {
        var target = folder.resolve(name).resolve("target/loop");
        var test = target.resolve("test-classes");
        var main = target.resolve("classes");
        writeFolder(test, contents(module.test(), files, name + "/src/test/resources/"));
        writeFolder(main, contents(module.main(), files, name + "/src/main/resources/"));
        return List.of(test, main);
    }

    private static Map<String, byte[]> contents(ClassFiles classes, FileTree files, String resources) {
        var contents = new TreeMap<String, byte[]>();
        classes.byName().forEach((name, content) -> contents.put(name.replace('.', '/') + ".class", content));
        files.files()
                .subMap(resources, resources + Character.MAX_VALUE)
                .forEach((path, content) -> contents.put(path.substring(resources.length()), content));
        return contents;
    }

    /** Afterwards it has these files and no others. */
    private static void writeFolder(Path folder, Map<String, byte[]> contents) {
        deleteOthers(folder, contents);
        contents.forEach((path, content) -> write(folder.resolve(path), content));
    }

    private static void deleteOthers(Path folder, Map<String, byte[]> contents) {
        try {
            Files.createDirectories(folder);
            try (var paths = Files.walk(folder)) {
                for (var path : paths.filter(Files::isRegularFile).toList()) {
                    var name = folder.relativize(path).toString().replace('\\', '/');
                    if (!contents.containsKey(name) && !name.matches(MADE_BY_BUILDS)) {
                        Files.delete(path);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where the project's own test of its state machines looks for asl-validator. */
    private void linkNodeModules() {
        var link = folder.resolve("node_modules");
        try {
            if (!Files.exists(link)) {
                Files.createSymbolicLink(link, AslValidatorCheck.modules().toAbsolutePath());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, byte[] content) {
        try {
            if (!Files.exists(file) || !Arrays.equals(Files.readAllBytes(file), content)) {
                Files.createDirectories(file.getParent());
                Files.write(file, content);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        modules.values().forEach(ModuleTests::close);
    }
}
