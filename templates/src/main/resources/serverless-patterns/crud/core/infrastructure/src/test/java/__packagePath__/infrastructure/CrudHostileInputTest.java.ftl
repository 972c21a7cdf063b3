package [=package].infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

[@imports]
import [=package].infrastructure.apigateway.ClientResponse;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
[/@imports]

/** What clients send by mistake or on purpose arrives as it is, or is refused before anything is done. */
class CrudHostileInputTest {
    private static final String HAMMER = "{\"name\": \"hammer\", \"quantity\": 3}";

    private final LocalCrud crud = new LocalCrud();

    static String[] texts() {
        return HostileInput.bodies();
    }

    @ParameterizedTest
    @MethodSource("texts")
    void aTextIsKeptAsItIs(String text) {
        String body = JsonNodeFactory.instance
                .objectNode()
                .put("name", text)
                .put("quantity", 1)
                .toString();

        ClientResponse created = crud.send(HttpCall.post(body));

        assertThat(created.status()).isEqualTo(201);
        String id = OpenApi.json(created).path("id").asText();
        assertThat(OpenApi.json(created).path("name").asText()).isEqualTo(text);
        assertThat(name(crud.send(HttpCall.get(id)))).isEqualTo(text);
        assertThat(name(crud.send(HttpCall.put(id, body).header("If-Match", "*"))))
                .isEqualTo(text);
        assertThat(OpenApi.json(crud.send(HttpCall.list())).at("/items/0/name").asText())
                .isEqualTo(text);
    }

    private static String name(ClientResponse response) {
        return OpenApi.json(response).path("name").asText();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{}",
                "null",
                "[]",
                "7",
                "\"hammer\"",
                "{\"name\": \"hammer\"}",
                "{\"name\": \"\", \"quantity\": 1}",
                "{\"name\": \"hammer\", \"quantity\": 0}",
                "{\"name\": \"hammer\", \"quantity\": 1001}",
                "{\"name\": \"hammer\", \"quantity\": 1.5}",
                "{\"name\": \"hammer\", \"quantity\": \"1\"}",
                "{\"name\": 1, \"quantity\": 1}",
                "{\"name\": \"hammer\", \"quantity\": 1, \"admin\": true}",
                "{\"name\": \"hammer\", \"quantity\": 1},\"admin\":true",
                "{\"name\": \"hammer\", \"quantity\": 1} {}",
                "{\"name\": \"hammer\", \"quantity\": 1",
                "{'name': 'hammer', 'quantity': 1}",
            })
    void aBodyThatIsNotOfTheModelIsRefused(String body) {
        ClientResponse post = crud.send(HttpCall.post(body));
        ClientResponse put = crud.send(
                HttpCall.put("00000000-0000-4000-8000-000000000000", body).header("If-Match", "*"));

        for (ClientResponse response : new ClientResponse[] {post, put}) {
            assertThat(response.status()).isEqualTo(400);
            assertThat(OpenApi.json(response).path("message").asText()).isEqualTo("Invalid request body");
        }
        assertThat(crud.executions.count()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "\\t", "\\n \\u0020"})
    void aBlankNameIsNoName(String name) {
        String body = "{\"name\": \"" + name + "\", \"quantity\": 1}";

        ClientResponse response = crud.send(HttpCall.post(body));
        assertThat(response.status()).isEqualTo(422);
        assertThat(OpenApi.json(response).path("message").asText()).isEqualTo("name must not be blank");
        assertThat(crud.table.rows()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"3.0, 3", "1e2, 100", "1000, 1000"})
    void aNumberIsKeptAsAnInteger(String quantity, int expected) {
        ClientResponse created = crud.send(HttpCall.post("{\"name\": \"hammer\", \"quantity\": " + quantity + "}"));

        if (created.status() == 201) {
            assertThat(OpenApi.json(created).path("quantity").asText()).isEqualTo(String.valueOf(expected));
        } else {
            // Whether 3.0 is an integer, JSON Schema says in one way up to draft 4 and in another from draft 6 on.
            assertThat(created.status()).isEqualTo(400);
            assertThat(quantity).isNotEqualTo("1000");
        }
    }

    @Test
    void aBodyThatIsTooLargeIsRefused() {
        String padding = " ".repeat(300_000);

        assertThat(crud.send(HttpCall.post("{\"name\": \"" + "n".repeat(300_000) + "\", \"quantity\": 1}"))
                        .status())
                .isEqualTo(400);
        assertThat(crud.send(HttpCall.post("{" + padding + HAMMER.substring(1))).status())
                .isEqualTo(400);
        assertThat(crud.send(HttpCall.list().query("nextToken", padding)).status())
                .isEqualTo(400);
        assertThat(crud.executions.count()).isZero();
        assertThat(crud.table.rows()).isEmpty();
    }

    static String[] tokens() {
        return HostileInput.bodies();
    }

    @ParameterizedTest
    @MethodSource("tokens")
    void aTextThatIsNoTokenIsRefused(String token) {
        assertThat(crud.send(HttpCall.list().query("nextToken", token)).status())
                .isEqualTo(400);
        assertThat(crud.send(HttpCall.list().query("limit", token)).status()).isEqualTo(400);
        assertThat(crud.send(HttpCall.put("00000000-0000-4000-8000-000000000000", HAMMER)
                                .header("If-Match", token))
                        .status())
                .isEqualTo(404);
    }

    /** 80 characters that are no base64 of ours; that of something else; that of a key of another kind. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "MjAyNi0wMS0wMVQwMDowMDowMC4wMDBaeyJsaXN0T3JkZXIiOiJhIn17Imxpc3RPcmRlciI6ImEifX0x",
                "MjAyNi0wMS0wMVQwMDowMDowMC4wMDBaMDAwMDAwMDAtMDAwMC00MDAwLTgwMDAtMDAwMDAwMDAwMDA",
                "MjAyNi0wMS0wMVQwMDowMDowMC4wMDBaMDAwMDAwMDAtMDAwMC00MDAwLTgwMDAtMDAwMDAwMDAwMDAwMDAwMA==",
            })
    void aForgedTokenIsRefused(String token) {
        assertThat(crud.send(HttpCall.list().query("nextToken", token)).status())
                .isEqualTo(400);
    }

    @Test
    void headersAndParametersCannotBecomePartsOfTheRequest() {
        String sibling = "x\",\"method\":\"DELETE\",\"x\":\"";
        HttpCall call = HttpCall.list().query("limit", "1" + sibling).header("If-Match", sibling);

        assertThat(crud.send(call).status()).isEqualTo(400);
        assertThat(crud.executions.count()).isPositive();
    }

    @Test
    void onlyJsonIsTaken() {
        assertThat(crud.send(HttpCall.post(HAMMER).header("Content-Type", "text/plain"))
                        .status())
                .isEqualTo(415);
        assertThat(crud.send(HttpCall.post(HAMMER).header("Content-Type", "application/json; charset=utf-8"))
                        .status())
                .isEqualTo(201);
    }
}
