package [=package].infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.assertions.Match;

/** The way from the table to the work queue, and the second way for what got lost on it. */
class StreamToQueueTest {
    private static final SynthesizedStack DEV = SynthesizedStack.of("dev");
    private static final JsonNode TABLE = DEV.propertiesOf("AWS::DynamoDB::GlobalTable").stream()
            .filter(table -> table.has("StreamSpecification"))
            .findFirst()
            .orElseThrow();
    private static final JsonNode PIPE = DEV.propertiesOf("AWS::Pipes::Pipe").stream()
            .filter(pipe -> pipe.at("/SourceParameters/DynamoDBStreamParameters/DeadLetterConfig")
                    .isObject())
            .findFirst()
            .orElseThrow();
    private static final JsonNode STREAM = PIPE.at("/SourceParameters/DynamoDBStreamParameters");

    @Test
    void everyNewRowReachesTheWorkQueueAsItIs() {
        assertThat(TABLE.at("/StreamSpecification/StreamViewType").asText()).isEqualTo("NEW_IMAGE");
        assertThat(PIPE.at("/Source/Fn::GetAtt/1").asText()).isEqualTo("StreamArn");
        assertThat(PIPE.at("/SourceParameters/FilterCriteria/Filters/0/Pattern").asText())
                .isEqualTo("{\"eventName\":[\"INSERT\"]}");
        assertThat(DEV.properties(PIPE.at("/Target/Fn::GetAtt/0").asText()).has("RedrivePolicy"))
                .as("it is the work queue, not a dead-letter queue")
                .isTrue();
        assertThat(PIPE.has("TargetParameters")).isFalse();
        assertThat(PIPE.has("Enrichment")).isFalse();
    }

    @Test
    void noRowIsPassedOverAndNoneHoldsUpTheOthersForEver() {
        assertThat(STREAM.path("StartingPosition").asText()).isEqualTo("TRIM_HORIZON");
        assertThat(STREAM.path("OnPartialBatchItemFailure").asText()).isEqualTo("AUTOMATIC_BISECT");
        assertThat(STREAM.path("MaximumRecordAgeInSeconds").asInt()).isEqualTo(-1);
        assertThat(STREAM.path("MaximumRetryAttempts").asInt()).isBetween(1, 100);
        assertThat(STREAM.path("BatchSize").asInt()).isBetween(1, 10);
    }

    @Test
    void thePipeMayReadTheStreamAndSendAndNothingElse() {
        List<JsonNode> statements = DEV.statementsOf("PipeRole");

        assertThat(statements).hasSize(2);
        assertThat(statements.get(0).path("Action"))
                .allMatch(action ->
                        action.asText().matches("dynamodb:(DescribeStream|GetRecords|GetShardIterator|ListStreams)"));
        assertThat(statements.get(0).path("Resource")).isEqualTo(PIPE.path("Source"));
        assertThat(statements.get(1).path("Action").asText()).isEqualTo("sqs:SendMessage");
        assertThat(statements.get(1).path("Resource"))
                .containsExactlyInAnyOrder(PIPE.path("Target"), STREAM.at("/DeadLetterConfig/Arn"));
    }

    @Test
    void whatThePipeGivesUpRaisesAnAlarm() {
        String failed = STREAM.at("/DeadLetterConfig/Arn/Fn::GetAtt/0").asText();

        assertThat(alarms())
                .anyMatch(alarm -> alarm.path("Dimensions")
                        .toString()
                        .contains("{\"Name\":\"QueueName\",\"Value\":{\"Fn::GetAtt\":[\"" + failed));
        assertThat(alarms())
                .anyMatch(alarm -> alarm.path("MetricName").asText().equals("ExecutionFailed")
                        && alarm.path("Namespace").asText().equals("AWS/EventBridge/Pipes"));
        assertThat(alarms()).anyMatch(alarm -> alarm.path("MetricName").asText().equals("Errors"));
    }

    @Test
    void theIndexHoldsOnlyKeysOfRowsThatNoWorkerHasSeen() {
        JsonNode index = TABLE.at("/GlobalSecondaryIndexes/0");

        assertThat(TABLE.path("GlobalSecondaryIndexes")).hasSize(1);
        assertThat(index.at("/Projection/ProjectionType").asText()).isEqualTo("KEYS_ONLY");
        assertThat(index.at("/KeySchema/0/AttributeName").asText()).isEqualTo("status");
        assertThat(index.at("/KeySchema/1/AttributeName").asText()).isEqualTo("queuedAt");
    }

    @Test
    void theSweeperLeavesTheStreamItsTime() {
        JsonNode schedule = DEV.propertiesOf("AWS::Scheduler::Schedule").stream()
                .filter(properties -> properties.at("/Target/Arn/Ref").asText().startsWith("Sweeper"))
                .findFirst()
                .orElseThrow();

        assertThat(schedule.at("/Target/Input").asText()).isEqualTo("{\"unseenFor\": \"PT25H\"}");
        assertThat(schedule.at("/Target/Arn/Ref").asText()).contains("Live");
        assertThat(schedule.path("ScheduleExpression").asText()).isEqualTo("rate(1 hour)");
        JsonNode invoke = DEV.onlyStatementOf("SweeperScheduleRole");
        assertThat(invoke.path("Action").asText()).isEqualTo("lambda:InvokeFunction");
        assertThat(invoke.path("Resource")).isEqualTo(schedule.at("/Target/Arn"));
    }

    @Test
    void theSweeperMayNotScan() {
        String policies = DEV.statementsOf("SweeperSweepRole").toString();

        assertThat(policies).contains("dynamodb:Query", "/index/unseen").doesNotContain("Scan", "Delete");
        DEV.template()
                .hasResourceProperties(
                        "AWS::Lambda::Function",
                        Map.of(
                                "Handler",
                                Match.stringLikeRegexp(".*SweepHandler"),
                                "Environment",
                                Match.objectLike(
                                        Map.of("Variables", Match.objectLike(Map.of("QUEUE_URL", Match.anyValue()))))));
    }

    private static List<JsonNode> alarms() {
        return DEV.propertiesOf("AWS::CloudWatch::Alarm");
    }
}
