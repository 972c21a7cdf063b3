package org.serverlesspatterns.it.variants;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.serverlesspatterns.generator.Generator;
import org.serverlesspatterns.generator.project.Templates;
import org.serverlesspatterns.it.kit.BuildUnderTest;
import org.serverlesspatterns.it.variants.check.Checks;

/**
 * For who writes templates: renders, compiles, synthesizes and checks one variant, and again after each change of a
 * template, until it is stopped. It writes the project to {@code it/target/variants/loop}, whose tests Maven can run.
 *
 * <pre>mvn -q -pl it -am test -Dtest=AuthorLoop -Dvariant=storageFirst=sqs,circuitBreaker=false</pre>
 */
class AuthorLoop {

    private static final Path SOURCES =
            BuildUnderTest.root().resolve("templates/src/main/resources/" + Generator.TEMPLATES);

    private final VariantsFolder folder = VariantsFolder.here();

    @Test
    void again() throws IOException, InterruptedException {
        var variant = Variant.parse(System.getProperty("variant", "storageFirst=sqs"));
        try (var workbench = new Workbench(folder)) {
            var before = Collections.<String, byte[]>emptySortedMap();
            while (true) {
                var templates = templates();
                if (!same(before, templates.files())) {
                    before = templates.files();
                    look(new Generator(templates), variant, workbench);
                }
                Thread.sleep(300);
            }
        }
    }

    private void look(Generator generator, Variant variant, Workbench workbench) {
        var clock = new Stopwatch();
        try {
            var findings = workbench.check(generator, variant, Checks.all(System.out));
            write(generator, variant);
            System.out.printf(
                    "%s%n%s: %s after %s%n",
                    findings, variant, findings.isEmpty() ? "no findings" : findings.count() + " findings", clock);
        } catch (RuntimeException | IOException e) {
            System.out.printf("%s%nnothing checked: %s%n", variant, e.getMessage());
        }
    }

    /** Those being written, with what only the build makes: the versions and the Maven wrapper. */
    private static Templates templates() throws IOException {
        var built = Templates.from(Generator.class.getClassLoader(), Generator.TEMPLATES);
        var files = new TreeMap<String, byte[]>();
        built.files().forEach((path, content) -> {
            if (path.startsWith("wrapper/") || path.equals("versions.yml")) {
                files.put(path, content);
            }
        });
        try (var paths = Files.walk(SOURCES)) {
            for (var path : paths.filter(Files::isRegularFile).toList()) {
                var name = SOURCES.relativize(path).toString().replace('\\', '/');
                if (!name.equals("versions.yml")) {
                    files.put(name, Files.readAllBytes(path));
                }
            }
        }
        return new Templates(Collections.unmodifiableSortedMap(files));
    }

    private static boolean same(Map<String, byte[]> one, Map<String, byte[]> other) {
        return one.keySet().equals(other.keySet())
                && one.entrySet().stream().allMatch(file -> Arrays.equals(file.getValue(), other.get(file.getKey())));
    }

    /** What has changed, so that a build there has little to do. */
    private void write(Generator generator, Variant variant) throws IOException {
        var project = folder.path().resolve("loop");
        var files = generator.render(generator.project(variant.answers()));
        for (var file : files.files().entrySet()) {
            var path = project.resolve(file.getKey());
            if (!Files.exists(path) || !Arrays.equals(Files.readAllBytes(path), file.getValue())) {
                Files.createDirectories(path.getParent());
                Files.write(path, file.getValue());
            }
            if (files.isExecutable(file.getKey())) {
                path.toFile().setExecutable(true);
            }
        }
    }
}
