package [=package].infrastructure.apigateway;

import java.util.LinkedHashMap;
import java.util.Map;

/** A request of a client and, once it is rendered, its way through the integration and back. Not thread-safe. */
public final class ClientRequest {
    private final Map<String, String> pathParameters = new LinkedHashMap<>();
    private final Map<String, String> queryParameters = new LinkedHashMap<>();
    private final Map<String, String> headers = new LinkedHashMap<>();
    private final Map<String, String> stageVariables = new LinkedHashMap<>();
    private final Map<String, Object> contextValues = new LinkedHashMap<>();
    private String body = "";
    private VariableMap context = ContextVariable.create(contextValues);

    ClientRequest() {}

    public ClientRequest method(String method) {
        return context("httpMethod", method);
    }

    public ClientRequest pathParameter(String name, String value) {
        pathParameters.put(name, value);
        return this;
    }

    public ClientRequest queryParameter(String name, String value) {
        queryParameters.put(name, value);
        return this;
    }

    /** A header, spelled as the client spells it. */
    public ClientRequest header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    /** The body as text; an empty one stands for none. */
    public ClientRequest body(String text) {
        body = text;
        return this;
    }

    public ClientRequest stageVariable(String name, String value) {
        stageVariables.put(name, value);
        return this;
    }

    /** Sets {@code $context.name}, for instance {@code requestId}. */
    public ClientRequest context(String name, Object value) {
        contextValues.put(name, value);
        context = ContextVariable.create(contextValues);
        return this;
    }

    /**
     * Renders a request template: the body that the integration is sent.
     *
     * @throws TemplateFailedException where API Gateway would answer 500 instead of calling the integration
     */
    public String render(String requestTemplate) {
        context = ContextVariable.create(contextValues);
        return render(requestTemplate, body);
    }

    /** What the templates have set in {@code $context.requestOverride}: {@code path}, {@code querystring} or {@code header}. */
    public Map<String, Object> requestOverrides(String kind) {
        return ContextVariable.overrides(context, "requestOverride", kind);
    }

    /**
     * What the client gets for an answer of the integration.
     *
     * <p>A template that fails becomes API Gateway's own answer, 500 {@code {"message": "Internal server error"}}.
     */
    public ClientResponse respond(IntegrationResponses responses, BackendAnswer answer) {
        IntegrationResponses.Response response = responses.select(answer);
        try {
            String text = response.template() == null ? answer.body() : render(response.template(), answer.body());
            Map<String, String> responseHeaders = new LinkedHashMap<>();
            ContextVariable.overrides(context, "responseOverride", "header")
                    .forEach((name, value) -> responseHeaders.put(name, String.valueOf(value)));
            return new ClientResponse(
                    ContextVariable.overriddenStatus(context).orElse(response.status()), responseHeaders, text);
        } catch (TemplateFailedException e) {
            return new ClientResponse(
                    500,
                    Map.of("x-amzn-ErrorType", "InternalServerErrorException"),
                    "{\"message\": \"Internal server error\"}");
        }
    }

    private String render(String template, String payload) {
        Map<String, Map<String, String>> parameters = new LinkedHashMap<>();
        parameters.put("path", pathParameters);
        parameters.put("querystring", queryParameters);
        parameters.put("header", headers);
        Map<String, Object> variables = new LinkedHashMap<>();
        variables.put("input", new Input(payload, parameters));
        variables.put("util", new Util());
        variables.put("context", context);
        variables.put("stageVariables", stageVariables);
        return VelocityRenderer.render(template, variables);
    }
}
