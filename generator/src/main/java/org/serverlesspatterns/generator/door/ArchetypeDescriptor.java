package org.serverlesspatterns.generator.door;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import org.serverlesspatterns.generator.Answers;
import org.serverlesspatterns.generator.Generator;
import org.serverlesspatterns.generator.catalogue.Catalogue;

/**
 * Makes the archetype's metadata from the catalogue when the archetype is built.
 *
 * <p>Every option has the default {@value Answers#ASK}, which Maven takes without a question: the post-generate script
 * then asks where there is a terminal, and the engine takes the catalogue's default where there is none.
 */
public final class ArchetypeDescriptor {

    private static final String NAMESPACE =
            "http://maven.apache.org/plugins/maven-archetype-plugin/archetype-descriptor/1.1.0";

    private ArchetypeDescriptor() {}

    /** @param arguments the file to write */
    public static void main(String[] arguments) throws IOException {
        var file = Path.of(arguments[0]);
        Files.createDirectories(file.getParent());
        Files.writeString(file, of(Generator.load().catalogue()));
    }

    static String of(Catalogue catalogue) {
        var lines = new ArrayList<String>();
        lines.add("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
        lines.add("<archetype-descriptor xmlns=\"" + NAMESPACE + "\" name=\"serverless-patterns\">");
        lines.add("    <requiredProperties>");
        for (var option : catalogue.options()) {
            var regex = escaped(option.regex() + "|" + Answers.ASK);
            lines.add("        <requiredProperty key=\"" + option.key() + "\">");
            lines.add("            <defaultValue>" + Answers.ASK + "</defaultValue>");
            lines.add("            <validationRegex>" + regex + "</validationRegex>");
            lines.add("        </requiredProperty>");
        }
        lines.add("    </requiredProperties>");
        lines.add("</archetype-descriptor>");
        return String.join("\n", lines) + "\n";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
