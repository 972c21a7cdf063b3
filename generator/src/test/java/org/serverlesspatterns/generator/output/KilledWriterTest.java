package org.serverlesspatterns.generator.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.serverlesspatterns.generator.ChildJvm;

/** A JVM that is stopped in the middle of writing leaves whole projects or nothing. */
class KilledWriterTest {

    private static final int FILES = 150;
    private static final int ROUNDS = 10;
    private static final String STUB = "pom.xml";
    private static final String HALF_WRITTEN = ".serverless-patterns-";
    private static final Map<String, String> WHOLE = text(tree());

    @TempDir
    Path sandbox;

    /** Writes one project after the other until it is stopped. */
    public static final class WritesOn {

        public static void main(String[] arguments) throws IOException {
            var work = Path.of(arguments[0]);
            var writer = new DirectoryWriter(Path.of(arguments[1]));
            // Made once, so that nearly all of the time is spent writing.
            var tree = tree();
            for (var i = 0; ; i++) {
                var target = work.resolve("project-" + i);
                Files.createDirectory(target);
                Files.createFile(target.resolve(STUB));
                writer.write(tree, target, Set.of(STUB));
                System.out.println("written");
            }
        }
    }

    private static FileTree tree() {
        var tree = FileTree.of(Map.of());
        for (var i = 0; i < FILES; i++) {
            tree = tree.with("folder-" + i % 10 + "/file-" + i, "x".repeat(i));
        }
        return tree.with(STUB, "whole");
    }

    @Test
    void killed() throws Exception {
        var interrupted = 0;
        for (var round = 0; round < ROUNDS; round++) {
            interrupted += leftInStaging(stopped(round, Process::destroyForcibly)) ? 1 : 0;
        }
        assertThat(interrupted).as("rounds in which the kill hit a write").isPositive();
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "there is no signal that a JVM could catch")
    void toldToStop() throws Exception {
        for (var round = 0; round < ROUNDS; round++) {
            assertThat(leftInStaging(stopped(round, Process::destroy)))
                    .as("the staging folder is gone")
                    .isFalse();
        }
    }

    /** Stops a child at a moment of the round's own, and checks what it left. */
    private Path stopped(int round, Consumer<Process> signal) throws Exception {
        var work = Files.createDirectory(sandbox.resolve("work-" + round));
        var staging = Files.createDirectory(sandbox.resolve("staging-" + round));
        var child = ChildJvm.start(List.of(), WritesOn.class, work.toString(), staging.toString());
        try (var output = child.inputReader()) {
            assertThat(output.readLine()).isEqualTo("written");
            Thread.sleep(new Random(round).nextInt(80));
            signal.accept(child);
            child.waitFor();
        } finally {
            child.destroyForcibly();
        }
        try (var projects = Files.list(work)) {
            assertThat(projects)
                    .isNotEmpty()
                    .allSatisfy(project -> assertThat(content(project)).isIn(Map.of(), Map.of(STUB, ""), WHOLE));
        }
        return staging;
    }

    private static Map<String, String> text(FileTree tree) {
        return tree.files().keySet().stream().collect(Collectors.toMap(path -> path, tree::text));
    }

    private static Map<String, String> content(Path project) throws IOException {
        var content = new TreeMap<String, String>();
        try (var paths = Files.walk(project)) {
            for (var path : paths.filter(Files::isRegularFile).toList()) {
                content.put(project.relativize(path).toString().replace('\\', '/'), Files.readString(path));
            }
        }
        return content;
    }

    private static boolean leftInStaging(Path staging) throws IOException {
        try (var entries = Files.list(staging)) {
            var left = entries.toList();
            assertThat(left)
                    .allSatisfy(
                            path -> assertThat(path.getFileName().toString()).startsWith(HALF_WRITTEN));
            return !left.isEmpty();
        }
    }
}
