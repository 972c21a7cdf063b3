package org.serverlesspatterns.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.serverlesspatterns.it.kit.Generate;

/** Bad answers, given to the real archetype: the build fails and says why, and nothing is left behind. */
class RefusalIT {

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path temporary;

    /** In which the archetype runs; a folder below the temporary one, so that a way out of it is seen. */
    private Path folder;

    @BeforeEach
    void makeFolder() throws IOException {
        folder = Files.createDirectory(temporary.resolve("here"));
    }

    static Stream<Arguments> badAnswers() {
        return Stream.of(
                Arguments.of(
                        "storageFirst",
                        "kinessis",
                        "storageFirst='kinessis' is not a choice. Allowed: none, sqs, sqs-fifo, dynamodb, kinesis,"
                                + " eventbridge, s3, sns, step-functions, iot. Nearest: kinesis."),
                Arguments.of("storagefirst", "sqs", "There is no option 'storagefirst'. Did you mean storageFirst?"),
                Arguments.of(
                        "package", "com.acme.class", "package='com.acme.class' contains the Java keyword 'class'."),
                Arguments.of("package", "com.acme shop", "package='com.acme shop' is not a legal name."),
                Arguments.of("artifactId", "../x", "artifactId='../x' is not a legal name."),
                Arguments.of("artifactId", "..", "artifactId='..' is not a legal name."),
                Arguments.of("artifactId", ".", "artifactId='.' is not a legal name."),
                Arguments.of("artifactId", "a/b", "artifactId='a/b' is not a legal name."),
                Arguments.of("artifactId", "my shop", "artifactId='my shop' is not a legal name."),
                Arguments.of("artifactId", "café", "is not a legal name."),
                Arguments.of("artifactId", "a".repeat(41), "has 41 characters, at most 40 fit"));
    }

    @ParameterizedTest(name = "{0}={1}")
    @MethodSource("badAnswers")
    void areRefused(String key, String value, String message) {
        Generate.archetype().with(key, value).in(folder).isFailure().says(message);

        assertThat(temporary).isDirectoryNotContaining(path -> !path.equals(folder));
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aCombinationThatIsExcludedIsRefused() {
        var generate = Generate.archetype().with("storageFirst", "iot").with("apiAuth", "cognito");

        generate.in(folder)
                .isFailure()
                .says(
                        "apiAuth='cognito' and storageFirst=iot, crud=none exclude each other: without an API nobody calls"
                                + " one.");

        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aFolderWithFilesIsLeftAlone() throws IOException {
        var generate = Generate.archetype();
        var notes = Files.createDirectory(folder.resolve("acme-shop")).resolve("notes.txt");
        Files.writeString(notes, "mine");

        generate.in(folder).isFailure().says("has files already (notes.txt)", "none of yours is overwritten");

        assertThat(notes).hasContent("mine");
        assertThat(notes.getParent()).isDirectoryNotContaining(path -> !path.equals(notes));
    }

    @Test
    void aProjectIsNotGeneratedOver() throws IOException {
        var generate = Generate.archetype();
        var pom = Files.createDirectory(folder.resolve("acme-shop")).resolve("pom.xml");
        Files.writeString(pom, "<project/>");

        generate.in(folder).isFailure().says("A Maven project already exists in the directory");

        assertThat(pom).hasContent("<project/>");
        assertThat(pom.getParent()).isDirectoryNotContaining(path -> !path.equals(pom));
    }
}
