package [=package].infrastructure;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.events.Authorization;
import software.amazon.awscdk.services.events.Connection;
import software.amazon.awscdk.services.iam.Policy;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.secretsmanager.Secret;
import software.constructs.Construct;

/**
 * The work as a call of an HTTPS service: {@code POST} with the request, and {@code GET} of its health for a probe that
 * has no request. {@code -c workUrl=} says which service.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/call-https-apis.html">Call HTTPS APIs</a>
 */
final class HttpWork extends Construct implements Work {
    /** A name that no DNS server ever resolves (RFC 2606), so that nothing is sent to a stranger. */
    private static final String NO_SERVICE = "https://service.invalid/[=resourcePath]";

    private static final String KEY_HEADER = "x-api-key";
    /** What needs no escaping in JSON, and no query: its parameters would be visible in logs. */
    private static final Pattern URL =
            Pattern.compile("https://[A-Za-z0-9.-]+(:\\d+)?(/[A-Za-z0-9._~%!()*+,;=:@/-]*)?");

    private final String url;
    private final String healthUrl;
    private final Connection connection;

    HttpWork(Construct scope, String id, Stage stage) {
        super(scope, id);
        url = checked("workUrl", Settings.text(this, "workUrl").orElse(NO_SERVICE));
        String health = Settings.text(this, "workHealthUrl").orElse(url.replaceAll("/$", "") + "/health");
        healthUrl = checked("workHealthUrl", health);
        Secret key = Secret.Builder.create(this, "Key")
                .description("What the called service gets in the header " + KEY_HEADER)
                .removalPolicy(stage.removalPolicy())
                .build();
        SecurityReview.accept(
                key, "AwsSolutions-SMG4", "The service decides when its key changes; the runbook says how to follow");
        connection = Connection.Builder.create(this, "Connection")
                .description("The service inside the circuit breaker")
                .authorization(Authorization.apiKey(KEY_HEADER, key.getSecretValue()))
                .build();
        output("WorkKeyArn", key.getSecretArn());
        output("WorkConnectionName", connection.getConnectionName());
    }

    @Override
    public Map<String, String> substitutions() {
        return Map.of("WorkUrl", url, "WorkHealthUrl", healthUrl, "WorkConnectionArn", connection.getConnectionArn());
    }

[#if slot("http-work.health-url")?has_content]
    /** What answers when the service is well. */
    String healthUrl() {
        return healthUrl;
    }

[/#if]
    /** Nothing but these two requests, with the credentials of this connection. */
    @Override
    public void allow(AslStateMachine machine) {
        machine.allow(connection.getConnectionArn(), "events:RetrieveConnectionCredentials");
        machine.allow(
                connection.getConnectionSecretArn(), "secretsmanager:DescribeSecret", "secretsmanager:GetSecretValue");
        // A policy of its own, because it names the machine, which waits for the policy of its role.
        Policy.Builder.create(this, "Requests")
                .roles(List.of(machine.machine().getRole()))
                .statements(List.of(request(machine, "POST", url), request(machine, "GET", healthUrl)))
                .build();
    }

    private static PolicyStatement request(AslStateMachine machine, String method, String endpoint) {
        return PolicyStatement.Builder.create()
                .actions(List.of("states:InvokeHTTPEndpoint"))
                .resources(List.of(machine.arn()))
                .conditions(
                        Map.of("StringEquals", Map.of("states:HTTPMethod", method, "states:HTTPEndpoint", endpoint)))
                .build();
    }

    private static String checked(String key, String value) {
        if (!URL.matcher(value).matches()) {
            throw new IllegalArgumentException("'" + value + "' is no URL of a service: it starts with https:// and has"
                    + " neither query nor fragment, as in -c " + key + "=https://api.example.com/[=resourcePath]");
        }
        return value;
    }

    private void output(String name, String value) {
        CfnOutput.Builder.create(Stack.of(this), name).value(value).build();
    }
}
