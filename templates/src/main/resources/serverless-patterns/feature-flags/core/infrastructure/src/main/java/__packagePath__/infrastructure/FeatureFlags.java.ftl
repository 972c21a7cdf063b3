package [=package].infrastructure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.ArnComponents;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.appconfig.CfnApplication;
import software.amazon.awscdk.services.appconfig.CfnDeployment;
import software.amazon.awscdk.services.appconfig.CfnEnvironment;
import software.amazon.awscdk.services.appconfig.CfnEnvironment.MonitorsProperty;
import software.amazon.awscdk.services.appconfig.DeploymentStrategy;
import software.amazon.awscdk.services.appconfig.IDeploymentStrategy;
import software.amazon.awscdk.services.appconfig.RolloutStrategy;
import software.amazon.awscdk.services.appconfig.RolloutStrategyProps;
import software.amazon.awscdk.services.cloudwatch.Alarm;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.constructs.Construct;

/**
 * The feature flags in AppConfig. The stack brings the document with every flag off and deploys it once, when it makes the
 * environment. From then on {@code scripts/flags.sh} flips flags, and no deployment of the stack takes that back.
 */
final class FeatureFlags extends Construct {
    private static final RolloutStrategy AT_ONCE = RolloutStrategy.linear(RolloutStrategyProps.builder()
            .growthFactor(100)
            .deploymentDuration(Duration.minutes(0))
            .finalBakeTime(Duration.minutes(0))
            .build());

    private final CfnApplication application;
    private final CfnEnvironment environment;
    private final FlagDocument document;
    private final Role monitorRole;
    private final List<Object> monitors = new ArrayList<>();

    FeatureFlags(Construct scope, String id, Stage stage, Alarms alarms) {
        super(scope, id);
        application = CfnApplication.Builder.create(this, "Application")
                .name(Stack.of(this).getStackName())
                .build();
        environment = CfnEnvironment.Builder.create(this, "Environment")
                .applicationId(application.getRef())
                .name(stage.id())
                .build();
        monitorRole = Role.Builder.create(this, "MonitorRole")
                .assumedBy(new ServicePrincipal("appconfig.amazonaws.com"))
                .build();
        environment.getNode().addDependency(monitorRole);
        document = new FlagDocument(this, "Document", stage, application);
        var atOnce = strategy("AtOnce", AT_ONCE);
        // Where real requests are, step by step: 10 percent, the rest after 20 minutes, then 10 minutes under watch.
        var rollout = stage.isProtected() ? strategy("Rollout", RolloutStrategy.CANARY_10_PERCENT_20_MINUTES) : atOnce;
        deployFirstVersion(atOnce);
        watch(alarms);
        output("FlagsApplication", application.getRef());
        output("FlagsEnvironment", environment.getRef());
        output("FlagsProfile", document.profileId());
        output("FlagsVersion", document.version());
        output("FlagsRollout", rollout.getDeploymentStrategyId());
        output("FlagsAtOnce", atOnce.getDeploymentStrategyId());
    }

    /** Lets a function read the flags. */
    void serve(JavaFunction function) {
        function.set("FLAGS_APPLICATION", application.getName());
        function.set("FLAGS_ENVIRONMENT", environment.getName());
        function.set("FLAGS_PROFILE", FlagDocument.NAME);
        String configuration = Stack.of(this)
                .formatArn(ArnComponents.builder()
                        .service("appconfig")
                        .resource("application")
                        .resourceName("%s/environment/%s/configuration/%s"
                                .formatted(application.getRef(), environment.getRef(), document.profileId()))
                        .build());
        function.allowLater(
                "ReadFlags", configuration, "appconfig:StartConfigurationSession", "appconfig:GetLatestConfiguration");
    }

    /** Takes a rollout back when the alarm is raised; 5 alarms at most. */
    void rollBackOn(Alarm alarm) {
        monitors.add(MonitorsProperty.builder()
                .alarmArn(alarm.getAlarmArn())
                .alarmRoleArn(monitorRole.getRoleArn())
                .build());
        environment.setMonitors(monitors);
        monitorRole.addToPolicy(PolicyStatement.Builder.create()
                .actions(List.of("cloudwatch:DescribeAlarms"))
                .resources(List.of(alarm.getAlarmArn()))
                .build());
    }

    private void watch(Alarms alarms) {
        IMetric unread = metric("flagsUnread", "Sum", Duration.minutes(5));
        String allAreOff = "Flags cannot be read, so all are off. See Feature flags in README.md.";
        rollBackOn(alarms.raiseAt(3, unread, "FlagsUnread", allAreOff));
    }

    /** A metric of {@code FlagMetrics} in the module functions. */
    IMetric metric(String name, String statistic, Duration period) {
        return Metric.Builder.create()
                .namespace("[=stackName]")
                .metricName(name)
                .dimensionsMap(Map.of("application", application.getName()))
                .statistic(statistic)
                .period(period)
                .build();
    }

    /**
     * CloudFormation deploys again whenever a property of this resource changes, which would undo what was flipped. So
     * none may: the version is the first there ever was, not the newest of the stack, and there are no tags.
     */
    private void deployFirstVersion(IDeploymentStrategy strategy) {
        var deployment = CfnDeployment.Builder.create(this, "FirstDeployment")
                .applicationId(application.getRef())
                .environmentId(environment.getRef())
                .configurationProfileId(document.profileId())
                .configurationVersion("1")
                .deploymentStrategyId(strategy.getDeploymentStrategyId())
                .build();
        deployment.addPropertyDeletionOverride("Tags");
        deployment.getNode().addDependency(document);
    }

    private IDeploymentStrategy strategy(String id, RolloutStrategy rollout) {
        return DeploymentStrategy.Builder.create(this, id)
                .rolloutStrategy(rollout)
                .build();
    }

    private void output(String name, String value) {
        CfnOutput.Builder.create(Stack.of(this), name).value(value).build();
    }
}
