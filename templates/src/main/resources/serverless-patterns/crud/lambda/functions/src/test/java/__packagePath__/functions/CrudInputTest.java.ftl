package [=package].functions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What handlers make of texts that a client sent. */
class CrudInputTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"1\"|1|1",
                "\"42\"|42|42",
                "*|1|999999999999999",
                "1|0|0",
                "W/\"1\"|0|0",
                "\"01\"|0|0",
                "\"1\",\"2\"|0|0"
            },
            quoteCharacter = '`')
    void ifMatchNamesVersions(String ifMatch, long least, long most) {
        assertThat(Versions.of(ifMatch)).isEqualTo(new Versions(least, most));
    }

    @Test
    void ifMatchMustBeThere() {
        assertThatExceptionOfType(PreconditionRequiredException.class).isThrownBy(() -> Versions.of(""));
    }

    @Test
    void aTokenLeadsToWhereThePageEnded() {
        String order = "2026-01-01T00:00:00.000Z6f1c2d3e-0000-4000-8000-000000000000";

        assertThat(Page.of("", Page.token(order))).isEqualTo(new Page(20, order));
        assertThat(Page.token(order)).matches("[A-Za-z0-9]{80}");
    }

    @ParameterizedTest
    @CsvSource({"0, ''", "101, ''", "1.5, ''", "ten, ''", "'', x", "'', 2026-01-01", "1, AAAA"})
    void aParameterThatIsNotValidIsRefused(String limit, String nextToken) {
        assertThatExceptionOfType(ParameterNotValidException.class).isThrownBy(() -> Page.of(limit, nextToken));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"name\": \" \", \"quantity\": 1}", "{\"name\":", "", "null"})
    void aBodyThatCannotBeUsedIsRefused(String body) {
        assertThatExceptionOfType(UnprocessableException.class)
                .isThrownBy(() -> CrudContent.parse(body))
                .withNoCause();
    }

    @Test
    void aNumberMayBeWrittenInAnyWay() {
        assertThat(CrudContent.parse("{\"name\": \"hammer\", \"quantity\": 1e2}"))
                .isEqualTo(new CrudContent("hammer", 100));
    }
}
