package [=package].infrastructure;

[@imports]
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.amazon.awscdk.services.events.CfnRule;
import software.amazon.awscdk.services.events.EventBus;
import software.amazon.awscdk.services.events.IEventBus;
import software.amazon.awscdk.services.iam.PolicyDocument;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.pipes.CfnPipe;
import software.constructs.Construct;
[/@imports]

/**
 * Tells everyone when the circuit has changed, whoever changed it: the table's stream becomes events of the default
 * bus, with the name of the stack as their source, and those become messages of the alarm topic.
 *
 * <p>An event's detail has {@code circuit}, {@code from} (empty when there was no record), {@code to}, {@code reason} and
 * {@code at} (epoch milliseconds, as text).
 */
final class CircuitEvents extends Construct {
    static final String DETAIL_TYPE = "circuit.state.changed";

    private static final List<String> STATUSES = List.of("CLOSED", "HALF_OPEN", "OPEN");
    private static final String LEFT = """
            {"dynamodb": {
              "OldImage": {"status": {"S": ["%1$s"]}},
              "NewImage": {"status": {"S": [{"anything-but": ["%1$s"]}]}}
            }}""";
    private static final String FIRST = """
            {"dynamodb": {
              "OldImage": {"status": {"S": [{"exists": false}]}},
              "NewImage": {"status": {"S": [{"anything-but": ["CLOSED"]}]}}
            }}""";
    private static final String DETAIL = """
            {
              "circuit": "<$.dynamodb.Keys.id.S>",
              "from": "<$.dynamodb.OldImage.status.S>",
              "to": "<$.dynamodb.NewImage.status.S>",
              "reason": "<$.dynamodb.NewImage.reason.S>",
              "at": "<$.dynamodb.NewImage.updatedAt.N>"
            }""";
    private static final String MESSAGE = "\"Circuit <circuit> of <stack>: <from> -> <to>. <reason>\"";
    /** The state is in the table whatever becomes of its events. */
    private static final int RETRIES = 20;

    private final Circuit circuit;

    CircuitEvents(Construct scope, String id, Circuit circuit, Alarms alarms) {
        super(scope, id);
        this.circuit = circuit;
        IEventBus bus = EventBus.fromEventBusName(this, "Bus", "default");
        CfnPipe pipe = CfnPipe.Builder.create(this, "Pipe")
                .description("Changes of the circuit: table stream to EventBridge")
                .roleArn(role(bus).getRoleArn())
                .source(circuit.streamArn())
                .sourceParameters(CfnPipe.PipeSourceParametersProperty.builder()
                        .filterCriteria(CfnPipe.FilterCriteriaProperty.builder()
                                .filters(changes())
                                .build())
                        .dynamoDbStreamParameters(CfnPipe.PipeSourceDynamoDBStreamParametersProperty.builder()
                                .startingPosition("TRIM_HORIZON")
                                .batchSize(1)
                                .maximumRetryAttempts(RETRIES)
                                .build())
                        .build())
                .target(bus.getEventBusArn())
                .targetParameters(CfnPipe.PipeTargetParametersProperty.builder()
                        .inputTemplate(DETAIL)
                        .eventBridgeEventBusParameters(CfnPipe.PipeTargetEventBridgeEventBusParametersProperty.builder()
                                .source(source())
                                .detailType(DETAIL_TYPE)
                                .build())
                        .build())
                .build();
        alarms.letIn(CfnRule.Builder.create(this, "Notify")
                .description("Changes of the circuit, to the alarm topic")
                .eventPattern(pattern())
                .targets(List.of(message(alarms)))
                .build());
        alarms.raiseAt(
                1,
                failures(pipe),
                "PipeFailing",
                "Changes of the circuit are not reported. See the runbook in README.md.");
    }

    /** The pattern of the rules that react to a change of this circuit. */
    Map<String, Object> pattern() {
        return Map.of(
                "source", List.of(source()),
                "detail-type", List.of(DETAIL_TYPE),
                "detail", Map.of("circuit", List.of(circuit.name())));
    }

    private String source() {
        return Stack.of(this).getStackName();
    }

    /** One filter for each status that the circuit can leave; without a record, or one without status, it was closed. */
    private static List<CfnPipe.FilterProperty> changes() {
        return Stream.concat(STATUSES.stream().map(LEFT::formatted), Stream.of(FIRST))
                .map(pattern ->
                        CfnPipe.FilterProperty.builder().pattern(pattern).build())
                .toList();
    }

    private Role role(IEventBus bus) {
        PolicyDocument readAndPut = PolicyDocument.Builder.create()
                .statements(List.of(
                        allow(
                                circuit.streamArn(),
                                "dynamodb:DescribeStream",
                                "dynamodb:GetRecords",
                                "dynamodb:GetShardIterator",
                                "dynamodb:ListStreams"),
                        allow(bus.getEventBusArn(), "events:PutEvents")))
                .build();
        return Role.Builder.create(this, "Role")
                .assumedBy(ServicePrincipal.Builder.create("pipes.amazonaws.com")
                        .conditions(Map.of(
                                "StringEquals",
                                Map.of("aws:SourceAccount", Stack.of(this).getAccount())))
                        .build())
                .inlinePolicies(Map.of("CircuitEvents", readAndPut))
                .build();
    }

    private CfnRule.TargetProperty message(Alarms alarms) {
        Map<String, String> paths = Map.of(
                "circuit", "$.detail.circuit",
                "stack", "$.source",
                "from", "$.detail.from",
                "to", "$.detail.to",
                "reason", "$.detail.reason");
        return CfnRule.TargetProperty.builder()
                .id("AlarmTopic")
                .arn(alarms.topicArn())
                .inputTransformer(CfnRule.InputTransformerProperty.builder()
                        .inputPathsMap(paths)
                        .inputTemplate(MESSAGE)
                        .build())
                .build();
    }

    private static Metric failures(CfnPipe pipe) {
        return Metric.Builder.create()
                .namespace("AWS/EventBridge/Pipes")
                .metricName("ExecutionFailed")
                .dimensionsMap(Map.of("PipeName", pipe.getRef()))
                .period(Duration.minutes(5))
                .statistic("Sum")
                .build();
    }

    private static PolicyStatement allow(String resource, String... actions) {
        return PolicyStatement.Builder.create()
                .actions(List.of(actions))
                .resources(List.of(resource))
                .build();
    }
}
