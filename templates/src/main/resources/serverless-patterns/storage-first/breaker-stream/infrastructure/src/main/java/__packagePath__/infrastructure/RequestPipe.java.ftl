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
import software.amazon.awscdk.services.pipes.CfnPipe.PipeSourceKinesisStreamParametersProperty;
import software.constructs.Construct;

/**
 * Brings each record of the stream to the circuit breaker, shard by shard and in order: the next one only when the
 * execution has ended well, else the same one again, without an end. Only by its age is a record given up, shortly
 * before the stream would lose it; the dead-letter queue then gets a pointer to it. {@link PipeControl} stops and starts
 * the pipe: no template may say which of both it should be, or each deployment would undo that.
 *
 * @see <a href="https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-pipes-kinesis.html">Kinesis as a source</a>
 */
final class RequestPipe extends Construct {
    /** One record for each execution, so that one that fails takes no other with it. */
    private static final int BATCH_SIZE = 1;
    /** One after the other: several batches of a shard at once keep the order only within a partition key. */
    private static final int BATCHES_PER_SHARD = 1;

    private static final String WITHOUT_END = "-1";

    private final CfnPipe pipe;

    RequestPipe(
            Construct scope,
            String id,
            Timing timing,
            RequestStream requests,
            DeadLetters deadLetters,
            CircuitBreaker breaker) {
        super(scope, id);
        String source = requests.stream().getStreamArn();
        String target = breaker.machine().arn();
        String givenUp = deadLetters.queue().getQueueArn();
        PolicyDocument readAndStart = PolicyDocument.Builder.create()
                .statements(List.of(
                        allow(
                                source,
                                "kinesis:DescribeStream",
                                "kinesis:DescribeStreamSummary",
                                "kinesis:GetRecords",
                                "kinesis:GetShardIterator",
                                "kinesis:ListShards",
                                "kinesis:ListStreams"),
                        allow(target, "[=slot("pipe-control.start-action")?trim]"),
                        allow(givenUp, "sqs:SendMessage")))
                .build();
        Role role = Role.Builder.create(this, "Role")
                .assumedBy(ServicePrincipal.Builder.create("pipes.amazonaws.com")
                        .conditions(Map.of(
                                "StringEquals",
                                Map.of("aws:SourceAccount", Stack.of(this).getAccount())))
                        .build())
                .inlinePolicies(Map.of("StreamToBreaker", readAndStart))
                .build();
        pipe = CfnPipe.Builder.create(this, "Pipe")
                // Its control is made before it could learn a name that CloudFormation makes up.
                .name(Stack.of(this).getStackName() + "-requests")
                .description("Stored requests: stream to circuit breaker")
                .roleArn(role.getRoleArn())
                .source(source)
                .sourceParameters(CfnPipe.PipeSourceParametersProperty.builder()
                        .kinesisStreamParameters(everyRecordInOrder(timing, givenUp))
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

    private PipeSourceKinesisStreamParametersProperty everyRecordInOrder(Timing timing, String givenUp) {
        return PipeSourceKinesisStreamParametersProperty.builder()
                .startingPosition("TRIM_HORIZON")
                .batchSize(BATCH_SIZE)
                .parallelizationFactor(BATCHES_PER_SHARD)
                .maximumRetryAttempts(retries())
                .maximumRecordAgeInSeconds(timing.outage().toSeconds())
                .deadLetterConfig(
                        CfnPipe.DeadLetterConfigProperty.builder().arn(givenUp).build())
                .build();
    }

    /** {@code -c recordRetries=} is for a record that always fails and is to leave its shard: see the runbook. */
    private int retries() {
        String setting = Settings.text(this, "recordRetries").orElse(WITHOUT_END);
        if (!setting.matches(WITHOUT_END + "|[1-9][0-9]{0,3}")) {
            throw new IllegalArgumentException("'" + setting + "' is no number of retries. Use -c recordRetries=3 (1 to"
                    + " 9999), or leave it out to retry without an end");
        }
        return Integer.parseInt(setting);
    }

    private static PolicyStatement allow(String resource, String... actions) {
        return PolicyStatement.Builder.create()
                .actions(List.of(actions))
                .resources(List.of(resource))
                .build();
    }
}
