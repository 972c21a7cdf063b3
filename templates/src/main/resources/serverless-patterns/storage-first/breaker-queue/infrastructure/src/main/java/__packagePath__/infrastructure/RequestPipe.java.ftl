package [=package].infrastructure;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.PolicyDocument;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.pipes.CfnPipe;
import software.constructs.Construct;

/**
 * Brings each message of the work queue to the circuit breaker[#if slot("pipe.invocation")?trim == "REQUEST_RESPONSE"] and deletes it when that has ended well; any other
 * message comes back after the visibility timeout. {@link PipeControl} stops and starts it[#else], which then owns it. {@link
 * PipeControl} stops and starts it[/#if]: no template may say which of
 * both it should be, or each deployment would undo that.
 */
final class RequestPipe extends Construct {
    /** One message for each execution, so that one that fails takes no other with it. */
    private static final int BATCH_SIZE = 1;

    private final CfnPipe pipe;

    RequestPipe(Construct scope, String id, WorkQueue queue, CircuitBreaker breaker) {
        super(scope, id);
        String source = queue.queue().getQueueArn();
        String target = breaker.machine().arn();
        PolicyDocument takeAndStart = PolicyDocument.Builder.create()
                .statements(List.of(
                        allow(source, "sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"),
                        allow(target, "[=slot("pipe-control.start-action")?trim]")))
                .build();
        Role role = Role.Builder.create(this, "Role")
                .assumedBy(ServicePrincipal.Builder.create("pipes.amazonaws.com")
                        .conditions(Map.of(
                                "StringEquals",
                                Map.of("aws:SourceAccount", Stack.of(this).getAccount())))
                        .build())
                .inlinePolicies(Map.of("QueueToBreaker", takeAndStart))
                .build();
        pipe = CfnPipe.Builder.create(this, "Pipe")
                // Its control is made before it could learn a name that CloudFormation makes up.
                .name(Stack.of(this).getStackName() + "-requests")
                .description("Stored requests: work queue to circuit breaker")
                .roleArn(role.getRoleArn())
                .source(source)
                .sourceParameters(CfnPipe.PipeSourceParametersProperty.builder()
                        .sqsQueueParameters(CfnPipe.PipeSourceSqsQueueParametersProperty.builder()
                                .batchSize(BATCH_SIZE)
                                .build())
                        .build())
                .target(target)
                .targetParameters(CfnPipe.PipeTargetParametersProperty.builder()
                        .stepFunctionStateMachineParameters(CfnPipe.PipeTargetStateMachineParametersProperty.builder()
                                .invocationType("[=slot("pipe.invocation")?trim]")
                                .build())
                        .build())
                .build();
        CfnOutput.Builder.create(Stack.of(this), "PipeName").value(name()).build();
    }

    String name() {
        return pipe.getRef();
    }

    String arn() {
        return pipe.getAttrArn();
    }

    private static PolicyStatement allow(String resource, String... actions) {
        return PolicyStatement.Builder.create()
                .actions(List.of(actions))
                .resources(List.of(resource))
                .build();
    }
}
