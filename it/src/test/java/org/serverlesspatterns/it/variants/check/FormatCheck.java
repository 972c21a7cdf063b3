package org.serverlesspatterns.it.variants.check;

import com.palantir.javaformat.java.Formatter;
import com.palantir.javaformat.java.FormatterException;
import com.palantir.javaformat.java.ImportOrderer;
import com.palantir.javaformat.java.JavaFormatterOptions;
import com.palantir.javaformat.java.RemoveUnusedImports;
import java.util.stream.Stream;
import org.serverlesspatterns.it.variants.Finding;
import org.serverlesspatterns.it.variants.Subject;
import org.serverlesspatterns.it.variants.build.SourceFile;

/** Every Java source is as palantir-java-format writes it, and imports what it uses. */
public final class FormatCheck implements Check {

    private static final JavaFormatterOptions.Style STYLE = JavaFormatterOptions.Style.PALANTIR;

    private final Formatter formatter = Formatter.createFormatter(
            JavaFormatterOptions.builder().style(STYLE).build());

    private final OncePer once = new OncePer();

    @Override
    public Stream<Finding> findings(Subject subject) {
        return subject.built().sources().flatMap(source -> once.input(source.hash(), () -> findings(source)));
    }

    private Stream<Finding> findings(SourceFile source) {
        var text = source.text();
        try {
            return Stream.of(
                            difference("unused import", source, text, RemoveUnusedImports.removeUnusedImports(text)),
                            difference("format", source, text, formatter.formatSource(text)),
                            difference("order of imports", source, text, ImportOrderer.reorderImports(text, STYLE)))
                    .flatMap(findings -> findings);
        } catch (FormatterException e) {
            return Stream.of(new Finding("format", source.path(), "cannot be formatted: " + e.getMessage()));
        }
    }

    private static Stream<Finding> difference(String check, SourceFile source, String actual, String expected) {
        if (actual.equals(expected)) {
            return Stream.of();
        }
        var actualLines = actual.split("\n", -1);
        var expectedLines = expected.split("\n", -1);
        var line = 0;
        while (line < Math.min(actualLines.length, expectedLines.length)
                && actualLines[line].equals(expectedLines[line])) {
            line++;
        }
        return Stream.of(new Finding(
                check,
                source.path() + ":" + (line + 1),
                "is\n        %s\n    and would be\n        %s"
                        .formatted(at(actualLines, line), at(expectedLines, line))));
    }

    private static String at(String[] lines, int line) {
        return line < lines.length ? lines[line] : "the end";
    }
}
