package org.serverlesspatterns.it.kit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs a command without a terminal. Its input stays open, so that a command that waits for more is found out. */
final class Command {

    private static final Duration LIMIT = Duration.ofMinutes(10);

    private Command() {}

    /** @param input comes first; nothing comes after it */
    static CommandResult run(Path folder, Map<String, String> environment, String input, List<String> command) {
        try {
            var log = Files.createTempFile("command-", ".log");
            var builder = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile());
            builder.environment().putAll(environment);
            var process = builder.start();
            process.getOutputStream().write(input.getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().flush();
            var ended = ended(process);
            var output = Files.readString(log) + (ended ? "" : "\nStopped after " + LIMIT);
            Files.delete(log);
            return new CommandResult(String.join(" ", command), ended && process.exitValue() == 0, output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean ended(Process process) {
        try {
            return process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }
}
