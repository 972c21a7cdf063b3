package [=package].infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

[@imports]
import [=package].infrastructure.apigateway.ClientResponse;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
[/@imports]

/** What the client is told when AWS refuses to store the request. */
class AwsErrorTest {
    @ParameterizedTest
    @CsvSource({
        "429, ThrottlingException",
        "429, Throttled",
        "429, KmsThrottled",
        "429, TooManyRequestsException",
        "429, RequestLimitExceeded",
        "400, ValidationException",
        "500, AccessDenied",
        "500, AccessDeniedException",
        "500, ResourceNotFoundException",
        "500, KMS.DisabledException",
        "500, SignatureDoesNotMatch",
        "500, InvalidClientTokenId",
        "500, SomethingNew",
    })
    void theErrorCodeOfAwsDecides(int status, String code) {
        String message = "\"User arn:aws:sts::123456789012:assumed-role/r may not Throttle Validation\"";
        String jsonProtocol = "{\"__type\":\"" + code + "\",\"message\":" + message + "}";
        String error = "\"Error\":{\"Type\":\"Sender\",\"Code\":\"" + code + "\",\"Message\":" + message + "}";

        StorageResponsesTest.assertError(answer(400, jsonProtocol), status);
        StorageResponsesTest.assertError(answer(400, "{" + error + ",\"RequestId\":\"r1\"}"), status);
        StorageResponsesTest.assertError(answer(403, "{\"ErrorResponse\":{" + error + "}}"), status);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "[]",
                "null",
                "\"ThrottlingException\"",
                "<Error><Code>AccessDenied</Code><Message>arn:aws:s3:::bucket</Message></Error>",
                "{\"__type\": null, \"Error\": \"Throttling\"}",
                "{\"__type\": {\"a\": []}, \"Error\": [1, 2]}",
                "{\"__type\": \"Thrott",
                "{\"message\":\"ConditionalCheckFailedException\"}",
            })
    void anErrorThatCannotBeReadIsInternal(String awsBody) {
        ClientResponse response = answer(400, awsBody);

        assertThat(response.status()).isEqualTo(500);
        assertThat(StorageApi.json(response)).containsEntry("message", "Internal server error");
        assertThat(response.body()).doesNotContain("arn:");
    }

    private static ClientResponse answer(int awsStatus, String awsBody) {
        return StorageApi.answer(StorageApi.post(), awsStatus, awsBody);
    }
}
