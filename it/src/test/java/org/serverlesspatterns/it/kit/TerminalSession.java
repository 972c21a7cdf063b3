package org.serverlesspatterns.it.kit;

import static org.assertj.core.api.Assertions.assertThat;

import com.pty4j.PtyProcessBuilder;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A program in a pseudo-terminal, and the person in front of it. */
public final class TerminalSession implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final String command;
    private final Process process;
    private final StringBuilder screen = new StringBuilder();
    private int read;
    private boolean ended;

    private TerminalSession(String command, Process process) {
        this.command = command;
        this.process = process;
        var reader = new Thread(this::readScreen, "screen of " + command);
        reader.setDaemon(true);
        reader.start();
    }

    static TerminalSession start(Path folder, Jdk jdk, List<String> command) {
        var environment = new HashMap<>(System.getenv());
        environment.put("JAVA_HOME", jdk.home().toString());
        environment.put("TERM", "dumb");
        // Maven 4 takes it for --batch-mode.
        environment.remove("CI");
        try {
            var process = new PtyProcessBuilder(command.toArray(String[]::new))
                    .setDirectory(folder.toString())
                    .setEnvironment(environment)
                    .setInitialColumns(400)
                    .start();
            return new TerminalSession(String.join(" ", command), process);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until this is on the screen, below what was waited for before. */
    public synchronized MatchResult waitFor(String regex) {
        var pattern = Pattern.compile(regex);
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            var matcher = pattern.matcher(screen).useAnchoringBounds(false).region(read, screen.length());
            if (matcher.find()) {
                read = matcher.end();
                return matcher.toMatchResult();
            }
            var left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
            if (ended || left <= 0) {
                throw new AssertionError(
                        "'%s' did not appear in %s. The screen:%n%s".formatted(regex, command, screen));
            }
            sleep(left);
        }
    }

    /** Types a line and the Enter key. */
    public void type(String line) {
        press(line + "\n");
    }

    /** Presses Ctrl-D. */
    public void endInput() {
        press("\u0004");
    }

    private void press(String keys) {
        try {
            var keyboard = process.getOutputStream();
            keyboard.write(keys.getBytes(StandardCharsets.UTF_8));
            keyboard.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits for the end. */
    public CommandResult end() {
        try {
            assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                    .as("%s ended. The screen:%n%s", command, screen())
                    .isTrue();
            waitForLastOutput();
            return new CommandResult(command, process.exitValue() == 0, screen());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private synchronized void waitForLastOutput() {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!ended && System.nanoTime() < deadline) {
            sleep(100);
        }
    }

    private synchronized String screen() {
        return screen.toString();
    }

    private synchronized void sleep(long milliseconds) {
        try {
            wait(milliseconds);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void readScreen() {
        var buffer = new char[4096];
        try (Reader reader = new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)) {
            for (int count = reader.read(buffer); count >= 0; count = reader.read(buffer)) {
                show(new String(buffer, 0, count));
            }
        } catch (IOException e) {
            // The program has ended and its terminal is closed.
        }
        synchronized (this) {
            ended = true;
            notifyAll();
        }
    }

    private synchronized void show(String text) {
        screen.append(text.replace("\r", ""));
        notifyAll();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
