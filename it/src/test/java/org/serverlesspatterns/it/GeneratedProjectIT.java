package org.serverlesspatterns.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.serverlesspatterns.it.kit.Generate;
import org.serverlesspatterns.it.kit.GeneratedProject;
import org.serverlesspatterns.it.kit.Jdk;
import org.serverlesspatterns.it.kit.Jdks;
import org.serverlesspatterns.it.kit.Maven;

/**
 * What a user does with a new project: {@code ./mvnw verify} and {@code npx cdk synth} succeed and warn of nothing.
 *
 * <p>Each row takes a minute or two, so the table is short: every choice stands in one row at least.
 */
class GeneratedProjectIT {

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    @ParameterizedTest(name = "JDK {0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            17 | javaVersion=17
            17 | javaVersion=17 storageFirst=step-functions circuitBreaker=false featureFlags=false
            25 | javaVersion=21 storageFirst=dynamodb circuitBreaker=false apiAuth=cognito ci=gitlab resource=sensorReading
            25 | javaVersion=25 storageFirst=iot healthChecks=none ci=none artifactId=a package=a
            """)
    void buildsTestsAndSynthesizes(int jdkVersion, String answers) {
        var jdk = Jdks.version(jdkVersion);
        var generate = Generate.archetype().by(Maven.batch().on(jdk));
        for (var answer : answers.split(" +")) {
            generate = generate.with(answer.split("=")[0], answer.split("=")[1]);
        }
        generate.in(folder).isSuccess();
        var project = generate.project(folder);

        project.run(jdk, "./mvnw", "--batch-mode", "verify").isSuccess().warnsOfNothing();

        synthesizes(project, jdk, "dev");
        synthesizes(project, jdk, "prod");
    }

    private static void synthesizes(GeneratedProject project, Jdk jdk, String stage) {
        var output = "cdk.out/" + stage;

        project.run(jdk, "npx", "cdk", "synth", "-c", "stage=" + stage, "--output", output)
                .isSuccess()
                .warnsOfNothing();

        assertThat(project.templates(output))
                .isNotEmpty()
                .allSatisfy(template -> assertThat(template).contains("\"Resources\"", "AWS::Lambda::Function"));
    }
}
