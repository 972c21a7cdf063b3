package org.serverlesspatterns.generator;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Same answers, same bytes: whatever the machine. */
class DeterminismTest {

    /** Names with letters that some locales change in a way of their own. */
    private static final Answers ANSWERS =
            Bakery.answers("artifactId=ici-IKI", "resource=indexItem", "store=cellar", "javaVersion=21");

    /** Prints a project, byte for byte. */
    public static final class Prints {

        public static void main(String[] arguments) {
            System.out.writeBytes(project().getBytes(StandardCharsets.US_ASCII));
        }
    }

    @Test
    void twiceInOneJvm() {
        assertThat(project()).isEqualTo(project());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-Duser.language=tr -Duser.country=TR -Dfile.encoding=ISO-8859-1 -Duser.timezone=Asia/Kolkata",
                "-Duser.language=ar -Duser.country=EG -Duser.extensions=nu-arab -Dfile.encoding=UTF-16 -Duser.timezone=Pacific/Apia -Dline.separator=\\r\\n"
            })
    void inAJvmOfAnotherLand(String options) throws Exception {
        var land = List.of(options.replace("\\r\\n", "\r\n").split(" "));

        assertThat(ChildJvm.output(ChildJvm.start(land, Prints.class))).isEqualTo(project());
    }

    @Test
    void linesEndLikeOnUnix() {
        assertThat(Bakery.GENERATOR
                        .render(Bakery.GENERATOR.project(ANSWERS))
                        .files()
                        .values())
                .allSatisfy(content -> assertThat(content).doesNotContain('\r'));
    }

    private static String project() {
        var project = new StringBuilder();
        Bakery.GENERATOR
                .render(Bakery.GENERATOR.project(ANSWERS))
                .files()
                .forEach((path, content) -> project.append(path)
                        .append(' ')
                        .append(HexFormat.of().formatHex(content))
                        .append('|'));
        return project.toString();
    }
}
