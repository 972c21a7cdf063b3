package org.serverlesspatterns.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.serverlesspatterns.generator.Generator;
import org.serverlesspatterns.it.kit.BuildUnderTest;

/** What README.md says about the options is what the catalogue says. */
class OptionTablesTest {

    private static final String ACCEPT = "mvn -pl it -am test -Dtest=OptionTablesTest -Daccept";

    private static final Pattern TABLE =
            Pattern.compile("(<!-- options -->\n)(.*?)(<!-- /options -->)", Pattern.DOTALL);

    private final Path readme = BuildUnderTest.root().resolve("README.md");

    @Test
    void theReadmeHasTheOptionsOfTheCatalogue() throws IOException {
        var expected = "\n" + OptionTable.of(Generator.load().catalogue()) + "\n";
        if (System.getProperty("accept") != null) {
            accept(expected);
        }

        var table = TABLE.matcher(Files.readString(readme));

        assertThat(table.find())
                .as("%s has the markers <!-- options --> and <!-- /options -->", readme)
                .isTrue();
        assertThat(table.group(2))
                .as("the option table of README.md, which this command writes anew:%n    %s%n", ACCEPT)
                .isEqualTo(expected);
    }

    private void accept(String expected) throws IOException {
        var table = TABLE.matcher(Files.readString(readme));
        Files.writeString(readme, table.replaceFirst("$1" + Matcher.quoteReplacement(expected) + "$3"));
    }
}
