package org.serverlesspatterns.it.variants.check;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.serverlesspatterns.it.variants.Finding;
import org.serverlesspatterns.it.variants.Subject;

/** Every file that is neither code nor found by its name by some tool is named by another file. */
public final class UnusedFileCheck implements Check {

    /** Found by Maven, npm, CDK, Git, editors, CI, log4j and people. */
    private static final String FOUND_BY_NAME =
            "pom\\.xml|\\w+/pom\\.xml|mvnw|mvnw\\.cmd|\\.mvn/.*|package(-lock)?\\.json|cdk\\.json"
                    + "|\\.git(ignore|attributes)|\\.editorconfig|\\.github/.*|\\.gitlab-ci\\.yml|README\\.md"
                    + "|\\.serverless-patterns\\.yml|.*/log4j2\\.xml";

    @Override
    public Stream<Finding> findings(Subject subject) {
        var files = subject.files();
        // The record names every file.
        var texts = files.files().keySet().stream()
                .filter(path -> !path.equals(".serverless-patterns.yml"))
                .collect(Collectors.toMap(path -> path, files::text));
        return files.files().keySet().stream()
                .filter(path -> !path.endsWith(".java") && !path.matches(FOUND_BY_NAME))
                .filter(path -> texts.entrySet().stream()
                        .filter(other -> !other.getKey().equals(path))
                        .noneMatch(other -> isNamed(path, other.getValue())))
                .map(path -> new Finding("unused file", path, "is named by no other file of the project"));
    }

    /** Code names resources without folder and ending, and may put the name together of two parts. */
    private static boolean isNamed(String path, String text) {
        var name = path.replaceFirst(".*/", "");
        var stem = name.replaceFirst("\\..*", "");
        var dash = stem.indexOf('-') + 1;
        return text.contains(name)
                || path.contains("/resources/")
                        && (text.contains("\"" + stem + "\"")
                                || dash > 0 && text.contains("\"" + stem.substring(0, dash) + "\""));
    }
}
