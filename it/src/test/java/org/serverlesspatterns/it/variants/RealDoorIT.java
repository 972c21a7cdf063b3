package org.serverlesspatterns.it.variants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.serverlesspatterns.generator.Generator;
import org.serverlesspatterns.generator.catalogue.Catalogue;
import org.serverlesspatterns.generator.catalogue.Option;
import org.serverlesspatterns.it.kit.Generate;
import org.serverlesspatterns.it.kit.Jdks;
import org.serverlesspatterns.it.kit.Maven;

/**
 * What a user does, for projects in which every two choices of any options meet, for the largest project, and for the
 * smallest with each pattern: {@code mvn archetype:generate}, {@code ./mvnw verify}, {@code npx cdk synth}. Each takes a
 * minute, so this runs with {@code -Pall-variants} only; {@code -DrealDoor.minutes=} bounds the time, and then those
 * come first that show most.
 */
class RealDoorIT {

    /** Legal, and likely to break what was not thought through: each project has one of these. */
    private static final List<Map<String, String>> NAMES = List.of(
            Map.of("artifactId", "acme-shop", "package", "com.acme.shop", "resource", "order"),
            Map.of("artifactId", "a", "package", "a", "resource", "x"),
            Map.of("artifactId", "My.Shop_2", "package", "com.acme.my_Shop2", "resource", "sensorReading"),
            Map.of(
                    "artifactId",
                    "a-name-of-forty-characters-which-is-all-1",
                    "package",
                    "com.acme.very.deeply.nested.packages.of.the.company",
                    "resource",
                    "address"));

    private static final Duration LIMIT = Duration.ofMinutes(Integer.getInteger("realDoor.minutes", 600));

    private final Catalogue catalogue = Generator.load().catalogue();
    private final Stopwatch clock = new Stopwatch();

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    @Test
    void everyProjectBuildsTestsAndSynthesizes() throws Exception {
        assumeFalse(
                "some".equals(System.getProperty("variants", "some")),
                "builds every project only with -Pall-variants; GeneratedProjectIT builds a few");
        var projects = projects();
        var queue = new ConcurrentLinkedQueue<>(projects);
        var faults = new ConcurrentLinkedQueue<String>();
        var built = new ConcurrentLinkedQueue<Variant>();
        var executor = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        for (var i = 0; i < Runtime.getRuntime().availableProcessors(); i++) {
            executor.submit(() -> {
                for (var next = queue.poll(); next != null && clock.time().compareTo(LIMIT) < 0; next = queue.poll()) {
                    build(next, faults);
                    built.add(next);
                    System.out.printf("%d of %d projects built in %s%n", built.size(), projects.size(), clock);
                }
            });
        }
        executor.shutdown();
        assertThat(executor.awaitTermination(10, TimeUnit.HOURS)).isTrue();

        System.out.printf("%d of %d projects built in %s%n", built.size(), projects.size(), clock);
        assertThat(faults).isEmpty();
        assertThat(built).isNotEmpty();
    }

    private void build(Variant variant, Collection<String> faults) {
        try {
            var place = Files.createTempDirectory(folder, "project-");
            var jdk = Jdks.version(variant.get("javaVersion").equals("17") ? 17 : 25);
            var generate = Generate.archetype().by(Maven.batch().on(jdk)).with(variant.choices());
            generate.in(place).isSuccess();
            var project = generate.project(place).sameBytesAs(generate.expected());
            project.run(jdk, "./mvnw", "--batch-mode", "verify").isSuccess().warnsOfNothing();
            project.run(jdk, "npx", "cdk", "synth", "--quiet").isSuccess().warnsOfNothing();
            delete(place);
        } catch (AssertionError | RuntimeException | IOException e) {
            faults.add(variant.command() + "\n" + e);
        }
    }

    /** Those that show most come first. */
    private List<Variant> projects() {
        var chosen = new LinkedHashSet<Map<String, String>>();
        var everything = ValidCombinations.ofEverything(catalogue);
        var bySize =
                everything.stream().sorted(Comparator.comparing(this::size)).toList();
        chosen.add(bySize.get(bySize.size() - 1).choices());
        CoveringSet.of(2, everything).forEach(variant -> chosen.add(variant.choices()));
        patterns()
                .forEach(pattern -> bySize.stream()
                        .filter(variant -> variant.choices().entrySet().contains(pattern))
                        .findFirst()
                        .ifPresent(variant -> chosen.add(variant.choices())));
        var projects = new ArrayList<Variant>();
        for (var choices : chosen) {
            var named = new LinkedHashMap<>(choices);
            named.putAll(NAMES.get(projects.size() % NAMES.size()));
            projects.add(new Variant(named));
        }
        return projects;
    }

    private int size(Variant variant) {
        return catalogue.foldersOf(variant.choices()).size();
    }

    /** Every choice of an option that can be left out. */
    private Stream<Map.Entry<String, String>> patterns() {
        return catalogue.options().stream()
                .filter(Option.class::isInstance)
                .map(Option.class::cast)
                .filter(option ->
                        option.names().contains("none") || option.names().contains("false"))
                .flatMap(option -> option.names().stream()
                        .filter(name -> !name.matches("none|false"))
                        .map(name -> Map.entry(option.key(), name)));
    }

    private static void delete(Path folder) throws IOException {
        try (var paths = Files.walk(folder)) {
            for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
