package [=package].functions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Normalized[=Resource]WorkTest {
    private final Function<StoredRequest, String> present = new [=Resource]Work();
    private final Function<StoredRequest, String> next = new Normalized[=Resource]Work(present);

    @ParameterizedTest
    @ValueSource(strings = {"caf\u00e9 au lait", "cafe\u0301 au lait", "  caf\u00e9\u00a0  au lait\t"})
    void namesThatLookTheSameBecomeTheSame(String name) {
        assertThat(next.apply(request(name.replace("\t", "\\t").replace('\u00a0', ' '))))
                .isEqualTo("{\"name\":\"caf\u00e9 au lait\",\"quantity\":3,\"receivedAt\":1000}");
    }

    @Test
    void aNameOfBlanksIsNone() {
        StoredRequest blanks = request("   ");

        assertThat(present.apply(blanks)).contains("\"   \"");
        assertThatExceptionOfType(RejectedRequestException.class)
                .isThrownBy(() -> next.apply(blanks))
                .withMessageStartingWith("name must be");
    }

    @Test
    void keepsTheIdAndTheTime() {
        StoredRequest request = request("hammer");
        var passedOn = new StoredRequest[1];
        new Normalized[=Resource]Work(normalized -> {
                    passedOn[0] = normalized;
                    return "receipt";
                })
                .apply(request);

        assertThat(passedOn[0].id()).isEqualTo(request.id());
        assertThat(passedOn[0].receivedAt()).isEqualTo(request.receivedAt());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "7", "{\"name\":7,\"quantity\":3}", "{\"name\":\"a\"} b", "not json"})
    void leavesTheRestToTheWork(String body) {
        var request = new StoredRequest("id-1", body, 1000);

        assertThatExceptionOfType(RejectedRequestException.class).isThrownBy(() -> next.apply(request));
    }

    private static StoredRequest request(String name) {
        return new StoredRequest("id-1", "{\"name\":\"" + name + "\",\"quantity\":3}", 1000);
    }
}
