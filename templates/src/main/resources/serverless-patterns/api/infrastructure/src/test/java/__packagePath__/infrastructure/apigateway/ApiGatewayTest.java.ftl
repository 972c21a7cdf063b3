package [=package].infrastructure.apigateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The harness itself: what it prints, and that it refuses what it does not know. */
class ApiGatewayTest {
    private static final ClientRequest REQUEST = ApiGateway.request()
            .method("POST")
            .pathParameter("id", "from path")
            .queryParameter("id", "from query")
            .queryParameter("page", "2")
            .header("X-Trace", "t1")
            .stageVariable("color", "blue")
            .body("{\"object\":{\"a\":\"b\"},\"list\":[{\"a\":1}],\"text\":\"it's\",\"none\":null,\"empty\":[]}");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "$input.path('$.object') | {a=b}",
                "$input.path('$.list') | [{\"a\":1}]",
                "$input.json('$.object') | {\"a\":\"b\"}",
                "$input.json('$.text') | \"it's\"",
                "[$input.path('$.none')$input.path('$.missing.a')$undefined.a$context.identity.user] | []",
                "#if($input.path('$.missing') == $null && $input.path('$.missing') == '')both#end | both",
                "#if($input.path('$.empty') == '')equal#{else}differs#end | differs",
                "$input.params('id') $input.params('page') $input.params('X-Trace') | from path 2 t1",
                "[$input.params('x-trace')] | []",
                "$input.params().querystring.id | from query",
                "$stageVariables.color/$stageVariables.other/ | blue//",
                "$util.escapeJavaScript($input.path('$.text')) | it\\'s",
                "$util.escapeJavaScript($input.path('$.text')).replaceAll(\"\\\\'\",\"'\") | it's",
                "$util.urlEncode('a b&c') $util.urlDecode('a+b%26c') | a+b%26c a b&c",
                "$util.base64Encode('\u00E9') $util.base64Decode('w6k=') | w6k= \u00E9",
                "$util.parseJson('{\"a\":[7]}').a[0] | 7",
                "#set($none = $util.parseJson('{}').get('a'))[$none] | []",
            },
            quoteCharacter = '`')
    void prints(String template, String text) {
        assertThat(REQUEST.render(template)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$util.uuid()",
                "$util.quiet",
                "$input.bytes",
                "$input.body.strip()",
                "$input.body.substring('1')",
                "$input.path('$.missing').size()",
                "$context.requestID",
                "#parse('file')",
            })
    void refusesWhatItDoesNotKnow(String template) {
        assertThatThrownBy(() -> REQUEST.render(template))
                .isInstanceOf(UnsupportedInHarnessException.class)
                .hasMessageContaining("does not implement");
    }

    @ParameterizedTest
    @ValueSource(strings = {"#if(true)", "$input.json('$[')", "$util.parseJson('{\"a\":')", "$util.base64Decode('~')"})
    void failsWhereApiGatewayWouldFail(String template) {
        assertThatThrownBy(() -> REQUEST.render(template)).isInstanceOf(TemplateFailedException.class);

        ClientResponse response =
                REQUEST.respond(IntegrationResponses.always(200, template), BackendAnswer.of(200, ""));
        assertThat(response.status()).isEqualTo(500);
        assertThat(response.body()).isEqualTo("{\"message\": \"Internal server error\"}");
    }

    @Test
    void carriesOverridesFromTheRequestToTheResponse() {
        ClientRequest request = ApiGateway.request();
        String sent = request.render("#set($context.requestOverride.header.X-Amz-Target = 'T')##\n"
                + "#set($context.responseOverride.header.Retry-After = '5')##\n{statusCode: 404}");
        IntegrationResponses responses = IntegrationResponses.when(
                        "404", 404, "$context.requestOverride.header.X-Amz-Target")
                .and("4\\d{2}", 400, null)
                .otherwise(200, null);

        ClientResponse response = request.respond(responses, BackendAnswer.mock(sent));

        assertThat(request.requestOverrides("header")).containsEntry("X-Amz-Target", "T");
        assertThat(response.status()).isEqualTo(404);
        assertThat(response.body()).isEqualTo("T");
        assertThat(response.header("retry-after")).contains("5");
    }

    @Test
    void refusesAnAnswerThatNoResponseTakes() {
        IntegrationResponses responses = IntegrationResponses.when("2\\d{2}", 200, null);

        assertThatThrownBy(() -> REQUEST.respond(responses, BackendAnswer.of(2000, "")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("no default response");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "a=1&", "a=1&a=2", "a=%zz"})
    void readsNoBrokenForm(String form) {
        assertThatThrownBy(() -> FormBody.decode(form)).isInstanceOf(IllegalArgumentException.class);
    }
}
