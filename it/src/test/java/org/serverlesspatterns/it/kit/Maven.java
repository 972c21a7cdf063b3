package org.serverlesspatterns.it.kit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.maven.shared.verifier.VerificationException;
import org.apache.maven.shared.verifier.Verifier;

/**
 * A Maven in a process of its own, with the {@link IsolatedRepository}.
 *
 * @param home of the Maven that runs this build, or another one
 * @param flags precede the goals, such as {@code --batch-mode}
 */
public record Maven(Path home, Jdk jdk, List<String> flags) {

    private static final List<String> FORKED = List.of("--no-transfer-progress", "-Dstyle.color=never");

    /** In batch mode, on the running JDK. */
    public static Maven batch() {
        return new Maven(BuildUnderTest.mavenHome(), Jdks.running(), List.of("--batch-mode"));
    }

    /** Without {@code --batch-mode}. */
    public static Maven interactive() {
        return new Maven(BuildUnderTest.mavenHome(), Jdks.running(), List.of());
    }

    public Maven on(Jdk otherJdk) {
        return new Maven(home, otherJdk, flags);
    }

    public Maven of(Path otherHome) {
        return new Maven(otherHome, jdk, flags);
    }

    public Maven with(String flag) {
        return new Maven(
                home, jdk, Stream.concat(flags.stream(), Stream.of(flag)).toList());
    }

    /** Runs it without a terminal. Its input stays open and is empty, so whatever reads from it waits for ever. */
    public CommandResult run(Path folder, List<String> arguments) {
        try {
            var verifier = new Verifier(folder.toString(), null, false, home.toString(), new String[0]);
            var log = Files.createTempFile("maven-", ".log");
            verifier.setForkJvm(true);
            verifier.setAutoclean(false);
            verifier.setLocalRepo(IsolatedRepository.folder().toString());
            verifier.setLogFileName(folder.toAbsolutePath().relativize(log).toString());
            verifier.setEnvironmentVariable("JAVA_HOME", jdk.home().toString());
            verifier.addCliArguments(options(arguments).toArray(String[]::new));
            var succeeded = succeeds(verifier);
            var output = Files.readString(log);
            Files.delete(log);
            return new CommandResult("mvn " + String.join(" ", arguments), succeeded, output);
        } catch (IOException | VerificationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The same as one line of a shell, for a terminal. */
    List<String> commandLine(List<String> arguments) {
        var command = new ArrayList<String>();
        command.add(home.resolve("bin/mvn").toString());
        command.add("-Dmaven.repo.local=" + IsolatedRepository.folder());
        command.addAll(options(arguments));
        return command;
    }

    private List<String> options(List<String> arguments) {
        return Stream.of(
                        List.of(
                                "--global-settings",
                                IsolatedRepository.globalSettings().toString()),
                        FORKED,
                        flags,
                        arguments)
                .flatMap(List::stream)
                .toList();
    }

    /** The verifier says by an exception alone that Maven failed; what Maven said is in the log. */
    private static boolean succeeds(Verifier verifier) {
        try {
            verifier.execute();
            return true;
        } catch (VerificationException e) {
            if (e.getCause() != null) {
                throw new IllegalStateException(e);
            }
            return false;
        }
    }
}
