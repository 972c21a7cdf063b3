package [=package].infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The way from the stream to the work queue, as it is deployed. */
class StreamToQueueTest {
    private static final SynthesizedStack DEV = SynthesizedStack.of("dev");
    private static final JsonNode PIPE = DEV.propertiesOf("AWS::Pipes::Pipe").stream()
            .filter(pipe -> pipe.path("SourceParameters").has("KinesisStreamParameters"))
            .findFirst()
            .orElseThrow();
    private static final JsonNode SOURCE = PIPE.at("/SourceParameters/KinesisStreamParameters");

    @Test
    void everyRecordReachesTheWorkQueueAsItIs() {
        assertThat(DEV.properties(PIPE.at("/Target/Fn::GetAtt/0").asText()).has("RedrivePolicy"))
                .as("it is the work queue, not a dead-letter queue")
                .isTrue();
        assertThat(PIPE.has("TargetParameters")).isFalse();
        assertThat(PIPE.has("Enrichment")).isFalse();
        assertThat(PIPE.path("SourceParameters").has("FilterCriteria")).isFalse();
    }

    @Test
    void noRecordIsPassedOverAndNoneHoldsUpTheOthersForEver() {
        assertThat(SOURCE.path("StartingPosition").asText()).isEqualTo("TRIM_HORIZON");
        assertThat(SOURCE.path("MaximumRecordAgeInSeconds").asInt()).isEqualTo(-1);
        assertThat(SOURCE.path("MaximumRetryAttempts").asInt()).isBetween(1, 100);
        assertThat(SOURCE.path("BatchSize").asInt()).isEqualTo(1);
    }

    @Test
    void theLargestRecordFitsIntoTheWorkQueue() {
        JsonNode queue = DEV.properties(PIPE.at("/Target/Fn::GetAtt/0").asText());

        // 180 KiB in Base64, and what a pipe says of a record.
        assertThat(queue.path("MaximumMessageSize").asInt()).isGreaterThan(240 * 1024 + 4096);
    }

    @Test
    void theStreamKeepsRecordsEncryptedForSevenDays() {
        JsonNode stream = DEV.onlyOne("AWS::Kinesis::Stream");

        assertThat(stream.path("RetentionPeriodHours").asInt()).isEqualTo(7 * 24);
        assertThat(stream.at("/StreamEncryption/KeyId").asText()).isEqualTo("alias/aws/kinesis");
        assertThat(stream.at("/StreamModeDetails/StreamMode").asText()).isEqualTo("ON_DEMAND");
    }

    @Test
    void thePipeMayReadTheStreamAndSendAndNothingElse() {
        List<JsonNode> statements = DEV.statementsOf("StreamToQueueRole");

        assertThat(statements).hasSize(2);
        assertThat(statements.get(0).path("Action"))
                .extracting(JsonNode::asText)
                .containsExactlyInAnyOrder(
                        "kinesis:DescribeStream",
                        "kinesis:DescribeStreamSummary",
                        "kinesis:GetRecords",
                        "kinesis:GetShardIterator",
                        "kinesis:ListShards",
                        "kinesis:ListStreams");
        assertThat(statements.get(0).path("Resource")).isEqualTo(PIPE.path("Source"));
        assertThat(statements.get(1).path("Action").asText()).isEqualTo("sqs:SendMessage");
        assertThat(statements.get(1).path("Resource"))
                .containsExactlyInAnyOrder(PIPE.path("Target"), SOURCE.at("/DeadLetterConfig/Arn"));
    }

    @Test
    void whatDoesNotReachTheQueueRaisesAnAlarm() {
        String failed = SOURCE.at("/DeadLetterConfig/Arn/Fn::GetAtt/0").asText();
        List<JsonNode> alarms = DEV.propertiesOf("AWS::CloudWatch::Alarm");

        assertThat(DEV.properties(failed).path("MessageRetentionPeriod").asInt())
                .isEqualTo(14 * 24 * 3600);
        assertThat(alarms)
                .anyMatch(alarm -> alarm.path("Dimensions")
                        .toString()
                        .contains("{\"Name\":\"QueueName\",\"Value\":{\"Fn::GetAtt\":[\"" + failed));
        assertThat(alarms)
                .anyMatch(alarm -> alarm.path("MetricName").asText().equals("ExecutionFailed")
                        && alarm.at("/Dimensions/0/Value/Ref").asText().startsWith("StreamToQueuePipe"));
        assertThat(alarms)
                .anyMatch(alarm -> alarm.path("MetricName").asText().equals("GetRecords.IteratorAgeMilliseconds")
                        && alarm.path("Threshold").asLong() == 3_600_000);
        assertThat(alarms)
                .anyMatch(alarm -> alarm.path("MetricName").asText().equals("GetRecords.Success")
                        && alarm.path("TreatMissingData").asText().equals("breaching"));
    }
}
