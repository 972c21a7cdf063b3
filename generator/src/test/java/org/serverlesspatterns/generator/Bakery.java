package org.serverlesspatterns.generator;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.serverlesspatterns.generator.catalogue.Catalogue;
import org.serverlesspatterns.generator.project.Templates;

/** The generator over the small templates in {@code src/test/resources/test-templates}, and what tests say to it. */
public final class Bakery {

    public static final Generator GENERATOR =
            new Generator(Templates.from(Bakery.class.getClassLoader(), "test-templates"));

    public static final Catalogue CATALOGUE = GENERATOR.catalogue();

    private Bakery() {}

    /** Legal coordinates and these values, {@code key=value} each; a later one replaces an earlier one. */
    public static Answers answers(String... said) {
        return said(Answers.of(Map.of("groupId", "com.example", "artifactId", "my-bakery")), said);
    }

    /** These values alone. */
    public static Answers only(String... said) {
        return said(Answers.of(Map.of()), said);
    }

    private static Answers said(Answers before, String... said) {
        var answers = before;
        for (var one : said) {
            var parts = one.split("=", 2);
            answers = answers.with(parts[0], parts[1]);
        }
        return answers;
    }

    /** The templates that consist of these files: path, content, path, content, … */
    public static Templates templates(String... pathsAndContents) {
        var files = new TreeMap<String, byte[]>();
        for (var i = 0; i < pathsAndContents.length; i += 2) {
            files.put(pathsAndContents[i], pathsAndContents[i + 1].getBytes(StandardCharsets.UTF_8));
        }
        return new Templates(Collections.unmodifiableSortedMap(files));
    }
}
