package [=package].infrastructure;

[@imports]
import software.amazon.awscdk.services.apigateway.MethodOptions;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.apigateway.AccessLogFormat;
import software.amazon.awscdk.services.apigateway.EndpointType;
import software.amazon.awscdk.services.apigateway.GatewayResponseOptions;
import software.amazon.awscdk.services.apigateway.Integration;
import software.amazon.awscdk.services.apigateway.LogGroupLogDestination;
import software.amazon.awscdk.services.apigateway.Method;
import software.amazon.awscdk.services.apigateway.MethodLoggingLevel;
import software.amazon.awscdk.services.apigateway.ResponseType;
import software.amazon.awscdk.services.apigateway.RestApi;
import software.amazon.awscdk.services.apigateway.StageOptions;
import software.amazon.awscdk.services.logs.LogGroup;
import software.constructs.Construct;
[=slot("request-api.imports")]
[/@imports]

/** The REST API: authorized, validated, throttled, logged and traced, with JSON in every answer. */
final class RequestApi extends Construct {
[=slot("request-api.timeout")]    private static final int REQUESTS_PER_SECOND = 100;
    private static final int BURST = 200;
    private static final String JSON = "application/json";
    private static final String ERROR =
            "{\"message\": $context.error.messageString, \"requestId\": \"$context.requestId\"}";

    private final ApiAuth auth;
    private final RestApi api;

    RequestApi(Construct scope, String id, Stage stage) {
[#if storageFirst == "s3" && crud != "none"]
        this(scope, id, stage, null);
    }

    /** A further API for the same callers, or, without another one, the first. */
    RequestApi(Construct scope, String id, Stage stage, RequestApi other) {
        super(scope, id);
        auth = other == null ? new ApiAuth(this, "Auth", stage) : new ApiAuth(this, "Auth", other.auth);
        boolean ownsLogsRole = other == null && ownsLogsRole();
[#else]
        super(scope, id);
        auth = new ApiAuth(this, "Auth", stage);
        boolean ownsLogsRole = ownsLogsRole();
[/#if]
        api = RestApi.Builder.create(this, "RestApi")
                .endpointTypes(List.of(EndpointType.REGIONAL))
[=slot("request-api.settings")]                .deployOptions(deployOptions(stage))
                .cloudWatchRole(ownsLogsRole)
                .cloudWatchRoleRemovalPolicy(ownsLogsRole ? RemovalPolicy.RETAIN : null)
                .build();
        if (ownsLogsRole) {
            SecurityReview.accept(
                    api.getNode().findChild("CloudWatchRole"),
                    "AwsSolutions-IAM4",
                    "API Gateway documents this managed policy for the role that writes the logs of all APIs");
        }
        SecurityReview.accept(
                api.getDeploymentStage(),
                "AwsSolutions-APIG3",
                "Callers are authenticated and throttled; a web ACL has a monthly price and rules that fit the callers");
        keepExecutionLog(stage);
[#if storageFirst == "s3" && crud != "none"]
        if (other != null) {
            // The role that writes the logs comes with the first.
            api.getNode().addDependency(other);
        }
[/#if]
        answerInJson();
    }

[=slot("request-api.methods")]    /** Adds a method that only authorized callers reach, and the resources of its path where they do not exist. */
    private void add(String httpMethod, String path, Integration integration, MethodOptions.Builder options) {
        Method method = api.getRoot().resourceForPath(path).addMethod(httpMethod, integration, options.build());
        auth.protects(method);
    }

    /**
     * The role by which API Gateway writes logs is one setting for a whole account and region. It is set here, and
     * outlives the stack because other APIs may use it by then.
     */
    private boolean ownsLogsRole() {
        String setting = Settings.text(this, "apiGatewayLogsRole").orElse("create");
        return switch (setting) {
            case "create" -> true;
            case "existing" -> false;
            default ->
                throw new IllegalArgumentException("'" + setting + "' is no way to get the logs role of API"
                        + " Gateway. Use -c apiGatewayLogsRole=create, or =existing when the account has one");
        };
    }

    private StageOptions deployOptions(Stage stage) {
        LogGroup accessLog = LogGroup.Builder.create(this, "AccessLog")
                .retention(stage.logRetention())
                .removalPolicy(RemovalPolicy.DESTROY)
                .build();
        return StageOptions.builder()
                .stageName(stage.id())
                .throttlingRateLimit(REQUESTS_PER_SECOND)
                .throttlingBurstLimit(BURST)
                .accessLogDestination(new LogGroupLogDestination(accessLog))
                .accessLogFormat(accessLogFormat())
                .loggingLevel(MethodLoggingLevel.ERROR)
                .dataTraceEnabled(false)
                .metricsEnabled(true)
                .tracingEnabled(true)
                .build();
    }

    private static AccessLogFormat accessLogFormat() {
        return AccessLogFormat.custom(Stream.of(
                        "requestId",
                        "requestTimeEpoch",
                        "httpMethod",
                        "path",
                        "status",
                        "responseLatency",
                        "integration.status",
                        "integration.latency",
                        "error.responseType",
                        "identity.sourceIp",
                        "identity.userArn",
                        "xrayTraceId")
                .map("\"%1$s\":\"$context.%1$s\""::formatted)
                .collect(Collectors.joining(",", "{", "}")));
    }

    /** API Gateway makes this log group itself and keeps it for ever, unless it is there before the stage is. */
    private void keepExecutionLog(Stage stage) {
        LogGroup executionLog = LogGroup.Builder.create(this, "ExecutionLog")
                .logGroupName("API-Gateway-Execution-Logs_" + api.getRestApiId() + "/" + stage.id())
                .retention(stage.logRetention())
                .removalPolicy(RemovalPolicy.DESTROY)
                .build();
        api.getDeploymentStage().getNode().addDependency(executionLog);
    }

    /** What API Gateway answers by itself, in the form in which the templates answer. */
    private void answerInJson() {
        answer("ClientError", ResponseType.DEFAULT_4_XX, Map.of());
        answer("ServerError", ResponseType.DEFAULT_5_XX, Map.of());
        answer("Throttled", ResponseType.THROTTLED, Map.of("Retry-After", "'1'"));
    }

    private void answer(String id, ResponseType type, Map<String, String> moreHeaders) {
        Map<String, String> headers = new TreeMap<>(moreHeaders);
        headers.put("x-request-id", "context.requestId");
        api.addGatewayResponse(
                id,
                GatewayResponseOptions.builder()
                        .type(type)
                        .responseHeaders(headers)
                        .templates(Map.of(JSON, ERROR))
                        .build());
    }
}
