package org.serverlesspatterns.it.variants.check;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.serverlesspatterns.it.variants.Subject;

/** The files in Amazon States Language that a project deploys. */
final class AslFiles {

    private static final Pattern EXPRESSION = Pattern.compile("\\{%.*?%}", Pattern.DOTALL);

    private AslFiles() {}

    /**
     * Path → text. Substitutions in expressions are made, with a number, so that tools see expressions: CloudFormation
     * makes them before Step Functions does.
     */
    static Map<String, String> in(Subject subject) {
        var files = new TreeMap<String, String>();
        subject.files().files().keySet().stream()
                .filter(path -> path.endsWith(".asl.json") && path.contains("/src/main/"))
                .forEach(path -> files.put(path, withNumbers(subject.files().text(path))));
        return files;
    }

    private static String withNumbers(String text) {
        return EXPRESSION
                .matcher(text)
                .replaceAll((MatchResult expression) ->
                        Matcher.quoteReplacement(expression.group().replaceAll("\\$\\{\\w+}", "1")));
    }
}
