package [=package].infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The work queue and what works on it. */
class ConsumerTest {
    private static final SynthesizedStack DEV = SynthesizedStack.of("dev");
    private static final JsonNode FUNCTION = DEV.propertiesOf("AWS::Lambda::Function").stream()
            .filter(function -> function.path("Handler").asText().endsWith("Process[=Resources]Handler"))
            .findFirst()
            .orElseThrow();
    private static final JsonNode QUEUE = DEV.propertiesOf("AWS::SQS::Queue").stream()
            .filter(queue -> queue.has("RedrivePolicy"))
            .findFirst()
            .orElseThrow();
    private static final JsonNode DEAD_LETTERS = DEV.properties(
            QUEUE.at("/RedrivePolicy/deadLetterTargetArn/Fn::GetAtt/0").asText());

    @Test
    void aMessageIsDeliveredAgainOnlyWhenItsFunctionIsGone() {
        assertThat(QUEUE.path("VisibilityTimeout").asInt())
                .isGreaterThanOrEqualTo(6 * FUNCTION.path("Timeout").asInt());
        assertThat(QUEUE.path("MessageRetentionPeriod").asInt()).isEqualTo(864000);
    }

    @Test
    void deadLettersAreKeptLongerThanMessagesAndTakeTheLargest() {
        assertThat(DEAD_LETTERS.path("MessageRetentionPeriod").asInt())
                .isGreaterThan(QUEUE.path("MessageRetentionPeriod").asInt());
[#if slot("work-queue.sizes")?has_content]
        assertThat(DEAD_LETTERS.path("MaximumMessageSize").asInt())
                .isGreaterThanOrEqualTo(QUEUE.path("MaximumMessageSize").asInt());
[#else]
        assertThat(QUEUE.path("MaximumMessageSize").asInt()).isEqualTo(200 * 1024);
        assertThat(DEAD_LETTERS.path("MaximumMessageSize").asInt())
                .isGreaterThan(QUEUE.path("MaximumMessageSize").asInt());
[/#if]
    }

    @Test
    void theLedgerRemembersLongerThanAMessageCanComeBack() {
        assertThat(FUNCTION.at("/Environment/Variables/RETAIN_DAYS").asInt()).isGreaterThan(10 + 14);
        DEV.template()
                .hasResourceProperties(
                        "AWS::DynamoDB::GlobalTable",
                        Map.of("TimeToLiveSpecification", Map.of("AttributeName", "expiresAt", "Enabled", true)));
    }

    @Test
    void theFunctionIsCalledThroughItsAliasAndReportsEachFailure() {
        JsonNode mapping = DEV.onlyOne("AWS::Lambda::EventSourceMapping");

        assertThat(mapping.path("FunctionName").toString()).contains(":live");
        assertThat(mapping.path("FunctionResponseTypes").toString()).isEqualTo("[\"ReportBatchItemFailures\"]");
        assertThat(mapping.at("/ScalingConfig/MaximumConcurrency").asInt()).isBetween(2, 1000);
    }
}
