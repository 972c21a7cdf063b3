package [=package].infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

[@imports]
import [=package].infrastructure.apigateway.ApiGateway;
import [=package].infrastructure.apigateway.BackendAnswer;
import [=package].infrastructure.apigateway.ClientResponse;
import [=package].infrastructure.apigateway.IntegrationResponses;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
[/@imports]

/** What the client is told when AWS refuses the request. */
class AwsErrorTest {
    private static final String REQUEST_ID = "b1946ac9-0000-4000-8000-000000000002";
    private static final IntegrationResponses REFUSED = IntegrationResponses.none()
            .otherwise(400, RequestTemplate.of("aws-error").text());

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

        assertError(answer(400, jsonProtocol), status);
        assertError(answer(400, "{" + error + ",\"RequestId\":\"r1\"}"), status);
        assertError(answer(403, "{\"ErrorResponse\":{" + error + "}}"), status);
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
        assertThat(response.body())
                .contains("\"message\": \"Internal server error\"")
                .doesNotContain("arn:");
    }

    private static void assertError(ClientResponse response, int status) {
        assertThat(response.status()).isEqualTo(status);
        assertThat(response.body())
                .contains("\"requestId\": \"" + REQUEST_ID + "\"")
                .doesNotContain("arn:", "123456789012", "Exception");
        assertThat(response.header("Retry-After").isPresent()).isEqualTo(status == 429);
    }

    private static ClientResponse answer(int awsStatus, String awsBody) {
        return ApiGateway.request()
                .method("POST")
                .context("requestId", REQUEST_ID)
                .respond(REFUSED, BackendAnswer.of(awsStatus, awsBody));
    }
}
