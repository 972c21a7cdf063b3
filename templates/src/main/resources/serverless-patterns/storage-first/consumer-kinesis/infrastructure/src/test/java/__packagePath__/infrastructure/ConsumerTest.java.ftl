package [=package].infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.assertions.Match;

/** The stream, what works on it, and where records go that cannot be worked on. */
class ConsumerTest {
    private static final SynthesizedStack DEV = SynthesizedStack.of("dev");
    private static final JsonNode STREAM = DEV.onlyOne("AWS::Kinesis::Stream");
    private static final JsonNode MAPPING = DEV.onlyOne("AWS::Lambda::EventSourceMapping");
    private static final JsonNode FUNCTION = DEV.propertiesOf("AWS::Lambda::Function").stream()
            .filter(function -> function.path("Handler").asText().endsWith("Process[=Resources]Handler"))
            .findFirst()
            .orElseThrow();

    @Test
    void theStreamKeepsRecordsEncryptedForSevenDays() {
        assertThat(STREAM.path("RetentionPeriodHours").asInt()).isEqualTo(7 * 24);
        assertThat(STREAM.at("/StreamEncryption/KeyId").asText()).isEqualTo("alias/aws/kinesis");
        assertThat(STREAM.at("/StreamModeDetails/StreamMode").asText()).isEqualTo("ON_DEMAND");
    }

    @Test
    void theFunctionGetsEveryRecordInOrderThroughItsAlias() {
        assertThat(MAPPING.path("FunctionName").toString()).contains("Live");
        assertThat(MAPPING.path("StartingPosition").asText()).isEqualTo("TRIM_HORIZON");
        assertThat(MAPPING.path("ParallelizationFactor").asInt()).isEqualTo(1);
        assertThat(MAPPING.has("TumblingWindowInSeconds")).isFalse();
        assertThat(MAPPING.path("FunctionResponseTypes").toString()).isEqualTo("[\"ReportBatchItemFailures\"]");
        assertThat(MAPPING.path("BisectBatchOnFunctionError").asBoolean()).isTrue();
    }

    @Test
    void recordsAreGivenUpByAgeOnlyAndBeforeTheStreamLosesThem() {
        assertThat(MAPPING.has("MaximumRetryAttempts")).isFalse();
        assertThat(MAPPING.path("MaximumRecordAgeInSeconds").asInt())
                .isBetween(1, (STREAM.path("RetentionPeriodHours").asInt() - 24) * 3600);
    }

    @Test
    void whatIsGivenUpIsParkedWhole() {
        String destination = MAPPING.at("/DestinationConfig/OnFailure/Destination/Fn::GetAtt/0")
                .asText();

        assertThat(DEV.resources().at("/" + destination + "/Type").asText()).isEqualTo("AWS::S3::Bucket");
        assertThat(DEV.properties(destination).path("LifecycleConfiguration").toString())
                .contains("\"ExpirationInDays\":30");
    }

    @Test
    void theFunctionMayReadTheStreamAndParkAndNothingElse() {
        List<String> actions = DEV.statementsOf("ConsumerProcessRole").stream()
                .map(statement -> statement.path("Action").toString())
                .toList();

        assertThat(actions)
                .hasSize([=(featureFlags == "true")?then(8, 7)])
                .contains(
[#if featureFlags == "true"]
                        "[\"appconfig:GetLatestConfiguration\",\"appconfig:StartConfigurationSession\"]",
[/#if]
                        "[\"dynamodb:PutItem\",\"dynamodb:UpdateItem\"]",
                        "\"sqs:SendMessage\"",
                        "\"s3:ListBucket\"",
                        "\"s3:PutObject\"",
                        "[\"kinesis:DescribeStream\",\"kinesis:DescribeStreamSummary\",\"kinesis:GetRecords\","
                                + "\"kinesis:GetShardIterator\",\"kinesis:ListShards\",\"kinesis:ListStreams\"]");
    }

    @Test
    void everyPlaceWhereRequestsCanGetStuckRaisesAnAlarm() {
        alarm("IteratorAge", "GreaterThanOrEqualToThreshold", 7 * 24 * 3_600_000L / 2);
        alarm("IteratorAge", "GreaterThanOrEqualToThreshold", 3_600_000L);
        alarm("OnFailureDestinationDeliveredEventCount", "GreaterThanOrEqualToThreshold", 1);
        alarm("DroppedEventCount", "GreaterThanOrEqualToThreshold", 1);
        alarm("ApproximateNumberOfMessagesVisible", "GreaterThanOrEqualToThreshold", 1);
        alarm("GetRecords.Success", "LessThanThreshold", 1);
        assertThat(MAPPING.path("MetricsConfig").toString()).contains("EventCount");
    }

    @Test
    void silenceOfTheReaderIsAnAlarmToo() {
        DEV.template()
                .hasResourceProperties(
                        "AWS::CloudWatch::Alarm",
                        Map.of("MetricName", "GetRecords.Success", "TreatMissingData", "breaching"));
    }

    @Test
    void theLedgerRemembersLongerThanARecordCanComeBack() {
        assertThat(FUNCTION.at("/Environment/Variables/RETAIN_DAYS").asInt()).isGreaterThan(7 + 30);
        DEV.template()
                .hasResourceProperties(
                        "AWS::DynamoDB::GlobalTable",
                        Map.of("TimeToLiveSpecification", Map.of("AttributeName", "expiresAt", "Enabled", true)));
    }

    private static void alarm(String metric, String comparison, long threshold) {
        var properties = Map.of("MetricName", metric, "ComparisonOperator", comparison, "Threshold", threshold);
        DEV.template().hasResourceProperties("AWS::CloudWatch::Alarm", Match.objectLike(properties));
    }
}
