package org.serverlesspatterns.it.variants.check.iam;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.serverlesspatterns.it.variants.check.CfnTemplate;
import org.serverlesspatterns.it.variants.check.CfnTemplate.Resource;

/** Integrations of API Gateway. */
final class ApiGatewayUses extends Uses {

    /** {@code arn:aws:apigateway:region:service:action/Operation} or {@code …:service:path/…}. */
    private static final Pattern URI = Pattern.compile("arn:aws:apigateway:REGION:(\\w+):(action|path)/(.*)");

    /** What a call of a path does: service and method → operation. */
    private static final Map<String, String> BY_PATH =
            Map.of("sqs POST", "SendMessage", "sns POST", "Publish", "s3 PUT", "PutObject", "s3 GET", "GetObject");

    ApiGatewayUses(CfnTemplate template) {
        super(template);
    }

    @Override
    Stream<Use> all() {
        return template.ofType("AWS::ApiGateway::Method")
                .filter(method -> method.at("/Integration/Type").asText().matches("AWS|AWS_PROXY"))
                .flatMap(this::integration);
    }

    private Stream<Use> integration(Resource method) {
        var integration = method.at("/Integration");
        var uri = URI.matcher(template.text(integration.path("Uri")));
        if (!uri.matches()) {
            throw new IllegalStateException("ApiGatewayUses does not understand the URI of " + method + ": "
                    + template.text(integration.path("Uri")));
        }
        var service = uri.group(1);
        var isInvocation = service.equals("lambda");
        var operation = isInvocation
                ? "Invoke"
                : uri.group(2).equals("action") ? uri.group(3) : byPath(method, service, integration);
        var principal =
                integration.has("Credentials") ? role(method, "/Integration/Credentials") : "apigateway.amazonaws.com";
        var texts = Stream.concat(Stream.of(uri.group(3)), template.texts(integration.path("RequestTemplates")));
        return operation(principal, service, operation, texts, method.toString());
    }

    private static String byPath(Resource method, String service, JsonNode integration) {
        var key = service + " " + integration.path("IntegrationHttpMethod").asText();
        if (!BY_PATH.containsKey(key)) {
            throw new IllegalStateException(
                    "ApiGatewayUses.BY_PATH has no line '" + key + "', which " + method + " calls");
        }
        return BY_PATH.get(key);
    }
}
