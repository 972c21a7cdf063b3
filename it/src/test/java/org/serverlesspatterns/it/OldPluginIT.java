package org.serverlesspatterns.it;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.serverlesspatterns.it.kit.BuildUnderTest;
import org.serverlesspatterns.it.kit.Generate;
import org.serverlesspatterns.it.kit.Maven;

/** Archetype plugins before 3.0 know no post-generate script: they leave the stub and say that all went well. */
class OldPluginIT {

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    @Test
    void leavesAProjectThatSaysWhatToDo() {
        var generate = Generate.archetype("2.4");
        generate.in(folder).isSuccess();

        Maven.batch()
                .run(generate.project(folder).folder(), List.of("verify"))
                .isFailure()
                .says(
                        "The generation of this project did not finish",
                        "maven-archetype-plugin:" + BuildUnderTest.archetypePlugin(),
                        "serverless-patterns-maven-plugin:" + BuildUnderTest.version() + ":new");
    }
}
