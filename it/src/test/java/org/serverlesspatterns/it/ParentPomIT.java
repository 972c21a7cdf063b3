package org.serverlesspatterns.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.serverlesspatterns.it.kit.Generate;
import org.serverlesspatterns.it.kit.Maven;

/** In the folder of an aggregator the new project becomes its module, which the archetype plugin enters by itself. */
class ParentPomIT {

    private static final String AGGREGATOR = """
            <?xml version="1.0" encoding="UTF-8"?>
            <project xmlns="http://maven.apache.org/POM/4.0.0">
                <modelVersion>4.0.0</modelVersion>
                <groupId>com.acme</groupId>
                <artifactId>everything</artifactId>
                <version>7</version>
                <packaging>pom</packaging>
                <!-- kept -->
            </project>
            """;

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    private Path pom;

    @BeforeEach
    void writeAggregator() throws IOException {
        pom = Files.writeString(folder.resolve("pom.xml"), AGGREGATOR);
    }

    @Test
    void theProjectBecomesAModule() {
        var generate = Generate.archetype();

        generate.in(folder).isSuccess();

        assertThat(pom).content().contains("<module>acme-shop</module>", "<!-- kept -->");
        assertThat(generate.project(folder).read("pom.xml").replaceAll("\\s+", ""))
                .contains("<parent><groupId>com.acme</groupId><artifactId>everything</artifactId><version>7</version>");
        Maven.batch()
                .run(folder, List.of("validate"))
                .isSuccess()
                .says("everything", "acme-shop-functions", "acme-shop-infrastructure");
    }

    @Test
    void aRefusedOneDoesNot() throws IOException {
        var generate = Generate.archetype().with("apiAuth", "basic");

        generate.in(folder).isFailure().says("apiAuth='basic' is not a choice");

        generate.project(folder).doesNotExist();
        assertThat(pom).content().doesNotContain("module").contains("<!-- kept -->");
        Maven.batch().run(folder, List.of("validate")).isSuccess();
    }

    /** The module that was there before stays, and keeps its place. */
    @Test
    void aRefusedOneLeavesTheOtherModules() throws IOException {
        Files.createDirectory(folder.resolve("other"));
        Files.writeString(folder.resolve("other/pom.xml"), AGGREGATOR.replace("everything", "other"));
        Files.writeString(
                pom, AGGREGATOR.replace("<!-- kept -->", "<modules>\n        <module>other</module>\n    </modules>"));

        Generate.archetype().with("apiAuth", "basic").in(folder).isFailure();

        assertThat(pom).content().contains("<module>other</module>").doesNotContain("acme-shop");
        Maven.batch().run(folder, List.of("validate")).isSuccess();
    }
}
