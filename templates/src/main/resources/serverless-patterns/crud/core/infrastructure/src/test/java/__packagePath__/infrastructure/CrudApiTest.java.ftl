package [=package].infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

[@imports]
import [=package].infrastructure.apigateway.ClientResponse;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
[/@imports]

/** What clients see, from their HTTP request to the table and back. */
class CrudApiTest {
    private static final String HAMMER = "{\"name\": \"hammer\", \"quantity\": 3}";
    private static final String SAW = "{\"name\": \"saw\", \"quantity\": 1}";
    private static final String NO_ID = "00000000-0000-4000-8000-000000000000";

    private final LocalCrud crud = new LocalCrud();

    @Test
    void whatIsCreatedIsThere() {
        ClientResponse created = send(HttpCall.post(HAMMER));

        assertThat(created.status()).isEqualTo(201);
        JsonNode body = OpenApi.json(created);
        String id = body.path("id").asText();
        assertThat(created.header("Location")).contains("/dev" + HttpCall.LIST + "/" + id);
        assertThat(created.header("ETag")).contains("\"1\"");
        assertThat(body.path("name").asText()).isEqualTo("hammer");
        assertThat(body.path("quantity").asInt()).isEqualTo(3);
        assertThat(body.path("version").asInt()).isEqualTo(1);
        assertThat(body.path("createdAt").asText()).isEqualTo("2026-01-01T00:00:00.000Z");
        assertThat(body.path("updatedAt")).isEqualTo(body.path("createdAt"));

        ClientResponse read = send(HttpCall.get(id));
        assertThat(read.status()).isEqualTo(200);
        assertThat(read.header("ETag")).contains("\"1\"");
        assertThat(OpenApi.json(read)).isEqualTo(body);
    }

    @Test
    void aChangeMakesTheNextVersion() {
        String id = create(HAMMER);
        crud.clock.advance(Duration.ofSeconds(5));

        ClientResponse changed = send(HttpCall.put(id, SAW).header("If-Match", "\"1\""));

        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.header("ETag")).contains("\"2\"");
        JsonNode body = OpenApi.json(changed);
        assertThat(body.path("name").asText()).isEqualTo("saw");
        assertThat(body.path("quantity").asInt()).isEqualTo(1);
        assertThat(body.path("version").asInt()).isEqualTo(2);
        assertThat(body.path("createdAt").asText()).isEqualTo("2026-01-01T00:00:00.000Z");
        assertThat(body.path("updatedAt").asText()).isEqualTo("2026-01-01T00:00:05.000Z");
        assertThat(OpenApi.json(send(HttpCall.get(id)))).isEqualTo(body);
    }

    @Test
    void whatIsDeletedIsGone() {
        String id = create(HAMMER);

        ClientResponse deleted = send(HttpCall.delete(id).header("If-Match", "\"1\""));

        assertThat(deleted.status()).isEqualTo(204);
        assertThat(deleted.body()).isEmpty();
        assertThat(status(HttpCall.get(id))).isEqualTo(404);
        assertThat(status(HttpCall.put(id, SAW).header("If-Match", "\"1\""))).isEqualTo(404);
        assertThat(status(HttpCall.delete(id).header("If-Match", "\"1\""))).isEqualTo(404);
        assertThat(OpenApi.json(send(HttpCall.list())).path("items")).isEmpty();
    }

    @Test
    void ofTwoWritersOneWinsAndTheOtherIsTold() {
        String id = create(HAMMER);

        ClientResponse first = send(HttpCall.put(id, SAW).header("If-Match", "\"1\""));
        ClientResponse second = send(HttpCall.put(id, HAMMER).header("If-Match", "\"1\""));
        ClientResponse third = send(HttpCall.delete(id).header("If-Match", "\"1\""));

        assertThat(first.status()).isEqualTo(200);
        assertThat(second.status()).isEqualTo(412);
        assertThat(third.status()).isEqualTo(412);
        assertThat(OpenApi.json(send(HttpCall.get(id)))).isEqualTo(OpenApi.json(first));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1",
                "W/\"1\"",
                "\"01\"",
                "\"0\"",
                "\"-1\"",
                "\"1.0\"",
                "\"1\", \"2\"",
                "\"1e0\"",
                "\" 1\"",
                "'1'",
                "**",
                "\"*\"",
                "\"1\\\"",
                "\"9999999999999999999999999999999999999999\""
            })
    void whatIsNoETagOfOursMatchesNoVersion(String ifMatch) {
        String id = create(HAMMER);

        assertThat(status(HttpCall.put(id, SAW).header("If-Match", ifMatch))).isEqualTo(412);
        assertThat(status(HttpCall.delete(id).header("If-Match", ifMatch))).isEqualTo(412);
        assertThat(status(HttpCall.put(NO_ID, SAW).header("If-Match", ifMatch))).isEqualTo(404);
    }

    @Test
    void aStarMatchesAnyVersionOfWhatIsThere() {
        String id = create(HAMMER);

        assertThat(status(HttpCall.put(id, SAW).header("if-match", "*"))).isEqualTo(200);
        assertThat(status(HttpCall.delete(id).header("IF-MATCH", "*"))).isEqualTo(204);
        assertThat(status(HttpCall.put(id, SAW).header("If-Match", "*"))).isEqualTo(404);
        assertThat(status(HttpCall.delete(id).header("If-Match", "*"))).isEqualTo(404);
    }

    @Test
    void nobodyChangesWhatHeHasNotRead() {
        String id = create(HAMMER);

        assertThat(status(HttpCall.put(id, SAW))).isEqualTo(428);
        assertThat(status(HttpCall.delete(id))).isEqualTo(428);
        assertThat(status(HttpCall.put(id, SAW).header("If-Match", ""))).isEqualTo(428);
        assertThat(send(HttpCall.get(id)).header("ETag")).contains("\"1\"");
    }

    @Test
    void theListHasEverythingOnceAndTheNewestFirst() {
        List<String> newestFirst = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            newestFirst.add(0, create("{\"name\": \"n" + i + "\", \"quantity\": 1}"));
            crud.clock.advance(Duration.ofMillis(1));
        }

        List<String> listed = new ArrayList<>();
        HttpCall next = HttpCall.list().query("limit", "2");
        int pages = 0;
        while (next != null) {
            JsonNode page = OpenApi.json(send(next));
            assertThat(page.path("items").size()).isLessThanOrEqualTo(2);
            page.path("items").forEach(item -> listed.add(item.path("id").asText()));
            next = page.has("nextToken")
                    ? HttpCall.list()
                            .query("limit", "2")
                            .query("nextToken", page.path("nextToken").asText())
                    : null;
            pages++;
        }

        assertThat(listed).isEqualTo(newestFirst);
        assertThat(pages).isEqualTo(3);
    }

    @Test
    void aListOfOneIsAList() {
        String id = create(HAMMER);

        JsonNode page = OpenApi.json(send(HttpCall.list()));

        assertThat(page.path("items")).containsExactly(OpenApi.json(send(HttpCall.get(id))));
        assertThat(page.has("nextToken")).isFalse();
    }

    @Test
    void aPageHasTwentyUnlessTheClientSaysOtherwise() {
        for (int i = 0; i < 21; i++) {
            create(HAMMER);
        }

        assertThat(OpenApi.json(send(HttpCall.list())).path("items")).hasSize(20);
        assertThat(OpenApi.json(send(HttpCall.list().query("limit", "100"))).path("items"))
                .hasSize(21);
    }

    @ParameterizedTest
    @CsvSource({
        "limit, 0",
        "limit, 101",
        "limit, -1",
        "limit, 1.5",
        "limit, 1e1",
        "limit, ten",
        "limit, '2 '",
        "nextToken, x",
        "nextToken, '{\"listOrder\":1}'"
    })
    void aParameterThatIsNotValidIsRefused(String name, String value) {
        assertThat(status(HttpCall.list().query(name, value))).isEqualTo(400);
    }

    @Test
    void aPathThatIsNotThereIsNotFound() {
        for (String path : List.of("/", "/other", HttpCall.LIST + "/" + NO_ID + "/lines", HttpCall.LIST + "/")) {
            assertThat(status(HttpCall.of("GET", path))).isEqualTo(404);
        }
        assertThat(crud.executions.count()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1",
                "x",
                "%2E%2E",
                "key#1",
                "{id}",
                "00000000-0000-4000-8000-00000000000G",
                "00000000-0000-4000-8000-0000000000000",
                "it's",
                "a\"b"
            })
    void anIdThatIsNoneOfOursIsNotFound(String id) {
        assertThat(status(HttpCall.get(id))).isEqualTo(404);
        assertThat(status(HttpCall.put(id, SAW).header("If-Match", "*"))).isEqualTo(404);
        assertThat(status(HttpCall.delete(id).header("If-Match", "*"))).isEqualTo(404);
        assertThat(crud.table.rows()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"PUT", "DELETE", "PATCH", "HEAD", "OPTIONS"})
    void aMethodThatTheListHasNotIsNotAllowed(String method) {
        ClientResponse response = send(HttpCall.of(method, HttpCall.LIST));

        assertThat(response.status()).isEqualTo(405);
        assertThat(response.header("Allow")).contains("GET, POST");
        assertThat(crud.executions.count()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"POST", "PATCH", "HEAD", "OPTIONS"})
    void aMethodThatAResourceHasNotIsNotAllowed(String method) {
        ClientResponse response = send(HttpCall.of(method, HttpCall.LIST + "/" + NO_ID));

        assertThat(response.status()).isEqualTo(405);
        assertThat(response.header("Allow")).contains("DELETE, GET, PUT");
        assertThat(crud.executions.count()).isZero();
    }

    private String create(String body) {
        ClientResponse created = send(HttpCall.post(body));
        assertThat(created.status()).isEqualTo(201);
        return OpenApi.json(created).path("id").asText();
    }

    private int status(HttpCall call) {
        return send(call).status();
    }

    private ClientResponse send(HttpCall call) {
        return crud.send(call);
    }
}
