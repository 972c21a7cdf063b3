[#assign object = slot("ecs-work.object")?has_content]
package [=package].infrastructure;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.ArnComponents;
import software.amazon.awscdk.ArnFormat;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.ecs.CfnCluster;
import software.amazon.awscdk.services.ecs.Cluster;
import software.amazon.awscdk.services.ecs.ContainerInsights;
import software.amazon.awscdk.services.ecs.FargateTaskDefinition;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.stepfunctions.StateMachineType;
import software.constructs.Construct;

/**
 * The work as a task on AWS Fargate, started for one request and waited for. Only a Standard state machine can wait for a
 * task.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/connect-ecs.html">Run ECS or Fargate tasks</a>
 */
final class EcsWork extends Construct implements Work {
[#if object]
    private final String inboxName;
[/#if]
    private final WorkBucket bucket;
    private final TaskNetwork network;
    private final Cluster cluster;
    private final FargateTaskDefinition task;

    EcsWork(Construct scope, String id, Stage stage[#if object], StorageFirst storage[/#if]) {
        super(scope, id);
[#if object]
        inboxName = storage.bucketName();
[/#if]
        bucket = new WorkBucket(this, "Bucket", stage);
        network = new TaskNetwork(this, "Network", stage);
        cluster = Cluster.Builder.create(this, "Cluster")
                .vpc(network.vpc())
                .containerInsightsV2(ContainerInsights.ENABLED)
                .build();
        task = new WorkTask(this, "Task", stage, bucket[#if object], storage[/#if]).definition();
        CfnOutput.Builder.create(Stack.of(this), "ClusterName")
                .value(cluster.getClusterName())
                .build();
    }

    @Override
    public StateMachineType machineType() {
        return StateMachineType.STANDARD;
    }

    @Override
    public Map<String, String> substitutions() {
        return Map.of(
[#if object]
                "InboxBucketName", inboxName,
[/#if]
                "WorkBucketName", bucket.name(),
                "WorkClusterArn", cluster.getClusterArn(),
                "WorkTaskFamily", task.getFamily(),
                "WorkSecurityGroupId", network.securityGroupId(),
                "WorkSubnet1Id", network.subnetIds().get(0),
                "WorkSubnet2Id", network.subnetIds().get(1));
    }

    /** [=object?then("Run", "Hand over the request, run")] this task in this cluster, see how it ends, read its result. */
    @Override
    public void allow(AslStateMachine machine) {
[#if !object]
        machine.allow(bucket.writeRequests());
[/#if]
        machine.allow(bucket.readResults());
        bucket.accept(machine);
        // By its family: executions under way run what the last deployment made of the task.
        String revisions = "task-definition/" + task.getFamily() + ":*";
        machine.allow(inCluster(arn("ecs", revisions), "ecs:RunTask"));
        String tasks = "task/" + cluster.getClusterName() + "/*";
        machine.allow(inCluster(arn("ecs", tasks), "ecs:DescribeTasks", "ecs:StopTask"));
        machine.allow(passRoles());
        // By this rule Step Functions hears of the end of a task.
        machine.allow(
                arn("events", "rule/StepFunctionsGetEventsForECSTaskRule"),
                "events:DescribeRule",
                "events:PutRule",
                "events:PutTargets");
        String clusterId =
                Stack.of(this).getLogicalId((CfnCluster) cluster.getNode().getDefaultChild());
        for (String any : List.of(revisions, "task/<" + clusterId + ">/*")) {
            SecurityReview.accept(
                    machine,
                    "AwsSolutions-IAM5",
                    "Revisions and tasks get their names when they are made; the cluster is this one",
                    "Resource::arn:<AWS::Partition>:ecs:<AWS::Region>:<AWS::AccountId>:" + any);
        }
    }

[#if slot("ecs-work.bucket")?has_content]
    String bucketName() {
        return bucket.name();
    }

    /** Allows a function to ask whether the bucket is there. */
    void allowProbe(JavaFunction function) {
        function.allow(bucket.arn(), "s3:ListBucket");
    }

[/#if]
    private PolicyStatement inCluster(String resource, String... actions) {
        return PolicyStatement.Builder.create()
                .actions(List.of(actions))
                .resources(List.of(resource))
                .conditions(Map.of("ArnEquals", Map.of("ecs:cluster", cluster.getClusterArn())))
                .build();
    }

    private PolicyStatement passRoles() {
        return PolicyStatement.Builder.create()
                .actions(List.of("iam:PassRole"))
                .resources(List.of(
                        task.getTaskRole().getRoleArn(), task.getExecutionRole().getRoleArn()))
                .conditions(Map.of("StringEquals", Map.of("iam:PassedToService", "ecs-tasks.amazonaws.com")))
                .build();
    }

    private String arn(String service, String resource) {
        return Stack.of(this)
                .formatArn(ArnComponents.builder()
                        .service(service)
                        .resource(resource)
                        .arnFormat(ArnFormat.NO_RESOURCE_NAME)
                        .build());
    }
}
