package org.serverlesspatterns.it.variants.loop;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClasspathRoots;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/**
 * A program that keeps the libraries of a module warm, the CDK kernel and DynamoDB Local among them, and runs the tests
 * of one build of it after the other. Each line that it reads has the class folders of a build, that of the tests first;
 * it answers with what failed, a summary, and {@value #END}.
 */
public final class WarmTests {

    static final String END = "--- end of tests ---";

    private static final int LINES_OF_A_FAILURE = 12;

    private WarmTests() {}

    /** @param arguments the file that takes what the tests print */
    public static void main(String[] arguments) throws IOException {
        var answers = System.out;
        var log = new PrintStream(arguments[0], StandardCharsets.UTF_8);
        System.setOut(log);
        System.setErr(log);
        var input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (var line = input.readLine(); line != null; line = input.readLine()) {
            var folders =
                    Stream.of(line.split(File.pathSeparator)).map(Path::of).toList();
            try (var classes = new URLClassLoader(urls(folders), WarmTests.class.getClassLoader())) {
                Thread.currentThread().setContextClassLoader(classes);
                answers.println(run(folders.get(0)));
            }
            answers.println(END);
            answers.flush();
        }
        // Libraries have threads that would go on.
        System.exit(0);
    }

    private static String run(Path testClasses) {
        var request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClasspathRoots(Set.of(testClasses)))
                .build();
        var listener = new SummaryGeneratingListener();
        LauncherFactory.create().execute(request, listener);
        var summary = listener.getSummary();
        var failures = new StringBuilder();
        summary.getFailures().forEach(failure -> failures.append(describe(failure)));
        return "%s%d tests in %.1f s, %d failed, %d skipped"
                .formatted(
                        failures,
                        summary.getTestsStartedCount(),
                        (summary.getTimeFinished() - summary.getTimeStarted()) / 1_000.0,
                        summary.getTotalFailureCount(),
                        summary.getTestsSkippedCount());
    }

    private static String describe(TestExecutionSummary.Failure failure) {
        var text = String.valueOf(failure.getException());
        var lines = text.lines().limit(LINES_OF_A_FAILURE).toList();
        return "FAILED %s%n    %s%n    at %s%n"
                .formatted(
                        name(failure.getTestIdentifier()), String.join("\n    ", lines), place(failure.getException()));
    }

    private static String name(TestIdentifier test) {
        return test.getUniqueId().replaceFirst("^\\[engine:[\\w-]+]/", "");
    }

    /** The first line of the project itself. */
    private static String place(Throwable exception) {
        var classes = Thread.currentThread().getContextClassLoader();
        return List.of(exception.getStackTrace()).stream()
                .filter(frame -> isOfProject(frame.getClassName(), classes))
                .findFirst()
                .map(StackTraceElement::toString)
                .orElse("?");
    }

    private static boolean isOfProject(String className, ClassLoader classes) {
        try {
            return Class.forName(className, false, classes).getClassLoader() == classes;
        } catch (ClassNotFoundException | LinkageError e) {
            return false;
        }
    }

    private static URL[] urls(List<Path> folders) {
        return folders.stream()
                .map(folder -> {
                    try {
                        return folder.toUri().toURL();
                    } catch (MalformedURLException e) {
                        throw new IllegalArgumentException(e);
                    }
                })
                .toArray(URL[]::new);
    }
}
