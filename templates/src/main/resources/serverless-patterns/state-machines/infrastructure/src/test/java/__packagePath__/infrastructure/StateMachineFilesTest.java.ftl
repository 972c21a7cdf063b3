package [=package].infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

[@imports]
import [=package].infrastructure.asl.LocalAws;
import [=package].infrastructure.asl.StateMachine;
import [=package].infrastructure.asl.VirtualClock;
import com.dashjoin.jsonata.JException;
import com.dashjoin.jsonata.Jsonata;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
[/@imports]

/** What holds for every file of {@code src/main/resources/state-machines}, with the values that the stack puts in. */
class StateMachineFilesTest {
    private static final Path VALIDATOR = Path.of("../node_modules/asl-validator/dist/bin/asl-validator.js");
    private static final List<StateMachineFile> FILES = StateMachineFile.all();
    private static final Pattern LITERAL = Pattern.compile("'(?:\\\\.|[^'\\\\])*'|\"(?:\\\\.|[^\"\\\\])*\"");
    private static final Pattern NAME = Pattern.compile("\\$([A-Za-z_]\\w*)");
    private static final Pattern OWN =
            Pattern.compile("\\$([A-Za-z_]\\w*)\\s*:=|(?<=[(,])\\s*\\$([A-Za-z_]\\w*)(?=[^()]*\\)\\s*\\{)");
    /** What Step Functions adds to JSONata (https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html). */
    private static final Set<String> ADDED = Set.of("hash", "parse", "partition", "random", "range", "uuid");

    private final List<String> problems = new ArrayList<>();

    @TempDir
    Path folder;

    /** AWS refuses more when it deploys, but what the validator refuses it refuses too. */
    @Test
    void theValidatorAcceptsThem() throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("node", VALIDATOR.toString()));
        for (StateMachineFile file : FILES) {
            Path definition = folder.resolve(file.name() + ".asl.json");
            Files.writeString(definition, file.json().toString());
            command.addAll(List.of("--json-path", definition.toString()));
        }
        Process validator =
                new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(validator.getInputStream().readAllBytes());

        assertThat(validator.waitFor()).as(output).isZero();
        assertThat(output).contains("is valid");
    }

    @Test
    void everyExpressionIsJsonata() {
        for (StateMachineFile file : FILES) {
            for (StateMachineFile.Expression expression : file.expressions()) {
                try {
                    Jsonata.jsonata(expression.code());
                } catch (JException e) {
                    problem(file, expression.pointer(), e.getDetailedErrorMessage(), expression.code());
                }
            }
        }
        assertThat(problems).isEmpty();
        assertThat(FILES).anyMatch(file -> !file.expressions().isEmpty());
    }

    /** Step Functions finds out when the expression is evaluated: it fails, or is undefined. */
    @Test
    void everyNameInAnExpressionExists() {
        for (StateMachineFile file : FILES) {
            for (StateMachineFile.Expression expression : file.expressions()) {
                String code = LITERAL.matcher(expression.code()).replaceAll("''");
                Set<String> unknown = names(NAME, code);
                unknown.removeAll(file.variables());
                unknown.removeAll(names(OWN, code));
                unknown.remove("states");
                unknown.removeIf(StateMachineFilesTest::isFunction);
                unknown.forEach(name -> problem(file, expression.pointer(), "no $" + name, expression.code()));
            }
        }
        assertThat(problems).isEmpty();
    }

    @Test
    void noVariableHidesAFunction() {
        for (StateMachineFile file : FILES) {
            file.variables().stream()
                    .filter(StateMachineFilesTest::isFunction)
                    .forEach(name -> problem(file, "Assign/" + name, "is a function", "$" + name));
        }
        assertThat(problems).isEmpty();
    }

    @Test
    void noTaskLastsForever() {
        for (StateMachineFile file : FILES) {
            file.states("Task").forEach((name, task) -> {
                if (!task.has("TimeoutSeconds")) {
                    problem(
                            file,
                            name,
                            "no TimeoutSeconds",
                            task.path("Resource").asText());
                }
            });
        }
        assertThat(problems).isEmpty();
    }

    /** Reading it, the interpreter refuses what it does not implement: so every state can be tested. */
    @Test
    void theInterpreterUnderstandsThem() {
        LocalAws aws = new LocalAws(new VirtualClock(Instant.EPOCH));
        for (StateMachineFile file : FILES) {
            assertThat(StateMachine.of(file.json().toString(), Map.of(), aws).executions())
                    .isEmpty();
        }
    }

    private static Set<String> names(Pattern pattern, String code) {
        Set<String> names = new TreeSet<>();
        pattern.matcher(code).results().forEach(found -> {
            for (int group = 1; group <= found.groupCount(); group++) {
                if (found.group(group) != null) {
                    names.add(found.group(group));
                }
            }
        });
        return names;
    }

    private static boolean isFunction(String name) {
        Object known = Jsonata.jsonata("$exists($" + name + ")").evaluate(null);
        return ADDED.contains(name) || known.equals(true) && !name.equals("eval");
    }

    private void problem(StateMachineFile file, String pointer, String what, String code) {
        problems.add("%s.asl.json %s: %s in: %s".formatted(file.name(), pointer, what, code));
    }
}
