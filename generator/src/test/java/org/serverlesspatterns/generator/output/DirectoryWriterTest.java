package org.serverlesspatterns.generator.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.serverlesspatterns.generator.Refusal;

class DirectoryWriterTest {

    private static final FileTree TREE = FileTree.of(Map.of())
            .with("README.md", "read me")
            .with("bin/run", "#!/bin/sh\n")
            .with("a/b/c/d.txt", "d");

    @TempDir
    Path sandbox;

    private Path staging;
    private Path work;
    private Path target;

    @BeforeEach
    void folders() throws IOException {
        staging = Files.createDirectory(sandbox.resolve("staging"));
        work = Files.createDirectory(sandbox.resolve("work"));
        target = work.resolve("project");
    }

    @Test
    void writesTheWholeTreeAndLeavesNothingElse() throws IOException {
        write(TREE);

        assertThat(everything())
                .isEqualTo(Map.of(
                        "work/project/README.md", "read me",
                        "work/project/bin/run", "#!/bin/sh\n",
                        "work/project/a/b/c/d.txt", "d"));
        assertThat(staging).isEmptyDirectory();
    }

    @Test
    void writesIntoAnEmptyFolder() throws IOException {
        Files.createDirectory(target);

        write(TREE);

        assertThat(target.resolve("README.md")).hasContent("read me");
    }

    @Test
    void makesTheFoldersAbove() throws IOException {
        target = work.resolve("x/y/project");

        write(TREE);

        assertThat(target.resolve("README.md")).hasContent("read me");
        assertThat(staging).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(strings = {"missing", "file"})
    void stagesBesideTheTargetWhereTheTemporaryFolderCannotBeUsed(String temporary) throws IOException {
        Files.writeString(sandbox.resolve("file"), "");

        new DirectoryWriter(sandbox.resolve(temporary)).write(TREE, target, Set.of());

        assertThat(target.resolve("README.md")).hasContent("read me");
        assertThat(work).isDirectoryNotContaining("glob:**/.serverless-patterns-*");
    }

    @Test
    void replacesTheStub() throws IOException {
        Files.createDirectory(target);
        Files.writeString(target.resolve("README.md"), "a stub");
        Files.writeString(target.resolve("stub.xml"), "a stub");

        new DirectoryWriter(staging).write(TREE, target, Set.of("README.md", "stub.xml", "absent"));

        assertThat(everything().keySet())
                .containsExactly("work/project/README.md", "work/project/a/b/c/d.txt", "work/project/bin/run");
        assertThat(target.resolve("README.md")).hasContent("read me");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mine.txt", ".git", "README.md"})
    void anExistingFileIsRefusedAndLeftAlone(String name) throws IOException {
        Files.createDirectory(target);
        Files.writeString(target.resolve("pom.xml"), "the stub");
        Files.writeString(target.resolve(name), "mine");
        var before = everything();

        assertRefused(TREE, "pom.xml").hasMessageContaining("has files already (" + name + ")");

        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void anExistingFolderIsRefusedAndLeftAlone() throws IOException {
        Files.createDirectories(target.resolve("src"));

        assertRefused(TREE).hasMessageContaining("has files already (src)");

        assertThat(target.resolve("src")).isEmptyDirectory();
    }

    @Test
    void aFolderInPlaceOfTheStubIsRefusedAndLeftAlone() throws IOException {
        Files.createDirectories(target.resolve("pom.xml"));
        Files.writeString(target.resolve("pom.xml/mine"), "mine");
        var before = everything();

        assertRefused(TREE, "pom.xml").hasMessageContaining("Nothing was written");

        assertThat(everything()).isEqualTo(before);
        assertThat(staging).isEmptyDirectory();
    }

    @Test
    void aFileInPlaceOfTheTargetIsRefusedAndLeftAlone() throws IOException {
        Files.writeString(target, "mine");

        assertRefused(TREE).hasMessageContaining("is there already and is not a folder");

        assertThat(target).hasContent("mine");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "symbolic links need a privilege there")
    void aLinkInPlaceOfTheTargetIsRefusedAndNotFollowed() throws IOException {
        var elsewhere = Files.createDirectory(sandbox.resolve("elsewhere"));
        Files.createSymbolicLink(target, elsewhere);
        assertRefused(TREE).hasMessageContaining("is there already and is not a folder");
        assertThat(elsewhere).isEmptyDirectory();

        Files.delete(elsewhere);
        assertRefused(TREE).hasMessageContaining("is there already and is not a folder");
        assertThat(elsewhere).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"README.md/x", "z-too-long-a-name", "a/b/c/d.txt/deeper/still"})
    void aWriteThatFailsInTheMiddleLeavesNothing(String impossible) throws IOException {
        var tree = TREE.with(impossible.replace("too-long", "o".repeat(300)), "cannot be written");

        assertRefused(tree)
                .hasMessageStartingWith("The project could not be written to " + target + ": ")
                .hasMessageEndingWith("Nothing was written.");

        assertThat(everything()).isEmpty();
        assertThat(target).doesNotExist();
        assertThat(staging).isEmptyDirectory();
    }

    @Test
    void aWriteThatFailsInTheMiddleLeavesTheStub() throws IOException {
        Files.createDirectory(target);
        Files.writeString(target.resolve("pom.xml"), "the stub");

        assertRefused(TREE.with("README.md/x", ""), "pom.xml");

        assertThat(everything()).isEqualTo(Map.of("work/project/pom.xml", "the stub"));
    }

    @Test
    void aWriteThatFailsInTheMiddleLeavesNoFolderAbove() {
        target = work.resolve("x/y/project");

        assertRefused(TREE.with("README.md/x", ""));

        assertThat(work).isEmptyDirectory();
    }

    @Test
    void aFolderThatCannotBeMadeIsRefused() throws IOException {
        Files.writeString(work.resolve("file"), "mine");
        target = work.resolve("file/x/project");

        assertRefused(TREE).hasMessageContaining(work.resolve("file").toString());

        assertThat(everything()).isEqualTo(Map.of("work/file", "mine"));
    }

    @Test
    void onceTheJvmStopsNothingIsWrittenOrMoved() throws IOException {
        var stage = Staging.near(target, staging);
        stage.write("a", new byte[0], false);
        stage.close();

        assertThatThrownBy(() -> stage.write("b", new byte[0], false)).hasMessage("the JVM is stopping");
        assertThatThrownBy(() -> stage.moveTo(target, Set.of())).hasMessage("the JVM is stopping");
        assertThat(everything()).isEmpty();
        assertThat(staging).isEmptyDirectory();
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "there are no POSIX permissions")
    void permissionsAreThoseThatTheUmaskGives() throws IOException {
        var folder = PosixFilePermissions.toString(
                Files.getPosixFilePermissions(Files.createDirectory(sandbox.resolve("usual"))));
        var file = PosixFilePermissions.toString(
                Files.getPosixFilePermissions(Files.createFile(sandbox.resolve("usual/file"))));

        write(TREE);

        assertThat(permissions("")).isEqualTo(folder);
        assertThat(permissions("a/b")).isEqualTo(folder);
        assertThat(permissions("README.md")).isEqualTo(file).doesNotContain("x");
        assertThat(permissions("bin/run")).isEqualTo(file.replaceAll("(r.).", "$1x"));
    }

    private String permissions(String path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(target.resolve(path)));
    }

    private void write(FileTree tree) {
        new DirectoryWriter(staging).write(tree, target, Set.of());
    }

    private AbstractThrowableAssert<?, ?> assertRefused(FileTree tree, String... replaced) {
        return assertThatThrownBy(() -> new DirectoryWriter(staging).write(tree, target, Set.of(replaced)))
                .isInstanceOf(Refusal.class);
    }

    /** Every file in the sandbox with its content. */
    private Map<String, String> everything() throws IOException {
        var files = new TreeMap<String, String>();
        try (var paths = Files.walk(sandbox)) {
            for (var path : paths.filter(Files::isRegularFile).toList()) {
                files.put(sandbox.relativize(path).toString().replace('\\', '/'), Files.readString(path));
            }
        }
        return files;
    }
}
