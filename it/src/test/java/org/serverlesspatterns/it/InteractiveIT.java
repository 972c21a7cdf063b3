package org.serverlesspatterns.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.serverlesspatterns.it.kit.CommandResult;
import org.serverlesspatterns.it.kit.Generate;
import org.serverlesspatterns.it.kit.Jdk;
import org.serverlesspatterns.it.kit.Jdks;
import org.serverlesspatterns.it.kit.Maven;
import org.serverlesspatterns.it.kit.TerminalSession;

/** Questions are asked in a terminal, and nowhere else. */
@Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class InteractiveIT {

    /** A question, the prompt below it, or the summary. Questions and prompts alone begin at the left edge. */
    private static final String QUESTION_PROMPT_OR_END =
            "(?m)^\\S[^\\n]*\\((\\w+)\\): |^(?:Number or name|Value)(?: \\[[^\\]]*])?: |Made acme-shop";

    private static final Pattern BATCH_COMMAND = Pattern.compile("    mvn (--batch-mode .*)");

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    enum Door {
        ARCHETYPE(Generate.archetype()),
        NEW_GOAL(Generate.newGoal());

        private final Generate generate;

        Door(Generate generate) {
            this.generate = generate;
        }

        Generate interactively(Jdk jdk) {
            return generate.by(Maven.interactive().on(jdk)).with("javaVersion", "17");
        }

        /** Lets Maven ask whether the coordinates are right, which the archetype plugin does even if all are given. */
        void pass(TerminalSession terminal) {
            if (this == ARCHETYPE) {
                terminal.waitFor("Y: ");
                terminal.type("");
            }
        }
    }

    @ParameterizedTest(name = "{0} on JDK {1}")
    @CsvSource({"ARCHETYPE, 17", "ARCHETYPE, 25", "NEW_GOAL, 17"})
    void asksForWhatWasNotGiven(Door door, int jdk) throws IOException {
        var generate = door.interactively(Jdks.version(jdk));
        var byNumberByNameAfterAWrongOneAndByEnter =
                Map.of("apiAuth", List.of("2"), "ci", List.of("gitlabb", "gitlab"), "resource", List.of(""));
        var expected = generate.with("apiAuth", "cognito").with("ci", "gitlab").expected();

        try (var terminal = generate.inTerminal(folder)) {
            door.pass(terminal);
            var asked = answer(terminal, byNumberByNameAfterAWrongOneAndByEnter);
            var result = terminal.end().isSuccess();

            assertThat(asked).contains("apiAuth", "ci", "resource").doesNotContain("javaVersion", "groupId", "package");
            result.says("ci='gitlabb' is not a choice.", "Nearest: gitlab.", "  *  1  iam ", "cd acme-shop");
            generate.project(folder).sameBytesAs(expected);

            var again = Files.createDirectory(folder.resolve("again"));
            Maven.interactive().run(again, batchCommand(result)).isSuccess();
            generate.project(again).sameBytesAs(expected);
        }
    }

    @Test
    void theArchetypeAsksAfterMaven() {
        var generate = Door.ARCHETYPE.interactively(Jdks.running());
        for (var coordinate : List.of("groupId", "artifactId", "version", "package")) {
            generate = generate.without(coordinate);
        }

        try (var terminal = generate.inTerminal(folder)) {
            terminal.waitFor("'groupId'.*: ");
            terminal.type("com.acme");
            terminal.waitFor("'artifactId'.*: ");
            terminal.type("acme-shop");
            terminal.waitFor("'version'.*: ");
            terminal.type("");
            terminal.waitFor("'package'.*: ");
            terminal.type("");
            terminal.waitFor("Y: ");
            terminal.type("");
            assertThat(answer(terminal, Map.of())).contains("apiAuth").doesNotContain("groupId");
            terminal.end().isSuccess();
        }

        var expected = Generate.archetype().with("package", "com.acme").with("javaVersion", "17");
        expected.project(folder).sameBytesAs(expected.expected());
    }

    @Test
    void theNewGoalAsksForCoordinatesToo() {
        var generate =
                Door.NEW_GOAL.interactively(Jdks.running()).without("groupId").without("package");

        try (var terminal = generate.inTerminal(folder)) {
            var asked = answer(terminal, Map.of("groupId", List.of("com.acme"), "package", List.of("com.acme.shop")));
            assertThat(asked).startsWith("groupId", "package").doesNotContain("artifactId");
            terminal.end().isSuccess();
        }

        generate.project(folder)
                .sameBytesAs(Generate.newGoal().with("javaVersion", "17").expected());
    }

    @ParameterizedTest
    @EnumSource
    void anInputThatEndsLeavesNothing(Door door) {
        var generate = door.interactively(Jdks.running());

        try (var terminal = generate.inTerminal(folder)) {
            door.pass(terminal);
            terminal.waitFor("Number or name.*: ");
            terminal.endInput();
            terminal.end().isFailure().says("The input ended before");
        }

        assertThat(folder).isEmptyDirectory();
    }

    @ParameterizedTest
    @EnumSource
    void batchModeAsksNothingInATerminal(Door door) {
        var generate = door.generate;

        try (var terminal = generate.inTerminal(folder)) {
            terminal.end().isSuccess().doesNotSay("Number or name");
        }

        generate.project(folder).sameBytesAs(generate.expected());
    }

    @ParameterizedTest(name = "{0} on JDK {1}")
    @CsvSource({"ARCHETYPE, 17", "ARCHETYPE, 25", "NEW_GOAL, 17", "NEW_GOAL, 25"})
    void nothingIsAskedWithoutATerminal(Door door, int jdk) {
        var generate = door.interactively(Jdks.version(jdk));

        generate.inPipe(folder, "Y\n").isSuccess().doesNotSay("Number or name");

        generate.project(folder).sameBytesAs(generate.expected());
    }

    /**
     * Answers until the project is made.
     *
     * @param answers option → what is typed each time it is asked; otherwise nothing but Enter
     * @return the options that were asked
     */
    private static Set<String> answer(TerminalSession terminal, Map<String, List<String>> answers) {
        var left = new TreeMap<String, Iterator<String>>();
        answers.forEach((key, lines) -> left.put(key, lines.iterator()));
        var asked = new LinkedHashSet<String>();
        var key = "";
        while (true) {
            var seen = terminal.waitFor(QUESTION_PROMPT_OR_END);
            if (seen.group(1) != null) {
                key = seen.group(1);
                asked.add(key);
            } else if (seen.group().startsWith("Made")) {
                assertThat(left)
                        .as("answers, all of which were asked for")
                        .allSatisfy((option, lines) ->
                                assertThat(lines.hasNext()).as(option).isFalse());
                return asked;
            } else {
                terminal.type(left.containsKey(key) ? left.get(key).next() : "");
            }
        }
    }

    private static List<String> batchCommand(CommandResult result) {
        var command = BATCH_COMMAND.matcher(result.output());
        assertThat(command.find())
                .as("the batch command is shown in%n%s", result.output())
                .isTrue();
        return List.of(command.group(1).split(" "));
    }
}
