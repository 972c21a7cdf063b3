package org.serverlesspatterns.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.serverlesspatterns.it.kit.Generate;
import org.serverlesspatterns.it.kit.Jdks;
import org.serverlesspatterns.it.kit.Maven;

/** {@code serverless-patterns:new}: the same project as from the archetype, without the archetype plugin. */
class NewGoalIT {

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    @ParameterizedTest(name = "JDK {0}")
    @ValueSource(ints = {17, 25})
    void makesTheSameBytes(int jdk) {
        var generate = Generate.newGoal()
                .by(Maven.batch().on(Jdks.version(jdk)))
                .with("javaVersion", "17")
                .with("apiAuth", "cognito");

        generate.in(folder).isSuccess();

        generate.project(folder).sameBytesAs(generate.expected()).isExecutable("mvnw");
    }

    @ParameterizedTest(name = "{0}={1}")
    @CsvSource(delimiter = '|', textBlock = """
            apiAuth    | basic | apiAuth='basic' is not a choice. Allowed: iam, cognito.
            apiauth    | iam   | There is no option 'apiauth'. Did you mean apiAuth?
            artifactId | ../x  | artifactId='../x' is not a legal name.
            """)
    void refuses(String key, String value, String message) {
        Generate.newGoal().with(key, value).in(folder).isFailure().says(message);

        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void saysWhatIsMissing() {
        Generate.newGoal().without("artifactId").in(folder).isFailure().says("artifactId is missing", "-DartifactId=");

        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void leavesAFolderWithFilesAlone() throws IOException {
        var generate = Generate.newGoal();
        var pom = Files.createDirectory(folder.resolve("acme-shop")).resolve("pom.xml");
        Files.writeString(pom, "<project/>");

        generate.in(folder).isFailure().says("has files already (pom.xml)");

        assertThat(pom).hasContent("<project/>");
    }
}
