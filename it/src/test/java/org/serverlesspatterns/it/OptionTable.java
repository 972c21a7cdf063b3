package org.serverlesspatterns.it;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.serverlesspatterns.generator.catalogue.Catalogue;
import org.serverlesspatterns.generator.catalogue.Name;
import org.serverlesspatterns.generator.catalogue.Option;
import org.serverlesspatterns.generator.catalogue.Property;

/** The options as a Markdown table, the way README.md shows them. */
final class OptionTable {

    private static final String HEAD = "| property | question | choices | default |\n|---|---|---|---|\n";

    private OptionTable() {}

    static String of(Catalogue catalogue) {
        return HEAD + catalogue.options().stream().map(OptionTable::row).collect(Collectors.joining());
    }

    private static String row(Property property) {
        return Stream.of("`" + property.key() + "`", property.question(), choices(property), defaultOf(property))
                .map(cell -> cell.replace("|", "\\|"))
                .collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    private static String choices(Property property) {
        return property instanceof Option option
                ? option.choices().stream()
                        .map(choice -> "`" + choice.name() + "` " + choice.explanation())
                        .collect(Collectors.joining("<br>"))
                : ((Name) property).allowed();
    }

    private static String defaultOf(Property property) {
        var text = property.describeDefault();
        return property.problem(text).isEmpty() ? "`" + text + "`" : text;
    }
}
