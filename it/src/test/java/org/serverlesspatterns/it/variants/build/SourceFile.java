package org.serverlesspatterns.it.variants.build;

import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A Java source of a generated project.
 *
 * @param path in the project
 * @param root the source folder that it is in, such as {@code functions/src/main/java/}
 * @param hash of path and text
 * @param types the simple names of its top-level types
 * @param words every identifier in it, a superset of the types that it names
 * @param packages whose types it imports or names in full
 */
public record SourceFile(
        String path,
        String root,
        String text,
        String hash,
        Set<String> types,
        Set<String> words,
        Set<String> packages) {

    /** A formatted source has its top-level types, and nothing else that looks like one, at the left edge. */
    private static final Pattern TYPE = Pattern.compile(
            "(?m)^(?:(?:public|final|abstract|sealed|non-sealed|strictfp) )*(?:class|interface|@interface|enum|record) (\\w+)");

    private static final Pattern WORD = Pattern.compile("\\b[A-Za-z_]\\w*");

    private static final Pattern PACKAGE = Pattern.compile("\\b((?:[a-z_]\\w*\\.)*[a-z_]\\w*)\\.[A-Z*]");

    static SourceFile of(String path, String root, String text) {
        return new SourceFile(
                path,
                root,
                text,
                Hash.of(path + "\n" + text),
                all(TYPE, text, 1),
                all(WORD, text, 0),
                all(PACKAGE, text, 1));
    }

    /** The name of the class file's class, {@code com.acme.Foo}, or of the package whose package-info this is. */
    String binaryName() {
        return path.substring(root.length(), path.length() - ".java".length()).replace('/', '.');
    }

    private static Set<String> all(Pattern pattern, String text, int group) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult found) -> found.group(group))
                .collect(Collectors.toUnmodifiableSet());
    }
}
