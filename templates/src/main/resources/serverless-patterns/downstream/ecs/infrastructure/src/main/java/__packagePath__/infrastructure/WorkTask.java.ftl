[#assign object = slot("ecs-work.object")?has_content]
package [=package].infrastructure;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
[#if object]
import java.util.ArrayList;
[/#if]
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.ecs.AwsLogDriverProps;
import software.amazon.awscdk.services.ecs.ContainerDefinitionOptions;
import software.amazon.awscdk.services.ecs.ContainerImage;
import software.amazon.awscdk.services.ecs.CpuArchitecture;
import software.amazon.awscdk.services.ecs.FargateTaskDefinition;
import software.amazon.awscdk.services.ecs.LogDriver;
import software.amazon.awscdk.services.ecs.OperatingSystemFamily;
import software.amazon.awscdk.services.ecs.RuntimePlatform;
import software.amazon.awscdk.services.iam.PolicyDocument;
[#if object]
import software.amazon.awscdk.services.iam.PolicyStatement;
[/#if]
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.logs.LogGroup;
import software.constructs.Construct;

/**
 * What does the work on one request: a container that is started for it and ends with it. The example runs
 * {@code tasks/work.sh}; an image of your own may do whatever {@code work.sh} does.
 */
final class WorkTask extends Construct {
    /** By which the state machine names the container. */
    static final String CONTAINER = "work";

    private static final String IMAGE = "public.ecr.aws/aws-cli/aws-cli:2.31.29";
    private static final int CPU_UNITS = 256;
    private static final int MEMORY_MIB = 512;

    private final FargateTaskDefinition definition;

    WorkTask(Construct scope, String id, Stage stage, WorkBucket bucket[#if object], StorageFirst storage[/#if]) {
        super(scope, id);
        LogGroup log = LogGroup.Builder.create(this, "Log")
                .retention(stage.logRetention())
                .removalPolicy(RemovalPolicy.DESTROY)
                .build();
        definition = FargateTaskDefinition.Builder.create(this, "Definition")
                .cpu(CPU_UNITS)
                .memoryLimitMiB(MEMORY_MIB)
                .runtimePlatform(RuntimePlatform.builder()
                        .cpuArchitecture(CpuArchitecture.ARM64)
                        .operatingSystemFamily(OperatingSystemFamily.LINUX)
                        .build())
                .taskRole(role(bucket[#if object], storage[/#if]))
                .build();
        definition.addContainer(
                CONTAINER,
                ContainerDefinitionOptions.builder()
                        .image(ContainerImage.fromRegistry(IMAGE))
                        .entryPoint(List.of("sh", "-c"))
                        .command(List.of(script()))
                        .logging(LogDriver.awsLogs(AwsLogDriverProps.builder()
                                .logGroup(log)
                                .streamPrefix(CONTAINER)
                                .build()))
                        .build());
        bucket.accept(definition.getTaskRole());
        CfnOutput.Builder.create(Stack.of(this), "WorkLogGroupName")
                .value(log.getLogGroupName())
                .build();
    }

    FargateTaskDefinition definition() {
        return definition;
    }

    /** What the work may do in AWS; what a container needs to start and log is the business of the execution role. */
[#if object]
    private Role role(WorkBucket bucket, StorageFirst storage) {
        List<PolicyStatement> statements = new ArrayList<>(storage.reading());
        statements.add(bucket.useResults());
        PolicyDocument document =
                PolicyDocument.Builder.create().statements(statements).build();
        Role role = Role.Builder.create(this, "Role")
                .assumedBy(new ServicePrincipal("ecs-tasks.amazonaws.com"))
                .inlinePolicies(Map.of("Work", document))
                .build();
        storage.accept(role);
        return role;
[#else]
    private Role role(WorkBucket bucket) {
        PolicyDocument document = PolicyDocument.Builder.create()
                .statements(List.of(bucket.readRequests(), bucket.useResults()))
                .build();
        return Role.Builder.create(this, "Role")
                .assumedBy(new ServicePrincipal("ecs-tasks.amazonaws.com"))
                .inlinePolicies(Map.of("Work", document))
                .build();
[/#if]
    }

    static String script() {
        try (InputStream script = WorkTask.class.getResourceAsStream("/tasks/work.sh")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read src/main/resources/tasks/work.sh", e);
        }
    }
}
