package [=package].infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

[@imports]
import [=package].infrastructure.apigateway.ClientRequest;
import [=package].infrastructure.apigateway.ClientResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awscdk.services.apigateway.IntegrationResponse;
[/@imports]

/** What the client is told, rendered from the deployed templates: 202 if and only if the request is stored. */
class StorageResponsesTest {
    @ParameterizedTest
    @ValueSource(strings = {"Idempotency-Key", "idempotency-key", "IDEMPOTENCY-KEY"})
    void theKeyOfTheClientIsTheId(String headerName) {
        ClientRequest request =
                StorageApi.post().header("Host", "example.com").header(headerName, HostileInput.LONGEST_KEY);

        assertThat(idFor(request)).isEqualTo(HostileInput.LONGEST_KEY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"X-Idempotency-Key", "Idempotency-Key2", "Idempotency_Key", "Idempotency-KeyIdempotency-Key"})
    void noOtherHeaderIsTheId(String headerName) {
        assertThat(idFor(StorageApi.post().header(headerName, "k1"))).isEqualTo(StorageApi.REQUEST_ID);
    }

    @Test
    void withoutKeyTheRequestIdIsTheId() {
        ClientRequest elsewhere =
                StorageApi.post().queryParameter("Idempotency-Key", "k1").pathParameter("Idempotency-Key", "k2");

        assertThat(idFor(StorageApi.post())).isEqualTo(StorageApi.REQUEST_ID);
        assertThat(idFor(elsewhere)).isEqualTo(StorageApi.REQUEST_ID);
    }

    static String[] hostileKeys() {
        return HostileInput.keys();
    }

    @ParameterizedTest
    @MethodSource("hostileKeys")
    void aKeyThatIsNotAllowedIsNotTheId(String key) {
        assertThat(idFor(StorageApi.post().header("Idempotency-Key", key))).isEqualTo(StorageApi.REQUEST_ID);
    }

    @Test
    void everyKindOfAnswerHasItsResponse() {
        assertThat(StorageFirst.responses())
                .extracting(IntegrationResponse::getStatusCode)
                .containsExactlyInAnyOrder("202", "400", "500", "503");
    }

    @ParameterizedTest
    @CsvSource({"500", "502", "503", "504"})
    void aServiceThatFailsIsUnavailable(int awsStatus) {
        for (String awsBody : new String[] {"", "<html>", "{\"__type\":\"arn:aws\"}", "{\"__type\":\"Thrott"}) {
            assertError(answer(awsStatus, awsBody), 503);
        }
    }

    @ParameterizedTest
    @CsvSource({"100", "301", "304", "600"})
    void anyOtherStatusIsAnInternalError(int awsStatus) {
        assertError(answer(awsStatus, "{\"QueueUrl\":\"https://sqs/123456789012/q\"}"), 500);
    }

    static void assertError(ClientResponse response, int status) {
        assertThat(response.status()).isEqualTo(status);
        assertThat(StorageApi.json(response))
                .containsEntry("requestId", StorageApi.REQUEST_ID)
                .hasSize(2);
        assertThat(response.body()).doesNotContain("arn:", "123456789012", "Exception");
        if (status == 429 || status == 503) {
            assertThat(response.header("Retry-After")).contains("5");
        } else {
            assertThat(response.headers()).isEmpty();
        }
    }

    private static Object idFor(ClientRequest request) {
        return StorageApi.json(StorageApi.answer(request, 200, StorageFirstTest.STORED))
                .get("id");
    }

    private static ClientResponse answer(int awsStatus, String awsBody) {
        return StorageApi.answer(StorageApi.post(), awsStatus, awsBody);
    }
}
