package org.serverlesspatterns.it.variants.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Runs a program to its end. */
final class Tool {

    private Tool() {}

    /** @param output of both kinds */
    record Result(int exitCode, String output) {}

    static Result run(Path folder, List<String> command) {
        try {
            var log = Files.createTempFile("tool-", ".log");
            var process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            process.getOutputStream().close();
            var exitCode = process.waitFor();
            var output = Files.readString(log);
            Files.delete(log);
            return new Result(exitCode, output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
