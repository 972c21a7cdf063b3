package org.serverlesspatterns.it.variants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.serverlesspatterns.generator.Generator;
import org.serverlesspatterns.it.kit.BuildUnderTest;

/**
 * A few projects are as they were when somebody last looked at them, in {@code src/test/snapshots}: what a change of a
 * template does to them is in the same commit, and is reviewed with it.
 */
class SnapshotsTest {

    private static final String ACCEPT = "mvn -pl it -am test -Dtest=SnapshotsTest -Daccept";

    /** The rest is seen in the diff of the accepted files. */
    private static final int LINES_SHOWN = 200;

    private static final Path FOLDER = BuildUnderTest.root().resolve("it/src/test/snapshots");

    private static final Workbench WORKBENCH = new Workbench(VariantsFolder.here());

    enum Profile {
        DEFAULT("ci=github"),
        STORAGE_FIRST_FIFO("storageFirst=sqs-fifo,circuitBreaker=false,featureFlags=false"),
        CIRCUIT_BREAKER("storageFirst=none,circuitBreaker=true,healthChecks=both,featureFlags=false"),
        CRUD_NESTED(
                "storageFirst=none,circuitBreaker=false,featureFlags=false,crud=nested,crudTask=dynamodb,apiAuth=cognito"),
        EVERYTHING(
                "storageFirst=kinesis,circuitBreaker=true,downstream=http,healthChecks=both,featureFlags=true,crud=nested,crudTask=lambda");

        private final Variant variant;

        Profile(String choices) {
            this.variant = Variant.parse(choices);
        }

        String folder() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    @AfterAll
    static void close() {
        WORKBENCH.close();
    }

    @ParameterizedTest
    @EnumSource
    void isAsItWasAccepted(Profile profile) {
        var folder = FOLDER.resolve(profile.folder());
        var snapshot = Snapshot.of(WORKBENCH.build(Generator.load(), profile.variant));
        if (System.getProperty("accept") != null) {
            snapshot.write(folder);
        }

        var diff = Snapshot.read(folder).diff(snapshot);

        if (!diff.isEmpty()) {
            fail(
                    "%n%s%n%nThe project '%s' (%s) changes so. If it should, accept all changes, look at them, and commit them:%n    %s%n",
                    shown(diff), profile.folder(), profile.variant, ACCEPT);
        }
    }

    private static String shown(List<String> diff) {
        var lines = diff.subList(0, Math.min(LINES_SHOWN, diff.size()));
        var more = diff.size() - lines.size();
        return String.join("\n", lines) + (more == 0 ? "" : "\n… and %,d lines more".formatted(more));
    }

    /** What nobody compares with anything any more would only look like a test. */
    @Test
    void everyFolderIsOfAProfile() throws IOException {
        try (var folders = Files.list(FOLDER)) {
            assertThat(folders.map(folder -> folder.getFileName().toString()))
                    .isSubsetOf(Stream.of(Profile.values()).map(Profile::folder).toList());
        }
    }
}
