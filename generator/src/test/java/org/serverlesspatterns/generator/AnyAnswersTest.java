package org.serverlesspatterns.generator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import net.jqwik.api.statistics.Statistics;
import org.serverlesspatterns.generator.catalogue.Option;
import org.serverlesspatterns.generator.door.NewProject;
import org.serverlesspatterns.generator.output.FileTree;
import org.serverlesspatterns.generator.questions.ScriptedTerminal;
import org.serverlesspatterns.generator.questions.Terminal;

/**
 * Whatever is answered, there is a whole project in its own folder, or an explained refusal and nothing at all. No other
 * exception, and nothing outside of that folder.
 */
class AnyAnswersTest {

    private static final List<String> KEYS = Bakery.CATALOGUE.properties().stream()
            .map(org.serverlesspatterns.generator.catalogue.Property::key)
            .toList();

    private static final int LONGEST_LINE = 1_000;

    private static Path sandbox;
    private static Path work;

    @BeforeContainer
    static void makeSandbox() throws IOException {
        sandbox = Files.createTempDirectory("any-answers");
        work = Files.createDirectories(sandbox.resolve("home/work"));
        Files.writeString(sandbox.resolve("home/neighbour"), "not yours");
        Files.createDirectory(work.resolve("taken"));
        Files.writeString(work.resolve("taken/mine"), "not yours");
    }

    @AfterContainer
    static void deleteSandbox() throws IOException {
        delete(sandbox);
    }

    @Property(tries = 200)
    void anyGivenAnswers(@ForAll("answers") Map<String, String> answers) throws IOException {
        collect(outcome(Answers.of(answers), Optional.empty()));
    }

    @Property(tries = 150)
    void anyTypedAnswers(@ForAll("someAnswers") Map<String, String> given, @ForAll("typed") List<String> typed)
            throws IOException {
        var terminal = new ScriptedTerminal(typed);

        collect(outcome(Answers.of(given), Optional.of(terminal)));

        assertPrintable(terminal.screen());
    }

    @Property(tries = 150)
    void anyNameThatIsRefusedComesWithALegalOne(@ForAll("values") String value) {
        for (var property : Bakery.CATALOGUE.properties()) {
            property.problem(value).ifPresent(problem -> {
                assertThat(problem).startsWith(property.key() + "='").contains(" Allowed: ");
                var nearest = problem.replaceAll("(?s).* Nearest: (.*)\\.$", "$1");
                assertThat(property.problem(nearest)).as(problem).isEmpty();
            });
        }
    }

    @Property(tries = 150)
    void anyPathOfAFileIsInsideTheProject(@ForAll("values") String path) {
        try {
            var root = Path.of("/a/project");
            var files = FileTree.of(Map.of(path, new byte[0])).files().keySet();
            assertThat(files)
                    .allSatisfy(file -> assertThat(root.resolve(file).normalize())
                            .startsWithRaw(root)
                            .isNotEqualTo(root)
                            .hasToString(root + "/" + path));
        } catch (IllegalArgumentException e) {
            assertThat(e)
                    .hasMessageContaining("Not a path inside a project")
                    .isExactlyInstanceOf(IllegalArgumentException.class);
        }
    }

    private static void collect(String outcome) {
        Statistics.label("outcome").collect(outcome).coverage(coverage -> {
            coverage.check("made").percentage(share -> share > 1);
            coverage.check("refused").percentage(share -> share > 1);
        });
    }

    /** Runs the whole line, and checks that it made one project or nothing. */
    private static String outcome(Answers answers, Optional<Terminal> terminal) throws IOException {
        var before = everything();
        var summary = new ArrayList<String>();
        var newProject = new NewProject(Bakery.GENERATOR, work, Set.of(), "again", summary::add);
        try {
            var project = newProject.project(answers, terminal);
            newProject.write(project, Optional.empty());

            var target = work.resolve(project.artifactId());
            assertThat(target.normalize()).isEqualTo(target).hasParent(work);
            var expected = new TreeMap<>(before);
            Bakery.GENERATOR
                    .render(project)
                    .files()
                    .forEach((path, content) ->
                            expected.put("home/work/" + project.artifactId() + "/" + path, text(content)));
            assertThat(everything()).isEqualTo(expected);
            summary.forEach(AnyAnswersTest::assertPrintable);
            delete(target);
            return "made";
        } catch (Refusal refusal) {
            assertThat(everything()).isEqualTo(before);
            assertExplains(refusal);
            return "refused";
        }
    }

    /** Every problem is on a line of its own that names the option. */
    private static void assertExplains(Refusal refusal) {
        assertPrintable(refusal.getMessage());
        var lines = refusal.getMessage().lines().toList();
        assertThat(lines.size() == 1 ? lines : lines.subList(1, lines.size()))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line)
                        .hasSizeLessThan(LONGEST_LINE)
                        .satisfiesAnyOf(
                                said -> assertThat(said).startsWith("There is no option '"),
                                said -> assertThat(said)
                                        .contains(work.resolve("taken").toString()),
                                said -> assertThat(KEYS).anyMatch(said::contains)));
    }

    private static void assertPrintable(String text) {
        assertThat(text.codePoints().filter(c -> c != '\n'))
                .as(text)
                .noneMatch(c -> Set.of(
                                (int) Character.CONTROL,
                                (int) Character.FORMAT,
                                (int) Character.SURROGATE,
                                (int) Character.LINE_SEPARATOR,
                                (int) Character.PARAGRAPH_SEPARATOR)
                        .contains(Character.getType(c)));
    }

    @Provide
    Arbitrary<Map<String, String>> answers() {
        return someAnswers()
                .flatMap(some -> Arbitraries.frequencyOf(
                        Tuple.of(
                                4,
                                Combinators.combine(legal("groupId"), legal("artifactId"))
                                        .as((group, artifact) -> {
                                            var more = new TreeMap<>(some);
                                            more.putIfAbsent("groupId", group);
                                            more.putIfAbsent("artifactId", artifact);
                                            return more;
                                        })),
                        Tuple.of(1, Arbitraries.just(some))));
    }

    @Provide
    Arbitrary<Map<String, String>> someAnswers() {
        var entry = Arbitraries.frequencyOf(
                Tuple.of(
                        20,
                        Arbitraries.of(KEYS)
                                .flatMap(key -> Arbitraries.frequencyOf(Tuple.of(12, legal(key)), Tuple.of(1, values()))
                                        .map(value -> Map.entry(key, value)))),
                Tuple.of(1, Combinators.combine(values(), values()).as(Map::entry)));
        return entry.list().ofMaxSize(6).map(entries -> {
            var answers = new TreeMap<String, String>();
            entries.forEach(one -> answers.put(one.getKey(), one.getValue()));
            return answers;
        });
    }

    /** More lines than there are questions, since wrong ones are asked again. */
    @Provide
    Arbitrary<List<String>> typed() {
        var name = Arbitraries.of("a", "bread.shop", "Good-Bread", "taken");
        return Arbitraries.frequencyOf(
                        Tuple.of(6, name),
                        Tuple.of(6, Arbitraries.integers().between(0, 5).map(String::valueOf)),
                        Tuple.of(6, Arbitraries.of("", "true", "false", "cellar", "bell", "21")),
                        Tuple.of(2, values()))
                .list()
                .ofMinSize(20)
                .ofMaxSize(60);
    }

    private static Arbitrary<String> legal(String key) {
        var property = Bakery.CATALOGUE.properties().stream()
                .filter(candidate -> candidate.key().equals(key))
                .findFirst()
                .orElseThrow();
        if (property instanceof Option option) {
            return Arbitraries.of(option.names());
        }
        var own = key.equals("artifactId") ? List.of("bread-shop", "bread.shop", "taken", "B") : List.of("a", "order2");
        return Arbitraries.of(own).map(value -> property.problem(value).isEmpty() ? value : "a");
    }

    /** Texts of every kind: tricks with paths, any characters, any length. */
    @Provide
    Arbitrary<String> values() {
        var tricks = Arbitraries.of(
                "",
                " ",
                ".",
                "..",
                "../..",
                "../neighbour",
                "..\\neighbour",
                "/etc/passwd",
                "C:\\Windows",
                "\\\\host\\share",
                "~",
                "~root",
                "./a",
                "a/../../b",
                "a//b",
                "file:///etc",
                "%2e%2e%2f",
                "..%00",
                "taken/../..",
                "nul",
                "CON.txt",
                "com1",
                "ask",
                "null",
                "true",
                "java",
                "class",
                "com.class",
                "$(id)",
                "`id`",
                "${user.home}",
                "[=groupId]",
                "[#include \"x\"]",
                "a\u0000",
                "a\nb",
                "a\r\nb",
                "\u001b[31mred",
                "\u202eabc",
                "\u200b",
                "\ufeff",
                "\ud800",
                "\udc00\ud800",
                "\ud83c\udf5e",
                "a\u0301",
                "\uff0e\uff0e\uff0f",
                "\u2025\u2215",
                "\u0130",
                "\u0131",
                "\u017f",
                "stra\u00dfe",
                "\u0660",
                "-Dx=y",
                "--",
                "'",
                "\"",
                "%s%n%d",
                "{0}",
                "\\1$1",
                "$0");
        var any = Arbitraries.strings().all().ofMaxLength(80);
        var nearlyLegal =
                Arbitraries.strings().withChars("aA1.-_ /\\\u00e9\u0000").ofMaxLength(60);
        var long_ = Combinators.combine(
                        Arbitraries.of("a", "a.", "a-", "../", "\u0000", "\ud83c\udf5e", "\u00e9 "),
                        Arbitraries.of(50, 300, 5_000))
                .as(String::repeat);
        return Arbitraries.oneOf(tricks, any, nearlyLegal, long_);
    }

    /** Every file and folder of the sandbox, with the content of files. */
    private static SortedMap<String, String> everything() throws IOException {
        var found = new TreeMap<String, String>();
        try (var paths = Files.walk(sandbox)) {
            for (var path : paths.filter(Files::isRegularFile).toList()) {
                found.put(sandbox.relativize(path).toString().replace('\\', '/'), text(Files.readAllBytes(path)));
            }
        }
        return found;
    }

    private static String text(byte[] content) {
        return new String(content, StandardCharsets.ISO_8859_1);
    }

    private static void delete(Path folder) throws IOException {
        try (var paths = Files.walk(folder)) {
            for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
