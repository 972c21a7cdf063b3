package org.serverlesspatterns.it.variants.check;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.serverlesspatterns.generator.output.FileTree;
import org.serverlesspatterns.it.variants.Finding;
import org.serverlesspatterns.it.variants.Subject;

/** README.md speaks of what the project has, and of nothing else; settings and outputs are in it. Its parts stand apart. */
public final class ReadmeCheck implements Check {

    private static final String README = "README.md";

    private static final Pattern PATH =
            Pattern.compile("[`( ]((?:functions|infrastructure|events|scripts|runbook)/[\\w./-]*\\w)(?=[`) ])");
    private static final Pattern OUTPUT = Pattern.compile("\\$\\(output (\\w+)\\)");
    private static final Pattern IN_TABLE = Pattern.compile("(?m)^\\| `(\\w+)` \\|");
    private static final Pattern COMMAND_LINE = Pattern.compile("-c (\\w+)=");
    private static final Pattern SETTING_READ = Pattern.compile("Settings\\s*\\.text\\(\\s*\\w+,\\s*\"(\\w+)\"");

    private static final Pattern CODE = Pattern.compile("(?ms)^```.*?^```$");
    private static final Pattern EMPTY_LINES = Pattern.compile("\\n\\n\\n+(.*)");
    private static final Pattern CROWDED_HEADING = Pattern.compile("(?m)(?:[^\\n]\\n(#+ .*)$|^(#+ .*)\\n[^\\n])");

    private static final String MADE_BY_CDK = "\\w+[0-9A-F]{8}";

    /** Words for a service → the resources without which nothing is to be said about it. */
    private static final Map<String, String> SERVICES = Map.of(
            "Kinesis", "AWS::Kinesis::",
            "Cognito", "AWS::Cognito::",
            "AppConfig", "AWS::AppConfig::",
            "IoT Core", "AWS::IoT::",
            "Fargate", "AWS::ECS::",
            "EventBridge Pipe", "AWS::Pipes::",
            "Step Functions", "AWS::StepFunctions::");

    @Override
    public Stream<Finding> findings(Subject subject) {
        var files = subject.files();
        var readme = files.text(README);
        var outputs = outputs(subject.template());
        var read = all(SETTING_READ, mainSources(files));
        var told = all(IN_TABLE, readme);
        return Stream.of(
                        all(PATH, readme).stream()
                                .filter(path -> files.files().keySet().stream().noneMatch(file -> isAt(path, file)))
                                .map(path -> finding("names " + path + ", which is not there")),
                        all(OUTPUT, readme).stream()
                                .filter(output -> !outputs.contains(output))
                                .map(output -> finding("uses the output " + output + ", which the stack has not")),
                        all(COMMAND_LINE, readme).stream()
                                .filter(setting -> !read.contains(setting))
                                .map(setting -> finding("gives -c " + setting + "=, which nothing reads")),
                        read.stream()
                                .filter(setting -> !told.contains(setting))
                                .map(setting -> finding("does not say what -c " + setting + "= is for")),
                        outputs.stream()
                                .filter(output -> !output.matches(MADE_BY_CDK) && !isUsed(output, files))
                                .map(output -> finding("and the scripts do not name the output " + output)),
                        services(readme, subject.template()),
                        parts(CODE.matcher(readme).replaceAll("code")))
                .flatMap(findings -> findings);
    }

    private static Finding finding(String message) {
        return new Finding("readme", README, message);
    }

    private static boolean isAt(String path, String file) {
        return file.equals(path) || file.startsWith(path + "/");
    }

    private static boolean isUsed(String output, FileTree files) {
        return files.files().keySet().stream()
                .filter(path -> !path.endsWith(".java") && !path.equals(".serverless-patterns.yml"))
                .anyMatch(path -> files.text(path).contains(output));
    }

    private static Stream<Finding> services(String readme, CfnTemplate template) {
        return SERVICES.entrySet().stream()
                .filter(service -> readme.contains(service.getKey()))
                .filter(service -> template.resources()
                        .noneMatch(resource -> resource.type().startsWith(service.getValue())))
                .map(service -> finding(
                        "speaks of " + service.getKey() + ", and the stack has no " + service.getValue() + "*"));
    }

    private static Stream<Finding> parts(String prose) {
        return Stream.concat(
                EMPTY_LINES
                        .matcher(prose)
                        .results()
                        .map(found -> finding("has several empty lines before '" + found.group(1) + "'")),
                CROWDED_HEADING
                        .matcher(prose)
                        .results()
                        .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
                        .map(heading -> finding("has no empty line before and after '" + heading + "'")));
    }

    private static String mainSources(FileTree files) {
        return files.files().keySet().stream()
                .filter(path -> path.startsWith("infrastructure/src/main/java/"))
                .map(files::text)
                .collect(Collectors.joining("\n"));
    }

    private static Set<String> all(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult found) -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> outputs(CfnTemplate template) {
        var names = new TreeSet<String>();
        template.json().path("Outputs").fieldNames().forEachRemaining(names::add);
        return names;
    }
}
