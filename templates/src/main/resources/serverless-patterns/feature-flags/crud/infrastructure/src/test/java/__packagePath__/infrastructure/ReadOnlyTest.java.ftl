package [=package].infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

[@imports]
import [=package].infrastructure.apigateway.ClientResponse;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
[/@imports]

/** What clients see of the flag {@code readOnly}. */
class ReadOnlyTest {
    private static final String HAMMER = "{\"name\": \"hammer\", \"quantity\": 3}";
    private static final String ID = "00000000-0000-4000-8000-000000000000";

    private final LocalCrud crud = new LocalCrud();
    private String id;

    @BeforeEach
    void create() {
        id = OpenApi.json(crud.send(HttpCall.post(HAMMER))).path("id").asText();
    }

    static Stream<HttpCall> writes() {
        return Stream.of(
                HttpCall.post(HAMMER),
                HttpCall.put(ID, HAMMER).header("If-Match", "*"),
                HttpCall.delete(ID).header("If-Match", "*"));
    }

    @ParameterizedTest
    @MethodSource("writes")
    void writingIsAnswered503WhenItIsOn(HttpCall write) {
        crud.flags.on("readOnly");

        ClientResponse response = crud.send(of(write));

        assertThat(response.status()).isEqualTo(503);
        assertThat(response.header("Retry-After")).contains("60");
        assertThat(OpenApi.json(response).path("message").asText()).contains("Nothing can be written");
        assertThat(names()).containsExactly("hammer");
    }

    @Test
    void readingGoesOnAndDoesNotAsk() {
        crud.flags.on("readOnly");
        int reads = crud.flags.reads();

        assertThat(crud.send(HttpCall.get(id)).status()).isEqualTo(200);
        assertThat(crud.send(HttpCall.list()).status()).isEqualTo(200);
        assertThat(crud.flags.reads()).isEqualTo(reads);
    }

    @ParameterizedTest
    @MethodSource("writes")
    void writingSucceedsWhenItIsOff(HttpCall write) {
        assertThat(crud.send(of(write)).status()).isBetween(200, 204);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Lambda.TooManyRequestsException",
                "Lambda.ResourceNotFoundException",
                "java.lang.Error",
                "States.Timeout"
            })
    void writingSucceedsWhenFlagsCannotBeRead(String error) {
        crud.flags.on("readOnly");
        crud.flags.fail(error);

        assertThat(crud.send(HttpCall.post(HAMMER)).status()).isEqualTo(201);
    }

    @Test
    void writingSucceedsWhenNobodyTellsTheFlags() {
        crud.flags.hang(crud.clock);

        assertThat(crud.send(HttpCall.post(HAMMER)).status()).isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "{}", "[]", "\"readOnly\"", "{\"readOnly\": \"true\"}", "{\"readOnly\": null}"})
    void writingSucceedsWhateverElseIsTold(String answer) {
        crud.flags.answer(answer);

        assertThat(crud.send(HttpCall.post(HAMMER)).status()).isEqualTo(201);
    }

    /** Answers of 503 are no failed executions: the flag would take itself back. */
    @Test
    void aRolloutIsTakenBackByExecutionsThatFailAndNotByWhatTheFlagDoes() {
        SynthesizedStack stack = SynthesizedStack.of("dev");
        List<String> metrics = SynthesizedStack.stream(
                        stack.onlyOne("AWS::AppConfig::Environment").path("Monitors"))
                .map(monitor -> monitor.at("/AlarmArn/Fn::GetAtt/0").asText())
                .map(alarm -> stack.properties(alarm).path("MetricName"))
                .map(JsonNode::asText)
                .toList();

        assertThat(metrics).contains("ExecutionsFailed").doesNotContain("5XXError");
    }

    private HttpCall of(HttpCall write) {
        return new HttpCall(write.method(), write.path().replace(ID, id), write.query(), write.headers(), write.body());
    }

    private List<String> names() {
        return OpenApi.json(crud.send(HttpCall.list())).path("items").findValuesAsText("name");
    }
}
