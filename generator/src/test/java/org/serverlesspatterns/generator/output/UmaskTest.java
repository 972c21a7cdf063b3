package org.serverlesspatterns.generator.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.serverlesspatterns.generator.ChildJvm;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "there is no umask")
class UmaskTest {

    @TempDir
    Path sandbox;

    /** Writes one small project. */
    public static final class Writes {

        public static void main(String[] arguments) {
            var tree = FileTree.of(Map.of()).with("run", "#!/bin/sh\n").with("read", "me");
            new DirectoryWriter().write(tree, Path.of(arguments[0]), Set.of());
        }
    }

    @Test
    void holdsForFoldersFilesAndScripts() throws Exception {
        var target = sandbox.resolve("project");

        var shell = List.of("sh", "-c", "umask 027; exec \"$@\"", "sh");
        ChildJvm.output(ChildJvm.start(shell, List.of(), Writes.class, target.toString()));

        assertThat(permissions(target)).isEqualTo("rwxr-x---");
        assertThat(permissions(target.resolve("run"))).isEqualTo("rwxr-x---");
        assertThat(permissions(target.resolve("read"))).isEqualTo("rw-r-----");
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
