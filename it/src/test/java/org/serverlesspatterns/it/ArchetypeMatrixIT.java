package org.serverlesspatterns.it;

import java.nio.file.Path;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.serverlesspatterns.it.kit.Generate;
import org.serverlesspatterns.it.kit.Jdks;
import org.serverlesspatterns.it.kit.Maven;

/** The archetype makes the same bytes on every version of the archetype plugin that it is made for, and on every JDK. */
class ArchetypeMatrixIT {

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    @ParameterizedTest(name = "plugin {0} on JDK {1}")
    @CsvSource(textBlock = """
            3.1.2, 17
            3.2.1, 17
            3.3.1, 17
            3.4.1, 17
            3.4.1, 25
            """)
    void makesTheProjectOnlineAndOffline(String plugin, int jdk) {
        var maven = Maven.batch().on(Jdks.version(jdk));
        var generate = Generate.archetype(plugin).with("javaVersion", "17");

        makes(generate.by(maven).with("artifactId", "online"));
        makes(generate.by(maven.with("--offline")).with("artifactId", "offline"));
    }

    private void makes(Generate generate) {
        generate.in(folder).isSuccess();

        generate.project(folder)
                .sameBytesAs(generate.expected())
                .isExecutable("mvnw")
                .hasFile(".gitignore");
    }
}
