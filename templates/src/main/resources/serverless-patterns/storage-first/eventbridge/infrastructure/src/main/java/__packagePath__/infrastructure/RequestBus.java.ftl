package [=package].infrastructure;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Fn;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.amazon.awscdk.services.events.Archive;
import software.amazon.awscdk.services.events.CfnRule;
import software.amazon.awscdk.services.events.EventBus;
import software.amazon.awscdk.services.events.EventPattern;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.sqs.Queue;
import software.constructs.Construct;
import software.constructs.IConstruct;
import software.constructs.IDependable;

/** The bus that takes the requests, the archive that keeps them, and the rule that brings them into the work queue. */
final class RequestBus extends Construct {
    static final String SOURCE = "api";
    static final String DETAIL_TYPE = "Request received";
    /** How far back a replay can go. */
    static final Duration ARCHIVED_FOR = Duration.ofDays(14);
    /** The most that EventBridge offers, and its default. */
    private static final Duration RETRIED_FOR = Duration.ofHours(24);

    private static final int RETRIES = 185;

    private final EventBus bus;
    private final List<IDependable> delivery;

    RequestBus(Construct scope, String id, Stage stage, Timing timing, Alarms alarms, WorkQueue queue) {
        super(scope, id);
[#if slot("work")?has_content]
        requireLedgerThatOutlivesReplays(timing.deliverable(), timing.ledgerRetention());
[/#if]
        bus = EventBus.Builder.create(this, "Bus")
                .description("Requests of the API")
                .build();
        bus.applyRemovalPolicy(stage.removalPolicy());
        Archive archive = Archive.Builder.create(this, "Archive")
                .sourceEventBus(bus)
                .description("Requests of the API")
                .eventPattern(EventPattern.builder().source(List.of(SOURCE)).build())
                .retention(CdkDuration.of(ARCHIVED_FOR))
                .build();
        archive.applyRemovalPolicy(stage.removalPolicy());
        CfnRule rule = CfnRule.Builder.create(this, "ToWorkQueue")
                .description("Requests of the API, to the work queue")
                .eventBusName(bus.getEventBusName())
                .eventPattern(Map.of("source", List.of(SOURCE), "detail-type", List.of(DETAIL_TYPE)))
                .targets(List.of(target(queue)))
                .build();
        delivery = List.of(archive, rule, letIn(rule, queue.queue()), letIn(rule, queue.deadLetters()));

        alarms.raiseAt(
                1,
                metric("FailedInvocations", rule),
                "DeliveryFailed",
                "Requests did not reach the work queue. See the runbook in README.md.");
        alarms.raiseAt(
                1,
                metric("InvocationsFailedToBeSentToDlq", rule),
                "ArchivedOnly",
                "Requests are neither in the work queue nor among the dead letters: replay the archive.");
        output("BusArn", bus.getEventBusArn());
        output("ArchiveArn", archive.getArchiveArn());
        output("RuleArn", rule.getAttrArn());
    }

    /** Has a sender made only when what it puts on the bus is archived and delivered: the bus itself keeps nothing. */
    void deliversBefore(IConstruct sender) {
        sender.getNode().addDependency(delivery.toArray(IDependable[]::new));
    }

    String name() {
        return bus.getEventBusName();
    }

    String arn() {
        return bus.getEventBusArn();
    }

[#if slot("work")?has_content]
    /**
     * A replayed request is recognized only as long as the ledger knows its id.
     *
     * @param deliverable how long a message of the work queue can be delivered
     */
    static void requireLedgerThatOutlivesReplays(Duration deliverable, Duration ledgerRetention) {
        if (ARCHIVED_FOR.plus(deliverable).compareTo(ledgerRetention) > 0) {
            throw new IllegalArgumentException(
                    "Timing: archive (%s) + queueRetention + deadLetterRetention must not exceed ledgerRetention (%s)"
                            .formatted(ARCHIVED_FOR, ledgerRetention));
        }
    }

[/#if]
    /** What cannot be delivered comes to the other dead letters as the same event, so one redrive brings back both. */
    private static CfnRule.TargetProperty target(WorkQueue queue) {
        return CfnRule.TargetProperty.builder()
                .id("WorkQueue")
                .arn(queue.queue().getQueueArn())
                .retryPolicy(CfnRule.RetryPolicyProperty.builder()
                        .maximumEventAgeInSeconds(RETRIED_FOR.toSeconds())
                        .maximumRetryAttempts(RETRIES)
                        .build())
                .deadLetterConfig(CfnRule.DeadLetterConfigProperty.builder()
                        .arn(queue.deadLetters().getQueueArn())
                        .build())
                .build();
    }

    /** No grant of CDK: those allow to read the queue's attributes, too. */
    private static IDependable letIn(CfnRule rule, Queue queue) {
        return queue.addToResourcePolicy(PolicyStatement.Builder.create()
                        .principals(List.of(new ServicePrincipal("events.amazonaws.com")))
                        .actions(List.of("sqs:SendMessage"))
                        .resources(List.of(queue.getQueueArn()))
                        .conditions(Map.of("ArnEquals", Map.of("aws:SourceArn", rule.getAttrArn())))
                        .build())
                .getPolicyDependable();
    }

    private Metric metric(String name, CfnRule rule) {
        // The ARN ends with rule/bus/name.
        String ruleName = Fn.select(2, Fn.split("/", rule.getAttrArn()));
        return Metric.Builder.create()
                .namespace("AWS/Events")
                .metricName(name)
                .dimensionsMap(Map.of("EventBusName", bus.getEventBusName(), "RuleName", ruleName))
                .period(software.amazon.awscdk.Duration.minutes(5))
                .statistic("Sum")
                .build();
    }

    private void output(String name, String value) {
        CfnOutput.Builder.create(Stack.of(this), name).value(value).build();
    }
}
