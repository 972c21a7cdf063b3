package org.serverlesspatterns.it.variants.loop;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.platform.launcher.Launcher;
import org.serverlesspatterns.it.kit.Jdks;

/** {@link WarmTests} of one module, started when it is needed. For one thread. */
final class ModuleTests implements AutoCloseable {

    /** The CDK kernel keeps every construct that it has made. */
    private static final int RUNS_PER_PROCESS = 40;

    private final Path module;
    private List<Path> classPath = List.of();
    private Process process;
    private BufferedReader answers;
    private int runs;

    /** @param module its folder, in which its tests run as with Maven */
    ModuleTests(Path module) {
        this.module = module;
    }

    /**
     * @param libraries of its tests
     * @param classes folders with classes and resources, that of the tests first
     * @return what failed, and a summary in the last line
     */
    String run(List<Path> libraries, List<Path> classes) {
        try {
            if (process == null || !process.isAlive() || !libraries.equals(classPath) || runs++ >= RUNS_PER_PROCESS) {
                start(libraries);
            }
            process.getOutputStream().write((joined(classes.stream()) + "\n").getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().flush();
            var answer = new StringBuilder();
            for (var line = answers.readLine(); !WarmTests.END.equals(line); line = answers.readLine()) {
                if (line == null) {
                    return answer + "The JVM of the tests has ended: " + module.resolve("target/tests.log");
                }
                answer.append(line).append('\n');
            }
            return answer.toString().strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void start(List<Path> libraries) throws IOException {
        close();
        classPath = libraries;
        runs = 0;
        Files.createDirectories(module.resolve("target"));
        // The launcher is what Maven would add.
        var ours = Stream.of(placeOf(WarmTests.class), placeOf(Launcher.class));
        process = new ProcessBuilder(
                        Jdks.running().home().resolve("bin/java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        // One configuration for all class loaders: that of the project.
                        "-Dlog4j2.contextSelector=org.apache.logging.log4j.core.selector.BasicContextSelector",
                        "-Dlog4j2.configurationFile=src/main/resources/log4j2.xml",
                        "-cp",
                        joined(Stream.concat(libraries.stream(), ours)),
                        WarmTests.class.getName(),
                        "target/tests.log")
                .directory(module.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        answers = process.inputReader(StandardCharsets.UTF_8);
    }

    private static Path placeOf(Class<?> type) {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().getPath());
    }

    private static String joined(Stream<Path> paths) {
        return paths.map(path -> path.toAbsolutePath().toString()).collect(Collectors.joining(File.pathSeparator));
    }

    @Override
    public void close() {
        if (process != null) {
            process.destroy();
        }
    }
}
