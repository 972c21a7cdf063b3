package [=package].infrastructure.apigateway;

import java.util.Map;

/**
 * What the integration answered.
 *
 * @param selectedBy the text that selection patterns are matched against; empty selects the default response
 */
public record BackendAnswer(String selectedBy, String body) {

    /** The answer of an AWS service or an HTTP endpoint. */
    public static BackendAnswer of(int status, String body) {
        return new BackendAnswer(String.valueOf(status), body);
    }

    /** The result of a Lambda function (not a proxy integration). */
    public static BackendAnswer lambda(String result) {
        return new BackendAnswer("", result);
    }

    /** The error object of a Lambda function (not a proxy integration). */
    public static BackendAnswer lambdaError(String error) {
        return new BackendAnswer(String.valueOf(JsonText.parse(error).read("$.errorMessage")), error);
    }

    /**
     * What a MOCK integration makes of a rendered request template.
     *
     * @throws TemplateFailedException when it holds no {@code statusCode}
     */
    public static BackendAnswer mock(String renderedRequest) {
        if (JsonText.parse(renderedRequest).read("$") instanceof Map<?, ?> request
                && request.get("statusCode") instanceof Number status) {
            return of(status.intValue(), "");
        }
        throw new TemplateFailedException(
                "A MOCK integration needs {\"statusCode\": n}, not: " + renderedRequest, null);
    }
}
