package org.serverlesspatterns.it.variants.check;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.serverlesspatterns.it.kit.BuildUnderTest;
import org.serverlesspatterns.it.variants.Finding;
import org.serverlesspatterns.it.variants.Findings;
import org.serverlesspatterns.it.variants.Subject;
import org.serverlesspatterns.it.variants.build.Hash;

/**
 * Every resource, and whatever else stands in a template, passes cfn-lint {@value #VERSION}* in a template that it stands
 * in: a template of which each part, under its name, was in others is not linted again. That leaves one in twenty,
 * and those take a second each. (Later versions of cfn-lint fetch their schemas at run time.) It is the program that
 * the system property {@code cfn-lint} names, or the one in {@code target/cfn-lint-venv}, or the one on the path. Without
 * it the check is skipped, and fails where {@code CI=true}.
 */
public final class CfnLintCheck implements Check {

    private static final String VERSION = "1.50.";
    private static final String MISSING = "no template was checked by cfn-lint " + VERSION
            + "*, which is neither on the path nor named by -Dcfn-lint=…. To have it: pip install 'cfn-lint==" + VERSION
            + "*'";

    private static final ObjectMapper JSON = new ObjectMapper();

    /** What it says and is wrong, each with the reason. */
    private static final List<Predicate<JsonNode>> WRONG = List.of(
            // Newer than its schema: https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html
            problem -> rule(problem).equals("E3030") && message(problem).startsWith("'java17.al2023' is not one of"),
            // Newer than its schema:
            // https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cloudwatch-dashboard.html
            problem -> rule(problem).equals("E3002")
                    && message(problem).startsWith("Additional properties are not allowed ('Tags' was unexpected)")
                    && problem.at("/Location/Path/1").asText().contains("Dashboard"),
            // CDK writes these dependencies itself, and they do no harm.
            problem -> rule(problem).equals("W3005"));

    private final Collected templates = new Collected(".template.json");
    private final Set<String> partsSeen = ConcurrentHashMap.newKeySet();
    private final PrintStream out;

    public CfnLintCheck(PrintStream out) {
        this.out = out;
    }

    /** Whether it can run, which CI demands. */
    public static boolean isThere() {
        return "true".equals(System.getenv("CI")) || program().isPresent();
    }

    @Override
    public Stream<Finding> findings(Subject subject) {
        var template = subject.assembly().template();
        // All of them are noted down, also after the first new one.
        var hasNewParts = parts(template).filter(partsSeen::add).count() > 0;
        if (hasNewParts) {
            templates.add("template", template.toPrettyString(), subject.variant());
        }
        return Stream.empty();
    }

    /** Resources, parameters, outputs and so on, each with its section and name. */
    private static Stream<String> parts(JsonNode template) {
        return template.properties().stream()
                .flatMap(section -> section.getValue().isObject()
                        ? section.getValue().properties().stream()
                                .map(part -> Hash.of(List.of(
                                        section.getKey(),
                                        part.getKey(),
                                        part.getValue().toString())))
                        : Stream.empty());
    }

    @Override
    public void finish(Findings findings) {
        var program = program();
        if (program.isEmpty()) {
            if ("true".equals(System.getenv("CI"))) {
                throw new IllegalStateException(MISSING);
            }
            out.println("Skipped: " + MISSING);
            return;
        }
        var folder = BuildUnderTest.target().resolve("cfn-lint");
        var texts = templates.writeTo(folder);
        if (texts.isEmpty()) {
            return;
        }
        out.printf("%,d templates for cfn-lint, the others have no part of their own%n", texts.size());
        var cores = Runtime.getRuntime().availableProcessors();
        var names = List.copyOf(texts.keySet());
        Stream.iterate(0, core -> core + 1)
                .limit(Math.min(cores, names.size()))
                .parallel()
                .flatMap(core -> lint(program.get(), folder, every(cores, core, names)))
                .forEach(problem -> {
                    var text = texts.get(Path.of(problem.path("Filename").asText())
                            .getFileName()
                            .toString());
                    templates.add(findings, finding(problem), text);
                    parts(json(text.content())).forEach(partsSeen::remove);
                });
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Neither a template nor findings in JSON:\n" + text, e);
        }
    }

    private static Stream<JsonNode> lint(String program, Path folder, List<String> files) {
        var command = new ArrayList<>(List.of(program, "--format", "json", "--regions", "eu-central-1", "--"));
        command.addAll(files);
        var result = Tool.run(folder, command);
        return CfnTemplate.stream(json(result.output()))
                .filter(problem -> WRONG.stream().noneMatch(wrong -> wrong.test(problem)));
    }

    /** Every so-many-th of the files. */
    private static List<String> every(int count, int first, List<String> files) {
        return Stream.iterate(first, i -> i < files.size(), i -> i + count)
                .map(files::get)
                .toList();
    }

    private static Finding finding(JsonNode problem) {
        var place = CfnTemplate.stream(problem.at("/Location/Path"))
                .map(JsonNode::asText)
                .collect(Collectors.joining("/"));
        return new Finding("cfn-lint", place, rule(problem) + " " + message(problem));
    }

    private static String rule(JsonNode problem) {
        return problem.at("/Rule/Id").asText();
    }

    private static String message(JsonNode problem) {
        return problem.path("Message").asText();
    }

    private static Optional<String> program() {
        var ofTheBuild =
                BuildUnderTest.target().resolve("cfn-lint-venv/bin/cfn-lint").toString();
        return Stream.of(System.getProperty("cfn-lint", ofTheBuild), "cfn-lint")
                .filter(CfnLintCheck::isRightVersion)
                .findFirst();
    }

    private static boolean isRightVersion(String program) {
        try {
            return Tool.run(BuildUnderTest.target(), List.of(program, "--version"))
                    .output()
                    .startsWith("cfn-lint " + VERSION);
        } catch (UncheckedIOException notThere) {
            return false;
        }
    }
}
