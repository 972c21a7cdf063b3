package org.serverlesspatterns.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.shop.infrastructure.apigateway.ApiGateway;
import com.acme.shop.infrastructure.apigateway.BackendAnswer;
import com.acme.shop.infrastructure.apigateway.ClientRequest;
import com.acme.shop.infrastructure.apigateway.ClientResponse;
import com.acme.shop.infrastructure.apigateway.FormBody;
import com.acme.shop.infrastructure.apigateway.IntegrationResponses;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** One case of request-templates.json, run on the template harness of a generated project. */
final class ConformanceCase {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final Set<String> RESPONSE = Set.of("status", "headers", "body", "bodyJson");

    private final JsonNode data;
    private final ClientRequest request = ApiGateway.request();

    ConformanceCase(JsonNode data) {
        this.data = data;
        JsonNode sent = data.path("request");
        request.method(sent.path("method").asText("GET")).body(sent.path("body").asText(""));
        each(sent.path("pathParameters"), request::pathParameter);
        each(sent.path("queryString"), request::queryParameter);
        each(sent.path("headers"), request::header);
        each(data.path("stageVariables"), request::stageVariable);
        each(data.path("context"), request::context);
    }

    String id() {
        return data.path("id").asText();
    }

    /** Runs the case and compares what it expects; a member that nothing here knows is a failure. */
    void run() {
        String rendered = data.has("requestTemplate") ? request.render(text("requestTemplate")) : null;
        ClientResponse response = respond(rendered);
        Map<String, JsonNode> expected = new TreeMap<>();
        data.path("expected").properties().forEach(member -> expected.put(member.getKey(), member.getValue()));
        if (!responseIsKnown()) {
            expected.keySet().removeAll(RESPONSE);
            assertThat(expected.keySet()).as("what is left to compare").isNotEmpty();
        }
        expected.forEach((member, value) -> compare(member, value, rendered, response));
    }

    /** Of a case about the request alone, the service's answer is often not recorded: then only the request is compared. */
    boolean responseIsKnown() {
        return !"request".equals(text("side")) || data.has("integrationResponse");
    }

    private void compare(String member, JsonNode value, String rendered, ClientResponse response) {
        switch (member) {
            case "note" -> assertThat(value.isTextual()).isTrue();
            case "renderedRequest" -> assertThat(rendered).isEqualTo(value.asText());
            case "renderedRequestJson" -> assertThat(json(rendered)).isEqualTo(value);
            case "renderedRequestIsJson" ->
                assertThat(json(rendered).isContainerNode()).isEqualTo(value.asBoolean());
            case "renderedRequestJsonContains" -> assertContains(json(rendered), value);
            case "renderedForm" -> assertThat(FormBody.decode(rendered)).isEqualTo(texts(value));
            case "overrideHeaders" ->
                assertThat(request.requestOverrides("header")).isEqualTo(texts(value));
            default -> compareResponse(member, value, response);
        }
    }

    private static void compareResponse(String member, JsonNode value, ClientResponse response) {
        switch (member) {
            case "status" -> assertThat(response.status()).isEqualTo(value.asInt());
            case "body" -> assertThat(response.body()).isEqualTo(value.asText());
            case "bodyJson" -> assertSame(json(response.body()), value);
            case "headers" ->
                each(value, (name, text) -> assertThat(response.header(name)).contains(text));
            default -> throw new AssertionError("Nothing compares 'expected." + member + "'");
        }
    }

    private ClientResponse respond(String rendered) {
        return request.respond(responses(), answer(rendered));
    }

    private BackendAnswer answer(String rendered) {
        JsonNode answer = data.path("integrationResponse");
        if ("MOCK".equals(text("integration")) && rendered != null) {
            return BackendAnswer.mock(rendered);
        }
        if (answer.has("functionError")) {
            String body = answer.path("body").asText();
            return answer.path("functionError").asBoolean()
                    ? BackendAnswer.lambdaError(body)
                    : BackendAnswer.lambda(body);
        }
        String body =
                answer.path("echo").asBoolean() ? rendered : answer.path("body").asText("");
        return BackendAnswer.of(
                answer.path("status").asInt(200), answer.path("bodyText").asText(body));
    }

    private IntegrationResponses responses() {
        IntegrationResponses responses = IntegrationResponses.always(200, text("responseTemplate"));
        for (JsonNode response : data.path("integrationResponses")) {
            int status = response.path("statusCode").asInt();
            String pattern = response.path("selectionPattern").asText();
            responses = pattern.isEmpty() ? responses.otherwise(status, null) : responses.and(pattern, status, null);
        }
        return responses;
    }

    private String text(String member) {
        return data.path(member).asText(null);
    }

    private static void assertSame(JsonNode actual, JsonNode expected) {
        if (expected.isObject() && expected.path("$any").asBoolean()) {
            assertThat(actual.isMissingNode()).isFalse();
        } else if (expected.isObject()) {
            assertThat(actual.size()).as("members of %s", actual).isEqualTo(expected.size());
            expected.properties().forEach(member -> assertSame(actual.path(member.getKey()), member.getValue()));
        } else {
            assertThat(actual).isEqualTo(expected);
        }
    }

    private static void assertContains(JsonNode actual, JsonNode expected) {
        if (expected.isObject()) {
            expected.properties().forEach(member -> assertContains(actual.path(member.getKey()), member.getValue()));
        } else {
            assertThat(actual).isEqualTo(expected);
        }
    }

    private static Map<String, Object> texts(JsonNode object) {
        Map<String, Object> texts = new TreeMap<>();
        each(object, texts::put);
        return texts;
    }

    private static void each(JsonNode object, BiConsumer<String, String> use) {
        object.properties()
                .forEach(member -> use.accept(member.getKey(), member.getValue().asText()));
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError("No JSON: " + text, e);
        }
    }
}
