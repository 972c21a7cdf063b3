package org.serverlesspatterns.it.variants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
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
 * What a user does, for the largest project, for projects in which every two choices of any options meet, odd names among
 * them, and for the smallest with each pattern: {@code mvn archetype:generate}, {@code ./mvnw verify},
 * {@code npx cdk synth}. Each takes a minute, so this runs with {@code -Pall-variants} only, and as many as fit into
 * {@code -DrealDoor.minutes=}, in an order that is always the same: those that show most come first.
 * {@code -Dwith=} keeps those with these choices or names.
 */
class RealDoorIT {

    /** Legal, and likely to break what was not thought through: each project has one of these. */
    private static final List<Map<String, String>> NAMES = List.of(
            Map.of("artifactId", "acme-shop", "package", "com.acme.shop", "resource", "order"),
            Map.of("artifactId", "a", "package", "a", "resource", "x"),
            Map.of("artifactId", "My.Shop_2", "package", "com.acme.my_Shop2", "resource", "sensorReading"),
            Map.of(
                    "artifactId",
                    "a-name-of-forty-characters-which-is-long",
                    "package",
                    "com.acme.very.deeply.nested.packages.of.the.company",
                    "resource",
                    "address"));

    private static final int LINES_OF_A_FAULT = 40;

    private static final Duration LIMIT = Duration.ofMinutes(Integer.getInteger("realDoor.minutes", 20));

    private final Catalogue catalogue = Generator.load().catalogue();
    private final Stopwatch clock = new Stopwatch();
    private final Queue<String> faults = new ConcurrentLinkedQueue<>();
    private final AtomicInteger built = new AtomicInteger();
    private final AtomicReference<Duration> longest = new AtomicReference<>(Duration.ofMinutes(1));

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    /** Else nothing of what has that name is built, and one learns it after an hour. */
    @Test
    void itsNamesAreLegal() {
        var generator = Generator.load();
        var smallest = Map.of("storageFirst", "sqs", "circuitBreaker", "false");

        for (var names : NAMES) {
            assertThatCode(() ->
                            generator.project(with(names, new Variant(smallest)).answers()))
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void everyProjectBuildsTestsAndSynthesizes() throws Exception {
        assumeFalse(
                "some".equals(System.getProperty("variants", "some")),
                "builds projects only with -Pall-variants; GeneratedProjectIT builds a few");
        var projects = projects().stream().filter(Variant::isWanted).toList();
        System.out.printf("%d projects, as many as %d minutes allow%n", projects.size(), LIMIT.toMinutes());
        var queue = new ConcurrentLinkedQueue<>(projects);
        var cores = Runtime.getRuntime().availableProcessors();
        var executor = Executors.newFixedThreadPool(cores);
        for (var i = 0; i < cores; i++) {
            executor.submit(() -> {
                while (clock.time().plus(longest.get()).compareTo(LIMIT) < 0) {
                    var next = queue.poll();
                    if (next == null) {
                        return;
                    }
                    build(next);
                }
            });
        }
        executor.shutdown();
        assertThat(executor.awaitTermination(10, TimeUnit.HOURS)).isTrue();

        queue.forEach(variant -> System.out.printf("not built, for want of time: %s%n", variant));
        System.out.printf("%d of %d projects built in %s%n", built.get(), projects.size(), clock);
        assertThat(faults).isEmpty();
        assertThat(built.get()).isPositive();
    }

    private void build(Variant variant) {
        var its = new Stopwatch();
        buildTestAndSynthesize(variant);
        longest.accumulateAndGet(its.time(), (one, other) -> one.compareTo(other) > 0 ? one : other);
        System.out.printf(
                "%d built after %s, %d faults: %s in %s%n",
                built.incrementAndGet(), clock, faults.size(), variant, its);
    }

    private void buildTestAndSynthesize(Variant variant) {
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
            var fault = variant.command() + "\n" + shortened(String.valueOf(e.getMessage()));
            faults.add(fault);
            // At once: hours may be left.
            System.out.println(fault);
        }
    }

    /** Of what a build says, the lines that say why it failed. */
    private static String shortened(String message) {
        var lines = message.lines().toList();
        var errors = lines.stream()
                .filter(line -> line.matches("(?i).*(ERROR|\\bwarn).*"))
                .toList();
        return (errors.isEmpty() ? lines : errors)
                .stream()
                        .limit(LINES_OF_A_FAULT)
                        .map(line -> line.substring(0, Math.min(line.length(), 600)))
                        .collect(Collectors.joining("\n"));
    }

    /** Those that show most come first. */
    private List<Variant> projects() {
        var everything = ValidCombinations.ofEverything(catalogue);
        var named = everything.stream()
                .flatMap(variant -> NAMES.stream().map(names -> with(names, variant)))
                .toList();
        var bySize =
                everything.stream().sorted(Comparator.comparing(this::size)).toList();
        var projects = new LinkedHashSet<Variant>();
        projects.add(with(NAMES.get(0), bySize.get(bySize.size() - 1)));
        projects.addAll(CoveringSet.of(2, named));
        patterns()
                .forEach(pattern -> bySize.stream()
                        .filter(variant -> variant.choices().entrySet().contains(pattern))
                        .findFirst()
                        .ifPresent(variant -> projects.add(with(NAMES.get(0), variant))));
        return List.copyOf(projects);
    }

    private static Variant with(Map<String, String> names, Variant variant) {
        var named = new LinkedHashMap<>(variant.choices());
        named.putAll(names);
        return new Variant(named);
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
