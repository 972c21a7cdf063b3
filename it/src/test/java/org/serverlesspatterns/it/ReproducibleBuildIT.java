package org.serverlesspatterns.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.serverlesspatterns.it.kit.BuildUnderTest;
import org.serverlesspatterns.it.kit.Maven;

/** The same sources, built a second time in another folder, make the same bytes. */
class ReproducibleBuildIT {

    private static final Set<String> NO_SOURCES = Set.of("target", ".git", ".idea");

    private static final List<String> JARS = List.of(
            "templates/target/serverless-patterns-templates",
            "generator/target/serverless-patterns-maven-plugin",
            "archetype/target/serverless-patterns-archetype");

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    @Test
    void jarsAreByteIdentical() throws IOException {
        var root = BuildUnderTest.root();
        copySources(root, folder);

        Maven.batch()
                .run(
                        folder,
                        List.of("package", "-pl", "archetype", "-am", "-Dmaven.test.skip", "-Dspotless.check.skip"))
                .isSuccess();

        for (var jar : JARS) {
            var path = jar + "-" + BuildUnderTest.version() + ".jar";
            assertThat(folder.resolve(path)).hasSameBinaryContentAs(root.resolve(path));
        }
    }

    private static void copySources(Path from, Path to) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
                    throws IOException {
                if (NO_SOURCES.contains(directory.getFileName().toString())) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                Files.createDirectories(to.resolve(from.relativize(directory)));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.copy(file, to.resolve(from.relativize(file)));
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
