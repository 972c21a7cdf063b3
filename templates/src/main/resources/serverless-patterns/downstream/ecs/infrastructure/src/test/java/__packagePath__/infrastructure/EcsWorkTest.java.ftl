[#assign object = slot("ecs-work.object")?has_content]
[#assign request = object?then("KEY", "BODY")]
package [=package].infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

[@imports]
import [=package].infrastructure.asl.Execution;
import [=package].infrastructure.asl.LocalAws;
import [=package].infrastructure.asl.TaskFailure;
import [=package].infrastructure.asl.VirtualClock;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
[/@imports]

/** How a task is started for a request, what its end means, and what the state machine and the task may do. */
class EcsWorkTest {
    private static final SynthesizedStack DEV = SynthesizedStack.of("dev");
    private static final String RUN = "arn:aws:states:::ecs:runTask.sync";
    private static final String [=object?then("KEY = \"inbox/request-1\"", "BODY = \"{\\\"name\\\":\\\"hammer\\\",\\\"quantity\\\":3}\"")];

    private final VirtualClock clock = new VirtualClock(Instant.parse("2026-01-01T00:00:00Z"));
    private final LocalAws aws = new LocalAws(clock);
    private final TestService service = new TestService(clock, Duration.ofMinutes(16));
    private final List<JsonNode> tasks = new ArrayList<>();

    @BeforeEach
    void aTaskThatSucceeds() {
        service.bind(aws);
        ends(null);
    }

[#if object]
    @Test
    void theTaskGetsTheStoredObject() {
        attempt().work("k1", KEY);

        assertThat(service.bucket()).as("nothing is copied").isEmpty();
        assertThat(environment())
                .containsEntry("REQUEST_ID", "k1")
                .containsEntry("RECEIVED_AT", "1767225600000")
                .containsEntry("REQUEST_BUCKET", "inbox-bucket")
                .containsEntry("REQUEST_KEY", "inbox/request-1")
                .containsEntry("REQUEST_VERSION", "version-1")
                .containsEntry("RESULT_URI", "s3://work/results/k1.json")
                .containsEntry("PROBE", "false")
                .hasSize(7);
    }

    @Test
    void theBucketIsThatOfTheStoredObjects() {
        assertThat(DEV.propertiesOf("AWS::StepFunctions::StateMachine"))
                .map(machine -> machine.at("/DefinitionSubstitutions/InboxBucketName/Ref")
                        .asText())
                .filteredOn(bucket -> !bucket.isEmpty())
                .singleElement()
                .asString()
                .startsWith("StorageFirstBucket");
    }
[#else]
    @Test
    void theTaskGetsTheRequestAsAnObject() {
        attempt().work("k1", BODY);

        assertThat(service.bucket().get("requests/k1.json").path("body").asText())
                .isEqualTo(BODY);
        assertThat(environment())
                .containsEntry("REQUEST_URI", "s3://work/requests/k1.json")
                .containsEntry("RESULT_URI", "s3://work/results/k1.json")
                .containsEntry("PROBE", "false")
                .hasSize(3);
    }
[/#if]

    @Test
    void whatTheTaskWritesIsTheResult() {
        service.bucket()
                .put("results/k1.json", JsonNodeFactory.instance.objectNode().put("outcome", "SHIPPED"));

        assertThat(attempt().work("k1", [=request]).output().path("outcome").asText()).isEqualTo("SHIPPED");
    }

    @Test
    void workWithoutAResultIsDoneNevertheless() {
        assertThat(attempt().work("k1", [=request]).output().toString()).isEqualTo("{\"outcome\":\"DONE\"}");
    }

    @ParameterizedTest
    @CsvSource({"1, TaskFailed", "65, Work.Rejected", "651, TaskFailed", "6, TaskFailed", "137, TaskFailed"})
    void theExitCodeDecides(int code, String error) {
        ends(TestService.exit(code));

        assertThat(attempt().work("k1", [=request]).error()).isEqualTo(error);
    }

    @ParameterizedTest
    @CsvSource({
        "ECS.AmazonECSException, Rate exceeded (Error Code: ThrottlingException), Work.Throttled",
        "ECS.ThrottlingException, (Service: AmazonECS), Work.Throttled",
        "ECS.ClientException, You've reached the limit on the number of vCPUs, Work.Throttled",
        "ECS.ClusterNotFoundException, Cluster not found., ECS.ClusterNotFoundException",
        "States.TaskFailed, '{\"StopCode\":\"TaskFailedToStart\"}', TaskFailed",
    })
    void aTaskThatDoesNotStartIsAFailureUnlessWeStartTooMany(String error, String cause, String expected) {
        ends(new TaskFailure(error, cause));

        assertThat(attempt().work("k1", [=request]).error()).isEqualTo(expected);
    }

    @Test
    void aTaskIsNotWaitedForForEver() {
        aws.task(RUN, arguments -> {
            clock.advance(CircuitTiming.standard().work());
            return JsonNodeFactory.instance.objectNode();
        });

        assertThat(attempt().work("k1", [=request]).error()).isEqualTo("Timeout");
    }

    @Test
    void aRejectionSaysNothingOfTheTask() {
        ends(TestService.exit(65));

        assertThat(attempt().work("k1", [=request]).cause()).isEqualTo("The work rejected the request");
    }

    @Test
    void aProbeIsATaskWithoutWork() {
        Execution execution = attempt().probe();

        assertThat(execution.succeeded()).isTrue();
[#if object]
        assertThat(environment())
                .containsEntry("PROBE", "true")
                .containsEntry("REQUEST_BUCKET", "inbox-bucket")
                .containsEntry("REQUEST_KEY", "")
                .containsEntry("REQUEST_VERSION", "");
[#else]
        assertThat(environment()).containsEntry("PROBE", "true");
[/#if]
    }

    @Test
    void theStateMachineAndTheTaskAgreeOnTheContainer() {
        attempt().work("k1", [=request]);

        assertThat(tasks.get(0).at("/Overrides/ContainerOverrides/0/Name").asText())
                .isEqualTo(WorkTask.CONTAINER)
                .isEqualTo(DEV.onlyOne("AWS::ECS::TaskDefinition")
                        .at("/ContainerDefinitions/0/Name")
                        .asText());
    }

    @Test
    void theBreakerMayRunSeeAndStopTasksOfThisClusterOnly() {
        for (JsonNode statement : machineMay("ecs:")) {
            assertThat(statement
                            .at("/Condition/ArnEquals/ecs:cluster/Fn::GetAtt/0")
                            .asText())
                    .startsWith("WorkCluster");
        }
        assertThat(machineMay("ecs:"))
                .extracting(statement -> statement.path("Action").toString())
                .containsExactlyInAnyOrder("\"ecs:RunTask\"", "[\"ecs:DescribeTasks\",\"ecs:StopTask\"]");
        assertThat(machineMay("ecs:RunTask").get(0).path("Resource").toString())
                .contains(":task-definition/" + family() + ":*");
    }

    @Test
    void theBreakerMayPassTheTwoRolesOfTheTaskToEcsOnly() {
        JsonNode statement = machineMay("iam:").get(0);

        assertThat(machineMay("iam:")).hasSize(1);
        assertThat(statement.path("Action").asText()).isEqualTo("iam:PassRole");
        assertThat(statement.path("Resource")).hasSize(2);
        assertThat(statement.path("Resource").toString()).contains("WorkTaskRole", "WorkTaskDefinitionExecutionRole");
        assertThat(statement.path("Condition").toString())
                .isEqualTo("{\"StringEquals\":{\"iam:PassedToService\":\"ecs-tasks.amazonaws.com\"}}");
    }

    @Test
    void theBreakerHearsOfTheEndOfATask() {
        JsonNode statement = machineMay("events:").get(0);

        assertThat(statement.path("Action").toString())
                .isEqualTo("[\"events:DescribeRule\",\"events:PutRule\",\"events:PutTargets\"]");
        assertThat(statement.path("Resource").toString()).contains(":rule/StepFunctionsGetEventsForECSTaskRule");
    }

[#if object]
    @Test
    void theTaskReadsStoredRequestsAndTheBreakerItsResult() {
        assertThat(machineMay("s3:"))
                .extracting(EcsWorkTest::actionOnObjects)
                .containsExactlyInAnyOrder(
                        "\"s3:GetObject\" /results/*", "\"s3:GetObjectVersion\" /inbox/*", "\"s3:ListBucket\" ");
        assertThat(DEV.statementsOf("WorkTaskRole"))
                .extracting(EcsWorkTest::actionOnObjects)
                .containsExactlyInAnyOrder(
                        "\"s3:GetObjectVersion\" /inbox/*",
                        "\"s3:ListBucket\" ",
                        "[\"s3:GetObject\",\"s3:PutObject\"] /results/*");
        assertThat(DEV.statementsOf("WorkTaskRole"))
                .filteredOn(statement -> statement.path("Action").asText().equals("s3:ListBucket"))
                .allMatch(statement ->
                        statement.at("/Resource/Fn::GetAtt/0").asText().startsWith("StorageFirstBucket"));
    }
[#else]
    @Test
    void breakerAndTaskShareRequestsAndResultsAndNoMore() {
        assertThat(machineMay("s3:"))
                .extracting(EcsWorkTest::actionOnObjects)
                .containsExactlyInAnyOrder("\"s3:PutObject\" /requests/*", "\"s3:GetObject\" /results/*");
        assertThat(DEV.statementsOf("WorkTaskRole"))
                .extracting(EcsWorkTest::actionOnObjects)
                .containsExactlyInAnyOrder(
                        "\"s3:GetObject\" /requests/*", "[\"s3:GetObject\",\"s3:PutObject\"] /results/*");
    }
[/#if]

    @Test
    void onlyAStandardStateMachineWaitsForATask() {
        assertThat(DEV.propertiesOf("AWS::StepFunctions::StateMachine"))
                .filteredOn(machine -> machine.path("DefinitionString")
                        .asText()
                        .equals(CircuitBreaker.definition().text()))
                .singleElement()
                .satisfies(machine ->
                        assertThat(machine.path("StateMachineType").asText()).isEqualTo("STANDARD"));
    }

    @Test
    void nothingGetsInAndNothingButHttpsGetsOut() {
        JsonNode group = DEV.onlyOne("AWS::EC2::SecurityGroup");

        assertThat(group.has("SecurityGroupIngress")).isFalse();
        assertThat(group.path("SecurityGroupEgress")).hasSize(1);
        assertThat(group.at("/SecurityGroupEgress/0/FromPort").asInt()).isEqualTo(443);
        assertThat(group.at("/SecurityGroupEgress/0/ToPort").asInt()).isEqualTo(443);
        assertThat(DEV.resources("AWS::EC2::SecurityGroupIngress")).isEmpty();
    }

    @Test
    void theNetworkHasNoNatGatewayAndLogsItsTraffic() {
        assertThat(DEV.resources("AWS::EC2::NatGateway")).isEmpty();
        assertThat(DEV.propertiesOf("AWS::EC2::Subnet"))
                .hasSize(2)
                .allSatisfy(
                        subnet -> assertThat(subnet.path("MapPublicIpOnLaunch").asBoolean(true))
                                .isFalse());
        assertThat(DEV.onlyOne("AWS::EC2::FlowLog").path("TrafficType").asText())
                .isEqualTo("ALL");
        // The ARN of a log group, as CloudFormation gives it, ends in ":*", where nothing can be delivered.
        assertThat(DEV.onlyOne("AWS::EC2::FlowLog").path("LogGroupName").has("Ref"))
                .isTrue();
    }

    private Attempt attempt() {
        return new Attempt(TestService.substitutions(), aws);
    }

    private void ends(TaskFailure failure) {
        aws.task(RUN, arguments -> {
            tasks.add(arguments);
            if (failure != null) {
                throw failure;
            }
            return JsonNodeFactory.instance.objectNode();
        });
    }

    private Map<String, String> environment() {
        assertThat(tasks).hasSize(1);
        var environment = new TreeMap<String, String>();
        tasks.get(0)
                .at("/Overrides/ContainerOverrides/0/Environment")
                .forEach(variable -> environment.put(
                        variable.path("Name").asText(), variable.path("Value").asText()));
        return environment;
    }

    private static List<JsonNode> machineMay(String action) {
        return DEV.statementsOf("WorkerMachineRole").stream()
                .filter(statement -> statement.path("Action").toString().contains("\"" + action))
                .toList();
    }

    private static String actionOnObjects(JsonNode statement) {
        return statement.path("Action") + " "
                + statement.at("/Resource/Fn::Join/1/1").asText();
    }

    private static String family() {
        return DEV.onlyOne("AWS::ECS::TaskDefinition").path("Family").asText();
    }
}
