package org.serverlesspatterns.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.serverlesspatterns.it.kit.BuildUnderTest;
import org.serverlesspatterns.it.kit.Generate;
import org.serverlesspatterns.it.kit.Jdk;
import org.serverlesspatterns.it.kit.Jdks;
import org.serverlesspatterns.it.kit.Maven;

/**
 * {@code docs/compatibility.md} has what really came out when the archetype ran on every version of the archetype plugin,
 * Maven and JDK. Takes some minutes, so it runs with {@code -Pall-variants} only.
 */
class CompatibilityIT {

    private static final String ACCEPT =
            "mvn verify -pl it -am -Pall-variants -Dit.test=CompatibilityIT -Dtest=none -Daccept";

    private static final List<String> PLUGINS = List.of("2.4", "3.0.1", "3.1.2", "3.2.1", "3.3.1", "3.4.1");
    private static final List<String> MAVENS = List.of("3.8.8", "3.9.16", "4.0.0-rc-5");
    private static final List<Integer> JDKS = List.of(17, 25);

    private static final Path PAGE = BuildUnderTest.root().resolve("docs/compatibility.md");

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    @Test
    void isAsThePageSays() throws IOException {
        assumeFalse(
                "some".equals(System.getProperty("variants", "some")),
                "tries every archetype plugin, Maven and JDK only with -Pall-variants; ArchetypeMatrixIT tries a few");
        var page = page();
        if (System.getProperty("accept") != null) {
            Files.writeString(PAGE, page);
        }

        assertThat(Files.readString(PAGE))
                .as("docs/compatibility.md, which this command writes anew:%n    %s%n", ACCEPT)
                .isEqualTo(page);
    }

    private String page() throws IOException {
        var columns = new ArrayList<String>();
        columns.add("Archetype plugin");
        MAVENS.forEach(maven -> JDKS.forEach(jdk -> columns.add("Maven %s, JDK %d".formatted(maven, jdk))));
        var rows = new ArrayList<String>();
        rows.add(row(columns));
        rows.add(row(columns.stream().map(column -> "---").toList()));
        for (var plugin : PLUGINS) {
            var cells = new ArrayList<String>();
            cells.add(plugin);
            for (var maven : MAVENS) {
                for (var jdk : JDKS) {
                    cells.add(outcome(plugin, maven, Jdks.version(jdk)));
                }
            }
            rows.add(row(cells));
            System.out.println(rows.get(rows.size() - 1));
        }
        return """
                # Compatibility

                What came out when the archetype was run, in batch mode, on each archetype plugin, Maven and JDK. This page is written by `CompatibilityIT`, and CI compares it with what comes out.

                %s

                - **yes**: the project, the same bytes everywhere.
                - **stub**: this plugin runs no script of an archetype, or cannot run it (**error**: it says so). It leaves a `pom.xml` which, at the first build, says how to get the project.
                - **no**: Maven ends with an error, and nothing is left behind.

                Which plugin runs is up to you: `mvn org.apache.maven.plugins:maven-archetype-plugin:%s:generate …`. A project is built by the Maven that it brings (`./mvnw`), on a JDK of its `javaVersion` or later.
                """.formatted(String.join("\n", rows), BuildUnderTest.archetypePlugin());
    }

    private static String row(List<String> cells) {
        return cells.stream().collect(Collectors.joining(" | ", "| ", " |"));
    }

    private String outcome(String plugin, String maven, Jdk jdk) throws IOException {
        var place = Files.createTempDirectory(folder, "run-");
        var generate = Generate.archetype(plugin)
                .by(Maven.batch().of(home(maven)).on(jdk))
                .with("javaVersion", "17");
        var result = generate.in(place);
        var project = generate.project(place);
        if (!Files.exists(project.folder())) {
            result.isFailure();
            return "no";
        }
        if (result.succeeded() && Files.exists(project.folder().resolve("mvnw"))) {
            project.sameBytesAs(generate.expected());
            return "yes";
        }
        assertThat(project.read("pom.xml")).contains("The generation of this project did not finish");
        return result.succeeded() ? "stub" : "stub, error";
    }

    /** Of a Maven that is fetched from where Maven fetches everything. */
    private static Path home(String version) throws IOException {
        var mavens = Files.createDirectories(BuildUnderTest.target().resolve("mavens"));
        var home = mavens.resolve("apache-maven-" + version);
        if (!Files.exists(home.resolve("bin/mvn"))) {
            Maven.batch()
                    .run(
                            mavens,
                            List.of(
                                    "org.apache.maven.plugins:maven-dependency-plugin:"
                                            + BuildUnderTest.dependencyPlugin() + ":unpack",
                                    "-Dartifact=org.apache.maven:apache-maven:" + version + ":zip:bin",
                                    "-DoutputDirectory=" + mavens))
                    .isSuccess();
        }
        return home;
    }
}
