package org.serverlesspatterns.it.variants;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.serverlesspatterns.generator.Generator;
import org.serverlesspatterns.generator.project.Templates;
import org.serverlesspatterns.it.kit.BuildUnderTest;
import org.serverlesspatterns.it.variants.check.Check;
import org.serverlesspatterns.it.variants.check.Checks;
import org.serverlesspatterns.it.variants.loop.ProjectTests;

/**
 * For who writes templates: renders, compiles, synthesizes, checks and tests one variant, and again after each change of
 * a template, until it is stopped ({@code -Donce}: then not again). The project is in {@code it/target/variants/loop}.
 *
 * <pre>mvn -q -pl it -am test -Dtest=AuthorLoop -Dvariant=storageFirst=sqs,circuitBreaker=false</pre>
 */
class AuthorLoop {

    private static final Path SOURCES =
            BuildUnderTest.root().resolve("templates/src/main/resources/" + Generator.TEMPLATES);

    private final VariantsFolder folder = VariantsFolder.here();

    private final List<Check> checks = Checks.all(System.out);

    @Test
    void again() throws IOException, InterruptedException {
        var variant = Variant.parse(System.getProperty("variant", "storageFirst=sqs"));
        try (var workbench = new Workbench(folder);
                var tests = new ProjectTests(folder.path().resolve("loop"))) {
            var before = Collections.<String, byte[]>emptySortedMap();
            do {
                var templates = templates();
                if (!same(before, templates.files())) {
                    before = templates.files();
                    look(new Generator(templates), variant, workbench, tests);
                }
                Thread.sleep(300);
            } while (System.getProperty("once") == null);
        }
    }

    private void look(Generator generator, Variant variant, Workbench workbench, ProjectTests tests) {
        System.out.printf("%n%s%n", variant);
        var clock = new Stopwatch();
        try {
            var subject = workbench.build(generator, variant);
            System.out.printf("compiled and synthesized after %s%n", clock);
            var findings = new Findings();
            workbench.check(subject, checks, findings);
            System.out.printf("%s%n%d findings after %s%n", findings, findings.count(), clock);
            System.out.printf("%s%ntested after %s%n", tests.run(subject), clock);
        } catch (RuntimeException e) {
            System.out.printf("%s%nended after %s%n", e.getMessage(), clock);
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
}
