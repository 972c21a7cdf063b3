package [=package].infrastructure;

import java.time.Duration;
import java.util.Map;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.dynamodb.Attribute;
import software.amazon.awscdk.services.dynamodb.AttributeType;
import software.amazon.awscdk.services.dynamodb.Billing;
import software.amazon.awscdk.services.dynamodb.PointInTimeRecoverySpecification;
import software.amazon.awscdk.services.dynamodb.TableV2;
import software.amazon.awscdk.services.stepfunctions.StateMachineType;
import software.constructs.Construct;

/**
 * The work as a state machine of its own, {@code do-work.asl.json}. It is an Express one: a breaker that is one too can
 * wait for no other.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_StartSyncExecution.html">
 *     StartSyncExecution</a>
 */
final class StateMachineWork extends Construct implements Work {
    private final AslStateMachine child;

    /**
     * @throws IllegalArgumentException when the work may take as long as the breaker waits for it: what the breaker no
     *     longer waits for would go on
     */
    StateMachineWork(Construct scope, String id, Stage stage, CircuitTiming timing) {
        super(scope, id);
        refuse(definition().seconds("/TimeoutSeconds"), timing.work());
        TableV2 table = table(stage);
        child = new AslStateMachine(
                this,
                "Machine",
                stage,
                StateMachineType.EXPRESS,
                definition(),
                Map.of("TableName", table.getTableName()));
        child.allow(table.getTableArn(), "dynamodb:GetItem", "dynamodb:PutItem");
        CfnOutput.Builder.create(Stack.of(this), "WorkTable")
                .value(table.getTableName())
                .build();
    }

    static StateMachineDefinition definition() {
        return StateMachineDefinition.read("do-work");
    }

    @Override
    public Map<String, String> substitutions() {
        return Map.of("WorkStateMachineArn", child.arn());
    }

    @Override
    public void allow(AslStateMachine machine) {
        machine.allow(child.arn(), "states:StartSyncExecution");
    }

[#if slot("state-machine-work.arn")?has_content]
    String arn() {
        return child.arn();
    }

[/#if]
    static void refuse(Duration child, Duration breaker) {
        if (child.compareTo(breaker) >= 0) {
            throw new IllegalArgumentException("TimeoutSeconds of do-work.asl.json (%s) must be less than work of"
                    .concat(" CircuitTiming (%s), by which the breaker waits for it")
                    .formatted(child, breaker));
        }
    }

    private TableV2 table(Stage stage) {
        return TableV2.Builder.create(this, "Table")
                .partitionKey(Attribute.builder()
                        .name("id")
                        .type(AttributeType.STRING)
                        .build())
                .billing(Billing.onDemand())
                .pointInTimeRecoverySpecification(PointInTimeRecoverySpecification.builder()
                        .pointInTimeRecoveryEnabled(true)
                        .build())
                .deletionProtection(stage.isProtected())
                .removalPolicy(stage.removalPolicy())
                .build();
    }
}
