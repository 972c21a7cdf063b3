package [=package].infrastructure;

[@imports]
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.cloudwatch.Alarm;
import software.amazon.awscdk.services.cloudwatch.ComparisonOperator;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.TreatMissingData;
import software.amazon.awscdk.services.cloudwatch.actions.SnsAction;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.sns.Topic;
import software.amazon.awscdk.services.sns.subscriptions.EmailSubscription;
import software.constructs.Construct;
[=slot("alarms.imports")]
[/@imports]

/** Where alarms go: one topic, to which {@code -c alarmEmail=} subscribes an address. */
final class Alarms extends Construct {
    private final Topic topic;

    Alarms(Construct scope, String id) {
        super(scope, id);
        topic = Topic.Builder.create(this, "Topic").enforceSsl(true).build();
        // A topic with a policy of its own, as enforceSSL makes one, no longer lets CloudWatch in by default.
        topic.addToResourcePolicy(PolicyStatement.Builder.create()
                .principals(List.of(new ServicePrincipal("cloudwatch.amazonaws.com")))
                .actions(List.of("sns:Publish"))
                .resources(List.of(topic.getTopicArn()))
                .conditions(Map.of(
                        "StringEquals",
                        Map.of("aws:SourceAccount", Stack.of(this).getAccount())))
                .build());
        Settings.text(this, "alarmEmail").ifPresent(this::subscribe);
        CfnOutput.Builder.create(Stack.of(this), "AlarmTopicArn")
                .value(topic.getTopicArn())
                .build();
    }

    /** Raises an alarm as soon as the metric reaches the threshold, in the unit of the metric. */
    Alarm raiseAt(double threshold, IMetric metric, String id, String whatToDo) {
        var alarm = Alarm.Builder.create(this, id)
                .alarmDescription(whatToDo)
                .metric(metric)
                .threshold(threshold)
                .comparisonOperator(ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD)
                .evaluationPeriods(1)
                .treatMissingData(TreatMissingData.NOT_BREACHING)
                .build();
        announce(alarm);
        return alarm;
    }

    /** Sends the alarm to the topic when it is raised. */
    void announce(Alarm alarm) {
        alarm.addAlarmAction(new SnsAction(topic));
    }

[=slot("alarms.methods")]    private void subscribe(String address) {
        if (!address.matches("[^@\\s]+@[^@\\s]+")) {
            throw new IllegalArgumentException("'" + address + "' is no e-mail address: -c alarmEmail=me@example.org");
        }
        topic.addSubscription(new EmailSubscription(address));
    }
}
