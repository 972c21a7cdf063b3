package [=package].infrastructure.apigateway;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/** {@code $context}: made-up values for what every request has, those of the test, and the two overrides. */
final class ContextVariable {
    private static final Set<String> NAMES = Set.of(
            "accountId",
            "apiId",
            "authorizer",
            "awsEndpointRequestId",
            "deploymentId",
            "domainName",
            "domainPrefix",
            "error",
            "extendedRequestId",
            "httpMethod",
            "identity",
            "isCanaryRequest",
            "path",
            "protocol",
            "requestId",
            "requestOverride",
            "requestTime",
            "requestTimeEpoch",
            "resourceId",
            "resourcePath",
            "responseOverride",
            "stage",
            "wafResponseCode",
            "webaclArn");

    private ContextVariable() {}

    static VariableMap create(Map<String, Object> values) {
        VariableMap context = VariableMap.of("$context", NAMES);
        context.put("accountId", "123456789012");
        context.put("apiId", "a1b2c3d4e5");
        context.put("httpMethod", "GET");
        context.put("identity", VariableMap.open("$context.identity"));
        context.put("path", "/test/");
        context.put("protocol", "HTTP/1.1");
        context.put("requestId", "7f5b8e6e-0000-4000-8000-000000000001");
        context.put("requestTime", "14/Nov/2023:22:13:20 +0000");
        context.put("requestTimeEpoch", 1_700_000_000_000L);
        context.put("resourcePath", "/");
        context.put("stage", "test");
        context.putAll(values);
        context.put("requestOverride", overridesOf("$context.requestOverride", "path", "querystring", "header"));
        context.put("responseOverride", overridesOf("$context.responseOverride", "header"));
        return context;
    }

    private static VariableMap overridesOf(String name, String... kinds) {
        VariableMap overrides = VariableMap.open(name);
        for (String kind : kinds) {
            overrides.put(kind, VariableMap.open(name + "." + kind));
        }
        return overrides;
    }

    static Map<String, Object> overrides(VariableMap context, String override, String kind) {
        VariableMap kinds = (VariableMap) context.get(override);
        return new LinkedHashMap<>((VariableMap) kinds.get(kind));
    }

    static OptionalInt overriddenStatus(VariableMap context) {
        Object status = ((VariableMap) context.get("responseOverride")).get("status");
        return status == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(status.toString()));
    }
}
