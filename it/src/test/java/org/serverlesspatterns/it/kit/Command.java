package org.serverlesspatterns.it.kit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs a command without a terminal and without input. */
final class Command {

    private static final Duration LIMIT = Duration.ofMinutes(15);

    private Command() {}

    static CommandResult run(Path folder, Map<String, String> environment, List<String> command) {
        try {
            var log = Files.createTempFile("command-", ".log");
            var builder = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile());
            builder.environment().putAll(environment);
            var process = builder.start();
            process.getOutputStream().close();
            var ended = process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS);
            if (!ended) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
            }
            var output = Files.readString(log) + (ended ? "" : "\nStopped after " + LIMIT);
            Files.delete(log);
            return new CommandResult(String.join(" ", command), ended && process.exitValue() == 0, output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
