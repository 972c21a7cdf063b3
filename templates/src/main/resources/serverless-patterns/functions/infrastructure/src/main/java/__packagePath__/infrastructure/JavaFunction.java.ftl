[#-- Whether someone wants to know what it logs. --]
[#assign watched = slot("java-function.log")?has_content]
[#assign kept = featureFlags == "true" || slot("java-function.methods")?has_content]
package [=package].infrastructure;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awscdk.Annotations;
import software.amazon.awscdk.RemovalPolicy;
[#if featureFlags == "true"]
import software.amazon.awscdk.services.iam.Policy;
[/#if]
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.lambda.Alias;
import software.amazon.awscdk.services.lambda.Architecture;
[#if slot("java-function.methods")?has_content]
import software.amazon.awscdk.services.lambda.CfnFunction;
[/#if]
import software.amazon.awscdk.services.lambda.Code;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.lambda.Runtime;
import software.amazon.awscdk.services.lambda.SnapStartConf;
import software.amazon.awscdk.services.lambda.Tracing;
import software.amazon.awscdk.services.logs.LogGroup;
import software.constructs.Construct;

/**
 * A handler of the module {@code functions} with the defaults of this project. It is called through the alias
 * {@code live} only: SnapStart works on published versions, not on {@code $LATEST}
 * (<a href="https://docs.aws.amazon.com/lambda/latest/dg/snapstart.html">source</a>).
 */
final class JavaFunction extends Construct {
    private static final String HANDLERS = "[=package].functions.";
    private static final Path ZIP = Path.of("functions", "target", "functions.zip");
    private static final int MEMORY_MIB = 1024;

[#if watched]
    private final LogGroup log;
[/#if]
    private final Role role;
[#if kept]
    private final Function function;
[/#if]
    private final Alias live;

    JavaFunction(
            Construct scope,
            String id,
            Stage stage,
            String handler,
            Duration timeout,
            Map<String, String> environment) {
        super(scope, id);
        [=watched?then("", "LogGroup ")]log = LogGroup.Builder.create(this, "Log")
                .retention(stage.logRetention())
                .removalPolicy(RemovalPolicy.DESTROY)
                .build();
        role = Role.Builder.create(this, "Role")
                .assumedBy(new ServicePrincipal("lambda.amazonaws.com"))
                .build();
        log.grantWrite(role);
[#if kept]
        function = Function.Builder.create(this, "Function")
[#else]
        Function function = Function.Builder.create(this, "Function")
[/#if]
                .runtime(Runtime.JAVA_[=javaVersion][#if javaVersion == "17"]_AL2023[/#if])
                .architecture(Architecture.ARM_64)
                .code(Code.fromAsset(zip().toString()))
                .handler(HANDLERS + handler)
                .environment(environment)
                .memorySize(MEMORY_MIB)
                .timeout(CdkDuration.of(timeout))
                .snapStart(SnapStartConf.ON_PUBLISHED_VERSIONS)
                .tracing(Tracing.ACTIVE)
                .logGroup(log)
                .role(role)
                .build();
        live = Alias.Builder.create(this, "Live")
                .aliasName("live")
                .version(function.getCurrentVersion())
                .build();
        Annotations.of(function)
                .acknowledgeWarning("@aws-cdk/aws-lambda:snapStartRequirePublish", "The alias publishes each version");
[#if javaVersion != "25"]
        SecurityReview.accept(function, "AwsSolutions-L1", "Java [=javaVersion] was chosen for this project");
[/#if]
        SecurityReview.accept(
                role, "AwsSolutions-IAM5", "X-Ray knows no resources to restrict these actions to", "Resource::*");
    }

    /** Allows the function these actions on this resource, and nothing else. */
    void allow(String resource, String... actions) {
        allow(PolicyStatement.Builder.create()
                .actions(List.of(actions))
                .resources(List.of(resource))
                .build());
    }

    /** For what needs a condition. */
    void allow(PolicyStatement statement) {
        role.addToPolicy(statement);
    }

[#if featureFlags == "true"]
    /**
     * As {@link #allow}, in a policy that the function does not wait for: the resource may itself wait for the function,
     * by an alarm that watches it.
     */
    void allowLater(String id, String resource, String... actions) {
        Policy.Builder.create(this, id)
                .statements(List.of(PolicyStatement.Builder.create()
                        .actions(List.of(actions))
                        .resources(List.of(resource))
                        .build()))
                .roles(List.of(role))
                .build();
    }

    /** Sets an environment variable. */
    void set(String name, String value) {
        function.addEnvironment(name, value);
    }

[/#if]
[=slot("java-function.methods")]    Alias live() {
        return live;
    }

[#if watched]
    LogGroup log() {
        return log;
    }

[/#if]
    /** Found from the project's root, where the CDK CLI runs, as well as from a module, where its tests run. */
    private static Path zip() {
        Path here = Path.of("").toAbsolutePath();
        return Stream.iterate(here, folder -> folder != null, Path::getParent)
                .map(folder -> folder.resolve(ZIP))
                .filter(Files::isRegularFile)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "There is no " + ZIP + " in " + here + " or above it: build it with ./mvnw package"));
    }
}
