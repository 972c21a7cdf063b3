package [=package].infrastructure;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.MathExpression;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.amazon.awscdk.services.iam.PolicyDocument;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.iot.CfnPolicy;
import software.amazon.awscdk.services.iot.CfnTopicRule;
import software.amazon.awscdk.services.iot.CfnTopicRule.ActionProperty;
import software.amazon.awscdk.services.iot.CfnTopicRule.SqsActionProperty;
import software.amazon.awscdk.services.iot.CfnTopicRule.TopicRulePayloadProperty;
import software.amazon.awscdk.services.sqs.IQueue;
import software.constructs.Construct;

/**
 * Stores what devices publish in the work queue by a topic rule of AWS IoT Core: no code of ours runs, so none can fail.
 * What the rule cannot store there, its error action puts into the dead-letter queue.
 */
final class StorageFirst extends Construct {
    private static final String NAME = "[=stackName]";
    private static final String RESOURCE = "[=resourcePath]";
    /** The thing of a connection: the policy lets a device publish in its own name only. */
    private static final String THING = "${iot:Connection.Thing.ThingName}";

    /** The payload travels in Base64: SELECT * would lose what is not JSON, and mix the device's fields with ours. */
    private static final String SQL = "SELECT encode(*, 'base64') AS data, topic() AS topic,"
            + " timestamp() AS receivedAt, clientid() AS client, newuuid() AS uuid FROM '%s/+'";

    StorageFirst(Construct scope, String id, Stage stage, WorkQueue queue, Alarms alarms) {
        super(scope, id);
        String topic = NAME + "/" + stage.id() + "/" + RESOURCE;
        CfnTopicRule rule = CfnTopicRule.Builder.create(this, "Rule")
                .topicRulePayload(TopicRulePayloadProperty.builder()
                        .awsIotSqlVersion("2016-03-23")
                        .sql(SQL.formatted(topic))
                        .actions(List.of(sendTo(queue.queue(), "Role")))
                        .errorAction(sendTo(queue.deadLetters(), "ErrorRole"))
                        .build())
                .build();
        raiseAlarms(rule.getRef(), alarms);

        CfnPolicy devices = CfnPolicy.Builder.create(this, "DevicePolicy")
                .policyDocument(publishTo(topic))
                .build();
        CfnOutput.Builder.create(Stack.of(this), "Topic").value(topic).build();
        CfnOutput.Builder.create(Stack.of(this), "DevicePolicyName")
                .value(devices.getRef())
                .build();
    }

    private ActionProperty sendTo(IQueue queue, String roleId) {
        PolicyStatement send = PolicyStatement.Builder.create()
                .actions(List.of("sqs:SendMessage"))
                .resources(List.of(queue.getQueueArn()))
                .build();
        Role role = Role.Builder.create(this, roleId)
                .assumedBy(rulesOfThisAccount())
                .inlinePolicies(Map.of(
                        "SendMessage",
                        PolicyDocument.Builder.create()
                                .statements(List.of(send))
                                .build()))
                .build();
        return ActionProperty.builder()
                .sqs(SqsActionProperty.builder()
                        .queueUrl(queue.getQueueUrl())
                        .roleArn(role.getRoleArn())
                        .useBase64(false)
                        .build())
                .build();
    }

    /** Not the rules of others, should they learn the role's name. */
    private ServicePrincipal rulesOfThisAccount() {
        var account = Map.of("aws:SourceAccount", Stack.of(this).getAccount());
        return ServicePrincipal.Builder.create("iot.amazonaws.com")
                .conditions(Map.of("StringEquals", account))
                .build();
    }

    private PolicyDocument publishTo(String topic) {
        Map<String, Object> attached = Map.of("Bool", Map.of("iot:Connection.Thing.IsAttached", "true"));
        return PolicyDocument.Builder.create()
                .statements(List.of(
                        PolicyStatement.Builder.create()
                                .actions(List.of("iot:Connect"))
                                .resources(List.of(arn("client/" + THING)))
                                .conditions(attached)
                                .build(),
                        PolicyStatement.Builder.create()
                                .actions(List.of("iot:Publish"))
                                .resources(List.of(arn("topic/" + topic + "/" + THING)))
                                .conditions(attached)
                                .build()))
                .build();
    }

    private String arn(String resource) {
        Stack stack = Stack.of(this);
        return "arn:" + stack.getPartition() + ":iot:" + stack.getRegion() + ":" + stack.getAccount() + ":" + resource;
    }

    /** @see <a href="https://docs.aws.amazon.com/iot/latest/developerguide/metrics_dimensions.html">Metrics of AWS IoT</a> */
    private static void raiseAlarms(String rule, Alarms alarms) {
        alarms.raiseAt(
                1,
                MathExpression.Builder.create()
                        // By whatever dimensions it has: the kind of the action is one of them.
                        .expression("SELECT SUM(ErrorActionFailure) FROM \"AWS/IoT\" WHERE RuleName = '" + rule + "'")
                        .usingMetrics(Map.of())
                        .period(Duration.minutes(1))
                        .build(),
                "RuleErrorActionFailed",
                "A message could be stored nowhere and is lost. See the runbook in README.md.");
        alarms.raiseAt(
                1,
                metric(rule, "RuleMessageThrottled"),
                "RuleThrottled",
                "The rule was throttled, so messages are lost. See the runbook in README.md.");
        alarms.raiseAt(
                1,
                metric(rule, "RuleNotFound"),
                "RuleNotFound",
                "Devices publish to a rule that is not there. See the runbook in README.md.");
    }

    private static IMetric metric(String rule, String name) {
        return Metric.Builder.create()
                .namespace("AWS/IoT")
                .metricName(name)
                .dimensionsMap(Map.of("RuleName", rule))
                .statistic("Sum")
                .period(Duration.minutes(1))
                .build();
    }
}
