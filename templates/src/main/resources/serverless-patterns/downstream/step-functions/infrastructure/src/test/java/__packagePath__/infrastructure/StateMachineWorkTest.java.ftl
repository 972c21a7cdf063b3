package [=package].infrastructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

[@imports]
import [=package].infrastructure.asl.Execution;
import [=package].infrastructure.asl.LocalAws;
import [=package].infrastructure.asl.StateMachine;
import [=package].infrastructure.asl.TaskFailure;
import [=package].infrastructure.asl.VirtualClock;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
[/@imports]

/** How the breaker calls the state machine of the work and what it makes of its end, run as both are deployed. */
class StateMachineWorkTest {
    private static final SynthesizedStack DEV = SynthesizedStack.of("dev");
    private static final String PUT = "arn:aws:states:::dynamodb:putItem";
    private static final String BODY = "{\"name\":\"hammer\",\"quantity\":3}";

    private final VirtualClock clock = new VirtualClock(Instant.parse("2026-01-01T00:00:00Z"));
    private final LocalAws aws = new LocalAws(clock);

    @BeforeEach
    void theWorkThatIsDeployed() {
        var work = StateMachine.of(StateMachineWork.definition().text(), Map.of("TableName", "table"), aws);
        TestService.substitutions().values().forEach(arn -> aws.stateMachine(arn, work));
        aws.task(PUT, arguments -> JsonNodeFactory.instance.objectNode());
    }

    @Test
    void theResultOfTheWorkIsThatOfTheBreaker() {
        assertThat(work(BODY).output().toString()).isEqualTo("{\"outcome\":\"DONE\"}");
    }

    @ParameterizedTest
    @CsvSource({"'{}', name must be a text and quantity a number", "hammer, The body is no JSON"})
    void whatTheWorkRejectsIsRejected(String body, String reason) {
        Execution execution = work(body);

        assertThat(execution.error()).isEqualTo("Work.Rejected");
        assertThat(execution.cause()).isEqualTo(reason);
    }

    @Test
    void anExecutionThatFailsIsAFailure() {
        aws.task(PUT, arguments -> {
            throw new TaskFailure("DynamoDB.InternalServerErrorException", "down");
        });

        Execution execution = work(BODY);

        assertThat(execution.error()).isEqualTo("DynamoDB.InternalServerErrorException");
        assertThat(execution.cause()).isEqualTo("DynamoDB.InternalServerErrorException: down");
    }

    @Test
    void anExecutionThatTakesTooLongIsAFailure() {
        aws.task(PUT, arguments -> {
            clock.advance(Duration.ofSeconds(30));
            return JsonNodeFactory.instance.objectNode();
        });

        assertThat(work(BODY).error()).isEqualTo("Timeout");
    }

    @ParameterizedTest
    @CsvSource({
        "Sfn.SfnException, Rate exceeded (Service: Sfn), Work.Throttled",
        "Sfn.ThrottlingException, (Service: Sfn), Work.Throttled",
        "Sfn.ExecutionLimitExceededException, (Service: Sfn), Work.Throttled",
        "Sfn.StateMachineDoesNotExistException, State Machine Does Not Exist, Sfn.StateMachineDoesNotExistException",
        "States.Timeout, '', Timeout",
        "States.DataLimitExceeded, The state returned a result larger than 262144 bytes, Work.Rejected",
    })
    void whatGoesWrongWithTheCallIsThrottlingAFailureOrARejection(String answer, String cause, String error) {
        aws.task("arn:aws:states:::aws-sdk:sfn:startSyncExecution", arguments -> {
            throw new TaskFailure(answer, cause);
        });

        assertThat(work(BODY).error()).isEqualTo(error);
    }

    @Test
    void aFailureThatMentionsThrottlingIsStillOneOfTheWork() {
        aws.task(PUT, arguments -> {
            throw new TaskFailure("DynamoDB.ThrottlingException", "Throttling of the table of the work");
        });

        assertThat(work(BODY).error()).isEqualTo("DynamoDB.ThrottlingException");
    }

    @Test
    void aProbeReachesTheWork() {
        aws.task("arn:aws:states:::dynamodb:getItem", arguments -> JsonNodeFactory.instance.objectNode());

        assertThat(new Attempt(TestService.substitutions(), aws)
                        .probe()
                        .output()
                        .toString())
                .isEqualTo("{\"outcome\":\"HEALTHY\"}");
    }

    @Test
    void theBreakerMayStartTheWorkAndNothingElse() {
        assertThat(DEV.statementsOf("WorkerMachineRole"))
                .filteredOn(statement -> statement.path("Action").toString().contains("states:"))
                .singleElement()
                .satisfies(statement -> {
                    assertThat(statement.path("Action").asText()).isEqualTo("states:StartSyncExecution");
                    assertThat(statement.at("/Resource/Ref").asText()).startsWith("WorkMachine");
                });
    }

    @Test
    void theWorkMayUseItsTableAndNothingElse() {
        assertThat(DEV.statementsOf("WorkMachineRole"))
                .filteredOn(statement -> !statement.path("Resource").asText().equals("*"))
                .extracting(statement -> statement.path("Action").toString())
                .containsExactly("[\"dynamodb:GetItem\",\"dynamodb:PutItem\"]");
    }

    @Test
    void theWorkIsExpressAndEndsBeforeTheBreakerGivesUp() {
        JsonNode machine = DEV.propertiesOf("AWS::StepFunctions::StateMachine").stream()
                .filter(candidate -> candidate
                        .path("DefinitionString")
                        .asText()
                        .equals(StateMachineWork.definition().text()))
                .findFirst()
                .orElseThrow();

        assertThat(machine.path("StateMachineType").asText()).isEqualTo("EXPRESS");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StateMachineWork.refuse(Duration.ofSeconds(4), Duration.ofSeconds(4)))
                .withMessageContaining("do-work.asl.json (PT4S) must be less than work");
    }

    private Execution work(String body) {
        return new Attempt(TestService.substitutions(), aws).work("k1", body);
    }
}
