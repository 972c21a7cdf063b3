package org.serverlesspatterns.it.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;

/**
 * What a command did.
 *
 * @param command as typed
 * @param output standard output and standard error, as they came
 */
public record CommandResult(String command, boolean succeeded, String output) {

    private static final Pattern WARNING = Pattern.compile("(?i)\\bwarn(ing)?s?\\b");

    /** Of the libraries of Maven itself on newer JDKs, and of the npm settings of whoever runs this. */
    private static final Pattern OF_THE_MACHINE =
            Pattern.compile("^WARNING: .*(sun\\.misc\\.Unsafe|com\\.google\\.common\\.)|^npm warn Unknown \\w+ config");

    public CommandResult isSuccess() {
        assertThat(succeeded).as("success of %s%n%s", command, output).isTrue();
        return this;
    }

    public CommandResult isFailure() {
        assertThat(succeeded).as("success of %s%n%s", command, output).isFalse();
        return this;
    }

    public CommandResult says(String... messages) {
        assertThat(output).as("output of %s", command).contains(messages);
        return this;
    }

    public CommandResult doesNotSay(String... messages) {
        assertThat(output).as("output of %s", command).doesNotContain(messages);
        return this;
    }

    public CommandResult warnsOfNothing() {
        assertThat(output.lines()
                        .filter(WARNING.asPredicate())
                        .filter(OF_THE_MACHINE.asPredicate().negate()))
                .as("warnings of %s", command)
                .isEmpty();
        return this;
    }
}
