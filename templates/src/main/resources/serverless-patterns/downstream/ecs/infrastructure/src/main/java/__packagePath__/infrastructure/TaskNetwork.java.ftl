package [=package].infrastructure;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.ec2.CfnFlowLog;
import software.amazon.awscdk.services.ec2.ISubnet;
import software.amazon.awscdk.services.ec2.Peer;
import software.amazon.awscdk.services.ec2.Port;
import software.amazon.awscdk.services.ec2.SecurityGroup;
import software.amazon.awscdk.services.ec2.SubnetConfiguration;
import software.amazon.awscdk.services.ec2.SubnetType;
import software.amazon.awscdk.services.ec2.Vpc;
import software.amazon.awscdk.services.iam.PolicyDocument;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.logs.LogGroup;
import software.constructs.Construct;

/**
 * Where tasks run: public subnets, because a task needs a way out (to pull its image, at least) and a NAT gateway has a
 * price by the hour. Nothing can get in: the security group has no rule for it.
 */
final class TaskNetwork extends Construct {
    private static final int SUBNETS = 2;

    private final Vpc vpc;
    private final SecurityGroup securityGroup;

    TaskNetwork(Construct scope, String id, Stage stage) {
        super(scope, id);
        vpc = Vpc.Builder.create(this, "Vpc")
                .maxAzs(SUBNETS)
                .natGateways(0)
                .subnetConfiguration(List.of(SubnetConfiguration.builder()
                        .name("Public")
                        .subnetType(SubnetType.PUBLIC)
                        // Each task asks for its address itself.
                        .mapPublicIpOnLaunch(false)
                        .build()))
                // CDK's way to empty the default group deploys a function; no task is in that group.
                .restrictDefaultSecurityGroup(false)
                .build();
        securityGroup = SecurityGroup.Builder.create(this, "NothingIn")
                .vpc(vpc)
                .description("HTTPS out, nothing in")
                .allowAllOutbound(false)
                .build();
        securityGroup.addEgressRule(Peer.anyIpv4(), Port.tcp(443), "AWS, the registry of the image, other services");
        logFlows(stage);
    }

    Vpc vpc() {
        return vpc;
    }

    List<String> subnetIds() {
        return vpc.getPublicSubnets().stream().map(ISubnet::getSubnetId).toList();
    }

    String securityGroupId() {
        return securityGroup.getSecurityGroupId();
    }

    private void logFlows(Stage stage) {
        LogGroup log = LogGroup.Builder.create(this, "FlowLog")
                .retention(stage.logRetention())
                .removalPolicy(RemovalPolicy.DESTROY)
                .build();
        PolicyStatement write = PolicyStatement.Builder.create()
                .actions(List.of("logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"))
                .resources(List.of(log.getLogGroupArn()))
                .build();
        Role role = Role.Builder.create(this, "FlowLogRole")
                .assumedBy(new ServicePrincipal("vpc-flow-logs.amazonaws.com"))
                .inlinePolicies(Map.of(
                        "Write",
                        PolicyDocument.Builder.create()
                                .statements(List.of(write))
                                .build()))
                .build();
        CfnFlowLog.Builder.create(this, "Flows")
                .resourceType("VPC")
                .resourceId(vpc.getVpcId())
                .trafficType("ALL")
                .logDestinationType("cloud-watch-logs")
                .logGroupName(log.getLogGroupName())
                .deliverLogsPermissionArn(role.getRoleArn())
                .build();
    }
}
