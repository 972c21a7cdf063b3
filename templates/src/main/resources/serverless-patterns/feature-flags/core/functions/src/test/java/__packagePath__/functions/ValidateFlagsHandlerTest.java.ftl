package [=package].functions;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ValidateFlagsHandlerTest {
    private static final String KEY = Flag.values()[0].key();

    private final ValidateFlagsHandler handler = new ValidateFlagsHandler();

    @Test
    void acceptsTheDocumentOfTheStack() throws IOException {
        String document = Files.readString(Path.of("../infrastructure/src/main/resources/feature-flags.json"));

        assertThatCode(() -> validate(document)).doesNotThrowAnyException();
        assertThatCode(() -> validate(document.replace("false", "true"))).doesNotThrowAnyException();
    }

    @Test
    void acceptsADocumentAsItIsRead() {
        assertThatCode(() -> validate("{\"%s\":{\"enabled\":true}}".formatted(KEY)))
                .doesNotThrowAnyException();
    }

    @Test
    void refusesAFlagThatTheCodeDoesNotAskFor() {
        assertRefused("{\"newProcesing\":{\"enabled\":true}}", "The code asks for no flag 'newProcesing'");
    }

    @Test
    void refusesVariants() {
        assertRefused(
                "{\"%s\":{\"_variants\":[{\"name\":\"v\",\"enabled\":true}]}}".formatted(KEY),
                "'%s' has variants, which the code cannot read".formatted(KEY));
    }

    @Test
    void refusesWhatIsNeitherOnNorOff() {
        assertRefused(
                "{\"%s\":{\"enabled\":\"yes\"}}".formatted(KEY),
                "'%s' must have \"enabled\": true or false".formatted(KEY));
    }

    @Test
    void namesAllThatIsWrong() {
        assertRefused(
                "{\"a\":{\"enabled\":true},\"b\":{\"enabled\":true}}",
                "The code asks for no flag 'a'; The code asks for no flag 'b'");
    }

    @Test
    void refusesWhatIsNotJson() {
        assertRefused("{", "The document is not JSON");
    }

    private void assertRefused(String document, String message) {
        assertThatExceptionOfType(InvalidFlagsException.class)
                .isThrownBy(() -> validate(document))
                .withMessage(message);
    }

    private void validate(String document) {
        String content = Base64.getEncoder().encodeToString(document.getBytes(StandardCharsets.UTF_8));
        handler.handleRequest(Map.of("content", content), new TestContext(15_000));
    }
}
