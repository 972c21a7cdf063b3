package org.serverlesspatterns.generator.questions;

import java.io.Console;
import java.lang.reflect.Method;
import java.util.Optional;

/** Where questions are asked: a person reads the lines and answers. */
public interface Terminal {

    void println(String line);

    /**
     * Asks for one line.
     *
     * @return the line without its end, or null when the input has ended
     */
    String readLine(String prompt);

    /** The terminal of this process, or empty where input or output is redirected. */
    static Optional<Terminal> ofProcess() {
        return Optional.ofNullable(System.console())
                .filter(Terminal::isTerminal)
                .map(Terminal::of);
    }

    /** From JDK 22 on there is a console without a terminal too; {@code Console.isTerminal()} tells them apart. */
    private static boolean isTerminal(Console console) {
        try {
            Method isTerminal = Console.class.getMethod("isTerminal");
            return (boolean) isTerminal.invoke(console);
        } catch (NoSuchMethodException e) {
            return true;
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }

    // The console itself, and not System.out, which Maven 4 turns into log lines.
    private static Terminal of(Console console) {
        return new Terminal() {
            @Override
            public void println(String line) {
                console.printf("%s%n", line);
            }

            @Override
            public String readLine(String prompt) {
                return console.readLine("%s", prompt);
            }
        };
    }
}
