package [=package].infrastructure;

[@imports]
import [=package].infrastructure.SynthesizedApi.Route;
import [=package].infrastructure.apigateway.ApiGateway;
import [=package].infrastructure.apigateway.BackendAnswer;
import [=package].infrastructure.apigateway.ClientRequest;
import [=package].infrastructure.apigateway.ClientResponse;
import [=package].infrastructure.apigateway.IntegrationResponses;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
[/@imports]

/** API Gateway: routes, validates, renders the templates of the synthesized API, and calls its integration. */
final class LocalGateway {
    private final SynthesizedApi api;
    private final RequestValidation validation;
    private final Function<String, BackendAnswer> integration;

    /** @param integration what an integration of the type AWS calls with the rendered request */
    LocalGateway(JsonNode resources, String path, Function<String, BackendAnswer> integration) {
        api = new SynthesizedApi(resources, path);
        validation = new RequestValidation(resources);
        this.integration = integration;
    }

    /** @param context values of {@code $context} */
    ClientResponse send(HttpCall call, Map<String, Object> context) {
        ClientRequest request = ApiGateway.request().method(call.method()).body(call.body());
        context.forEach(request::context);
        call.headers().forEach(request::header);
        call.query().forEach(request::queryParameter);
        Optional<Route> found = api.route(call);
        if (found.isEmpty()) {
            return refuse(request, "MISSING_AUTHENTICATION_TOKEN", 403, "Missing Authentication Token");
        }
        Route route = found.get();
        request.context("resourcePath", route.path()).context("path", "/dev" + call.path());
        route.pathParameters().forEach(request::pathParameter);
        if (!call.headers().getOrDefault("Content-Type", "application/json").startsWith("application/json")) {
            return refuse(request, "DEFAULT_4XX", 415, "Unsupported Media Type");
        }
        return validation
                .problem(route, call)
                .map(problem -> refuse(request, "DEFAULT_4XX", 400, problem))
                .orElseGet(() -> integrate(request, route.method().path("Integration")));
    }

    private ClientResponse integrate(ClientRequest request, JsonNode properties) {
        String sent = request.render(Deployed.text(properties.at("/RequestTemplates/application~1json")));
        BackendAnswer answer =
                properties.path("Type").asText().equals("MOCK") ? BackendAnswer.mock(sent) : integration.apply(sent);
        JsonNode selected = select(properties.path("IntegrationResponses"), answer);
        String template = selected.at("/ResponseTemplates/application~1json").asText();
        ClientResponse response = request.respond(
                IntegrationResponses.always(selected.path("StatusCode").asInt(), template), answer);
        return with(selected.path("ResponseParameters"), request, response);
    }

    private static JsonNode select(JsonNode responses, BackendAnswer answer) {
        return SynthesizedStack.stream(responses)
                .filter(response -> response.has("SelectionPattern"))
                .filter(response -> answer.selectedBy()
                        .matches(response.path("SelectionPattern").asText()))
                .findFirst()
                .orElseGet(() -> SynthesizedStack.stream(responses)
                        .filter(response -> !response.has("SelectionPattern"))
                        .findFirst()
                        .orElseThrow());
    }

    /** What API Gateway answers by itself; the template of the API may change text and status. */
    private ClientResponse refuse(ClientRequest request, String type, int status, String message) {
        JsonNode properties = api.gatewayResponse(type);
        request.context("error", Map.of("messageString", "\"" + message + "\""));
        String template = properties.at("/ResponseTemplates/application~1json").asText();
        ClientResponse response = request.respond(
                IntegrationResponses.always(properties.path("StatusCode").asInt(status), template),
                BackendAnswer.of(status, ""));
        return with(properties.path("ResponseParameters"), request, response);
    }

    /** Adds the headers that are no template's: constants, and values of {@code $context}. */
    private static ClientResponse with(JsonNode parameters, ClientRequest request, ClientResponse response) {
        Map<String, String> headers = new LinkedHashMap<>(response.headers());
        parameters.properties().forEach(parameter -> {
            String name = parameter.getKey().substring(parameter.getKey().lastIndexOf('.') + 1);
            String value = parameter.getValue().asText();
            headers.put(
                    name, value.startsWith("'") ? value.substring(1, value.length() - 1) : request.render("$" + value));
        });
        return new ClientResponse(response.status(), headers, response.body());
    }
}
