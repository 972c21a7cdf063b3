package org.serverlesspatterns.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.serverlesspatterns.generator.Answers;
import org.serverlesspatterns.generator.Generator;
import org.serverlesspatterns.generator.output.DirectoryWriter;
import org.serverlesspatterns.generator.output.FileTree;

/**
 * Takes the test support out of a generated project, so that tests here compile against the sources that generated
 * projects carry: the template harness, API Gateway's {@code $input}, {@code $util} and {@code $context} over Velocity,
 * and the interpreter of Amazon States Language.
 */
public final class TemplateHarness {

    /** A project with an API and a state machine. */
    private static final Answers ANSWERS = Answers.of(Map.of(
            "groupId", "com.acme",
            "artifactId", "acme-shop",
            "package", "com.acme.shop",
            "storageFirst", "step-functions"));

    private static final Pattern HARNESS = Pattern.compile("infrastructure/src/test/java/"
            + "(?<file>com/acme/shop/infrastructure/(?<part>apigateway|asl)/[\\w-]+(?<!Test)\\.java)");

    private TemplateHarness() {}

    /** @param arguments the source folder to write; what it held is deleted */
    public static void main(String[] arguments) throws IOException {
        var generator = Generator.load();
        var folder = Path.of(arguments[0]);
        delete(folder);
        new DirectoryWriter().write(harness(generator.render(generator.project(ANSWERS))), folder, Set.of());
    }

    private static FileTree harness(FileTree project) {
        var files = new TreeMap<String, byte[]>();
        var parts = new TreeSet<String>();
        project.files().forEach((path, content) -> {
            var harness = HARNESS.matcher(path);
            if (harness.matches()) {
                files.put(harness.group("file"), content);
                parts.add(harness.group("part"));
            }
        });
        if (parts.size() != 2) {
            throw new IllegalStateException("A generated project has only " + parts + " of " + HARNESS);
        }
        return FileTree.of(files);
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (var paths = Files.walk(folder)) {
                for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }
}
