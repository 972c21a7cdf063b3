package [=package].functions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class [=Resource]WorkTest {
    private final Function<StoredRequest, String> work = new [=Resource]Work();

    @Test
    void acceptsTheSampleRequest() throws IOException {
        String sample = Files.readString(Path.of("../events/[=resource].json"));

        assertThat(apply(sample)).isEqualTo("{\"name\":\"left-handed hammer\",\"quantity\":3,\"receivedAt\":1000}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "1000", "3.0", "1e2"})
    void acceptsQuantity(String quantity) {
        assertThat(apply(body("\"hammer\"", quantity))).contains("hammer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1001", "-1", "1.5", "\"3\"", "null", "true", "[3]", "1e400", "4294967297"})
    void rejectsQuantity(String quantity) {
        assertRejected(body("\"hammer\"", quantity), "quantity must be an integer from 1 to 1000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\"", "7", "null", "{}", "[\"hammer\"]"})
    void rejectsName(String name) {
        assertRejected(body(name, "1"), "name must be a string of 1 to 200 characters");
    }

    @Test
    void countsCharactersAndNotTheirUtf16Units() {
        String twoHundred = "\uD83D\uDD28".repeat(200);

        assertThat(apply(body("\"" + twoHundred + "\"", "1"))).contains(twoHundred);
        assertRejected(body("\"" + twoHundred + "x\"", "1"), "name must be a string of 1 to 200 characters");
    }

    @ParameterizedTest
    @ValueSource(strings = {"hammer", "{\"name\":", "{} {}", "'hammer'"})
    void rejectsWhatIsNotJson(String body) {
        assertRejected(body, "body is not JSON");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "{}", "\"hammer\""})
    void rejectsWhatIsNoObject(String body) {
        assertRejected(body, "name must be a string of 1 to 200 characters");
    }

    @Test
    void rejectsEndlessNesting() {
        assertRejected("[".repeat(100_000), "body is not JSON");
    }

    private String apply(String body) {
        return work.apply(new StoredRequest("id-1", body, 1000));
    }

    private void assertRejected(String body, String reason) {
        assertThatExceptionOfType(RejectedRequestException.class)
                .isThrownBy(() -> apply(body))
                .withMessage(reason)
                .withNoCause();
    }

    private static String body(String name, String quantity) {
        return "{\"name\":" + name + ",\"quantity\":" + quantity + "}";
    }
}
