[#-- Whether someone wants to know what it logs. --]
[#assign watched = slot("state-machine.log")?has_content]
package [=package].infrastructure;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.stepfunctions.DefinitionBody;
import software.amazon.awscdk.services.stepfunctions.LogLevel;
import software.amazon.awscdk.services.stepfunctions.LogOptions;
import software.amazon.awscdk.services.stepfunctions.StateMachine;
import software.amazon.awscdk.services.stepfunctions.StateMachineType;
import software.constructs.Construct;

/**
 * A state machine of {@code src/main/resources/state-machines} with the defaults of this project: traced, each step
 * logged without its data, and a role that may do nothing but what {@link #allow} says.
 */
final class AslStateMachine extends Construct {
    private final Role role;
[#if watched]
    private final LogGroup log;
[/#if]
    private final StateMachine machine;

    /** @param substitutions the value of each name that stands in braces after a dollar sign in the file */
    AslStateMachine(
            Construct scope,
            String id,
            Stage stage,
            StateMachineType type,
            StateMachineDefinition definition,
            Map<String, String> substitutions) {
        super(scope, id);
        role = Role.Builder.create(this, "Role")
                .assumedBy(new ServicePrincipal("states.amazonaws.com"))
                .build();
        [=watched?then("", "LogGroup ")]log = log(stage, definition.file());
        machine = StateMachine.Builder.create(this, "Machine")
                .stateMachineType(type)
                .definitionBody(DefinitionBody.fromString(definition.text()))
                .definitionSubstitutions(definition.substitute(substitutions))
                .role(role)
                .logs(everyStep(log))
                .tracingEnabled(true)
                .removalPolicy(stage.removalPolicy())
                .build();
        SecurityReview.accept(
                role, "AwsSolutions-IAM5", "X-Ray and the delivery of logs know no resources", "Resource::*");
    }

    /** Allows the state machine these actions on this resource, and nothing else. */
    void allow(String resource, String... actions) {
        allow(PolicyStatement.Builder.create()
                .actions(List.of(actions))
                .resources(List.of(resource))
                .build());
    }

    /** For what needs a condition. */
    void allow(PolicyStatement statement) {
        role.addToPolicy(statement);
    }

    StateMachine machine() {
        return machine;
    }

    String arn() {
        return machine.getStateMachineArn();
    }

[#if watched]
    LogGroup log() {
        return log;
    }

[/#if]
    private LogGroup log(Stage stage, String file) {
        return LogGroup.Builder.create(this, "Log")
                // Under this prefix the log group needs no resource policy, of which an account can have few.
                .logGroupName("/aws/vendedlogs/states/" + Stack.of(this).getStackName() + "-" + file)
                .retention(stage.logRetention())
                .removalPolicy(RemovalPolicy.DESTROY)
                .build();
    }

    /** But no data: what a request holds may not belong into a log. */
    private static LogOptions everyStep(LogGroup log) {
        return LogOptions.builder()
                .destination(log)
                .level(LogLevel.ALL)
                .includeExecutionData(false)
                .build();
    }
}
