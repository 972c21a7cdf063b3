package [=package].infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

[@imports]
import [=package].infrastructure.apigateway.ClientResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.InternalServerErrorException;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputExceededException;
[/@imports]

/** What clients are told when AWS fails; never what exactly has failed. */
class CrudFailureTest {
    private static final String HAMMER = "{\"name\": \"hammer\", \"quantity\": 3}";
    private static final String ID = "00000000-0000-4000-8000-000000000000";
    private static final String INTERNALS = "User: arn:aws:sts::123456789012:assumed-role/r may not; table t";
    private static final List<HttpCall> ALL = List.of(
            HttpCall.post(HAMMER),
            HttpCall.list(),
            HttpCall.get(ID),
            HttpCall.put(ID, HAMMER).header("If-Match", "*"),
            HttpCall.delete(ID).header("If-Match", "*"));

    private final LocalCrud crud = new LocalCrud();

    @Test
    void aTableThatThrottlesIsUnavailable() {
        crud.table.alwaysFails(() -> ProvisionedThroughputExceededException.builder()
                .message(INTERNALS)
                .statusCode(400)
                .build());

        ALL.forEach(call -> assertError(crud.send(call), 503));
    }

    @Test
    void aTableThatFailsIsUnavailable() {
        crud.table.alwaysFails(() -> InternalServerErrorException.builder()
                .message(INTERNALS)
                .statusCode(500)
                .build());

        ALL.forEach(call -> assertError(crud.send(call), 503));
    }

    @Test
    void aTableThatDoesNotAnswerIsUnavailable() {
        crud.table.alwaysFails(() -> SdkClientException.create(INTERNALS));

        ALL.forEach(call -> assertError(crud.send(call), 503));
    }

    @Test
    void whatNobodyExpectsIsAnInternalError() {
        crud.table.alwaysFails(() ->
                DynamoDbException.builder().message(INTERNALS).statusCode(400).build());

        for (HttpCall call : ALL) {
            assertError(crud.send(call), 500);
            assertThat(crud.executions.last("Router").status()).isEqualTo("FAILED");
        }
    }

    @Test
    void anUpdateWhoseAnswerGotLostIsDoneOnce() {
        String id = OpenApi.json(crud.send(HttpCall.post(HAMMER))).path("id").asText();
        crud.table.losesAnswer("updateItem", () -> SdkClientException.create("connection reset"));

        HttpCall put = HttpCall.put(id, HAMMER).header("If-Match", "\"1\"");
        ClientResponse response = crud.send(put);

        assertThat(response.status()).isIn(200, 503);
        assertThat(crud.send(HttpCall.get(id)).header("ETag")).contains("\"2\"");
    }

    @Test
    void aCreationWhoseAnswerGotLostIsDoneOnce() {
        crud.table.losesAnswer("transactWriteItems", () -> SdkClientException.create("connection reset"));

        HttpCall post = HttpCall.post(HAMMER).header("Idempotency-Key", "k1");
        ClientResponse response = crud.send(post);

        assertThat(response.status()).isIn(201, 503);
        assertThat(crud.send(post).status()).isEqualTo(201);
        assertThat(OpenApi.json(crud.send(HttpCall.list())).path("items")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "429, ThrottlingException",
        "429, ExecutionLimitExceeded",
        "400, InvalidExecutionInput",
        "400, com.amazon.coral.validate#ValidationException",
        "500, AccessDeniedException",
        "500, StateMachineDoesNotExist",
    })
    void stepFunctionsMayRefuseTheRequest(int status, String code) {
        for (HttpCall call : ALL) {
            crud.stepFunctionsAnswers(400, "{\"__type\":\"" + code + "\",\"message\":\"" + INTERNALS + "\"}");
            assertError(crud.send(call), status);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503})
    void stepFunctionsMayBeDown(int status) {
        crud.stepFunctionsAnswers(status, "<html>" + INTERNALS);

        assertError(crud.send(HttpCall.list()), 503);
    }

    @ParameterizedTest
    @CsvSource({"FAILED, 500", "TIMED_OUT, 504", "ABORTED, 500"})
    void anExecutionThatDidNotSucceedIsNoSuccess(String executionStatus, int status) {
        crud.stepFunctionsAnswers(
                200,
                "{\"status\":\"" + executionStatus + "\",\"error\":\"" + INTERNALS + "\",\"cause\":\"" + INTERNALS
                        + "\"}");

        assertError(crud.send(HttpCall.list()), status);
    }

    private static void assertError(ClientResponse response, int status) {
        assertThat(response.status()).isEqualTo(status);
        assertThat(response.body()).doesNotContain("arn:", "123456789012", "Exception", "table");
        assertThat(response.header("Retry-After").isPresent()).isEqualTo(status == 429 || status == 503);
    }
}
