package org.serverlesspatterns.it.kit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The local repository into which the build has installed what it made. Whatever else Maven needs comes from the
 * developer's own local repository, read as a remote one, and from Maven Central.
 */
final class IsolatedRepository {

    private static final String SETTINGS = """
            <settings xmlns="http://maven.apache.org/SETTINGS/1.0.0">
                <profiles>
                    <profile>
                        <id>developer</id>
                        <repositories>%1$s</repositories>
                        <pluginRepositories>%2$s</pluginRepositories>
                    </profile>
                </profiles>
                <activeProfiles>
                    <activeProfile>developer</activeProfile>
                </activeProfiles>
            </settings>
            """;

    private static final String REPOSITORY = """
            <%1$s>
                <id>developer</id>
                <url>%2$s</url>
                <releases><checksumPolicy>ignore</checksumPolicy></releases>
                <snapshots><enabled>false</enabled></snapshots>
            </%1$s>""";

    private IsolatedRepository() {}

    static Path folder() {
        return BuildUnderTest.target().resolve("local-repo");
    }

    /** Taken in the place of the installation's settings: those of the user, with proxies and mirrors, hold as well. */
    static Path globalSettings() {
        var file = BuildUnderTest.target().resolve("settings.xml");
        var developer = BuildUnderTest.localRepository().toUri();
        try {
            Files.writeString(
                    file,
                    SETTINGS.formatted(
                            REPOSITORY.formatted("repository", developer),
                            REPOSITORY.formatted("pluginRepository", developer)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }
}
