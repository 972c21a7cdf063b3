package org.serverlesspatterns.it.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.serverlesspatterns.generator.output.FileTree;

/** A project that was generated, or that should not have been. */
public record GeneratedProject(Path folder) {

    public GeneratedProject hasFile(String path) {
        assertThat(folder.resolve(path)).isRegularFile();
        return this;
    }

    public GeneratedProject isExecutable(String path) {
        assertThat(folder.resolve(path)).isExecutable();
        return this;
    }

    public GeneratedProject doesNotExist() {
        assertThat(folder).doesNotExist();
        return this;
    }

    /** The same files, byte for byte, and the same ones executable. */
    public GeneratedProject sameBytesAs(FileTree tree) {
        var files = files();
        assertThat(files.keySet()).isEqualTo(tree.files().keySet());
        files.forEach((path, content) -> {
            if (!Arrays.equals(content, tree.files().get(path))) {
                assertThat(new String(content, StandardCharsets.UTF_8))
                        .as("%s, which has other bytes", path)
                        .isEqualTo(tree.text(path));
            }
            assertThat(Files.isExecutable(folder.resolve(path)))
                    .as("%s is executable", path)
                    .isEqualTo(tree.isExecutable(path));
        });
        return this;
    }

    /** Runs a command in the project, with nothing but a JDK given. */
    public CommandResult run(Jdk jdk, String... command) {
        var environment = Map.of(
                "JAVA_HOME",
                jdk.home().toString(),
                "MAVEN_ARGS",
                "--no-transfer-progress -Dstyle.color=never -Dmaven.repo.local=" + BuildUnderTest.localRepository());
        return Command.run(folder, environment, "", List.of(command));
    }

    public String read(String path) {
        try {
            return Files.readString(folder.resolve(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The CloudFormation templates that a synthesis has written into this folder. */
    public List<String> templates(String output) {
        return files().keySet().stream()
                .filter(path -> path.matches(output + "/[^/]+\\.template\\.json"))
                .map(this::read)
                .toList();
    }

    private SortedMap<String, byte[]> files() {
        var files = new TreeMap<String, byte[]>();
        try (var paths = Files.walk(folder)) {
            for (var path : paths.filter(Files::isRegularFile).toList()) {
                files.put(folder.relativize(path).toString().replace('\\', '/'), Files.readAllBytes(path));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }
}
