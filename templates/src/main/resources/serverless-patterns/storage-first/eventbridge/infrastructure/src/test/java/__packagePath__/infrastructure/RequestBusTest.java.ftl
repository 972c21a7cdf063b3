package [=package].infrastructure;

import static org.assertj.core.api.Assertions.assertThat;
[#if slot("work")?has_content]
import static org.assertj.core.api.Assertions.assertThatThrownBy;
[/#if]

import com.fasterxml.jackson.databind.JsonNode;
[#if slot("work")?has_content]
import java.time.Duration;
[/#if]
import java.util.List;
import org.junit.jupiter.api.Test;

/** The way from the bus to the work queue, and the archive behind it. */
class RequestBusTest {
    private static final SynthesizedStack DEV = SynthesizedStack.of("dev");
    private static final JsonNode RULE = DEV.propertiesOf("AWS::Events::Rule").stream()
            .filter(rule -> rule.at("/EventBusName/Ref").asText().startsWith("Requests"))
            .findFirst()
            .orElseThrow();
    private static final JsonNode TARGET = RULE.at("/Targets/0");
    private static final JsonNode ARCHIVE = DEV.onlyOne("AWS::Events::Archive");

    @Test
    void theRuleTakesWhatTheApiPuts() {
        JsonNode entry = entry();

        assertThat(RULE.at("/EventPattern/source/0").asText())
                .isEqualTo(entry.path("Source").asText());
        assertThat(RULE.at("/EventPattern/detail-type/0").asText())
                .isEqualTo(entry.path("DetailType").asText());
        assertThat(RULE.path("EventBusName").has("Ref")).isTrue();
        assertThat(RULE.path("State").asText("ENABLED")).isEqualTo("ENABLED");
    }

    @Test
    void theArchiveKeepsWhatTheApiPuts[#if slot("work")?has_content]AsLongAsTheLedgerKnowsIt[/#if]() {
        assertThat(ARCHIVE.at("/EventPattern/source/0").asText())
                .isEqualTo(entry().path("Source").asText());
        assertThat(ARCHIVE.path("RetentionDays").asInt()).isEqualTo(14);
        assertThat(ARCHIVE.path("SourceArn").has("Fn::GetAtt")).isTrue();
[#if slot("work")?has_content]
        int ledgerDays = DEV.propertiesOf("AWS::Lambda::Function").stream()
                .mapToInt(function ->
                        function.at("/Environment/Variables/RETAIN_DAYS").asInt())
                .max()
                .orElseThrow();
        assertThat(ledgerDays).isGreaterThanOrEqualTo(14 + 10 + 14);
[/#if]
    }

[#if slot("work")?has_content]
    @Test
    void anArchiveThatOutlivesTheLedgerIsRefused() {
        Timing timing = Timing.standard();
        Duration shorter = timing.ledgerRetention().minus(Duration.ofDays(2));

        assertThatThrownBy(() -> RequestBus.requireLedgerThatOutlivesReplays(timing.deliverable(), shorter))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("archive (PT336H)");
    }

[/#if]
    @Test
    void deliveryIsTriedForADayAndThenSetAside() {
        assertThat(RULE.path("Targets")).hasSize(1);
        assertThat(DEV.properties(queueOf(TARGET.path("Arn"))).has("RedrivePolicy"))
                .as("it is the work queue")
                .isTrue();
        assertThat(DEV.properties(queueOf(TARGET.at("/DeadLetterConfig/Arn"))).has("RedrivePolicy"))
                .as("it is the dead-letter queue")
                .isFalse();
        assertThat(TARGET.at("/RetryPolicy/MaximumEventAgeInSeconds").asInt()).isEqualTo(86400);
        assertThat(TARGET.at("/RetryPolicy/MaximumRetryAttempts").asInt()).isEqualTo(185);
        assertThat(TARGET.has("InputPath") || TARGET.has("InputTransformer"))
                .as("the event is delivered as it is")
                .isFalse();
    }

    @Test
    void bothQueuesLetOnlyThisRuleIn() {
        for (JsonNode queue : List.of(TARGET.path("Arn"), TARGET.at("/DeadLetterConfig/Arn"))) {
            List<JsonNode> allowed = DEV.propertiesOf("AWS::SQS::QueuePolicy").stream()
                    .flatMap(policy -> SynthesizedStack.stream(policy.at("/PolicyDocument/Statement")))
                    .filter(statement -> statement.path("Effect").asText().equals("Allow"))
                    .filter(statement -> statement.path("Resource").equals(queue))
                    .toList();

            assertThat(allowed).hasSize(1);
            assertThat(allowed.get(0).path("Action").asText()).isEqualTo("sqs:SendMessage");
            assertThat(allowed.get(0).at("/Principal/Service").asText()).isEqualTo("events.amazonaws.com");
            assertThat(allowed.get(0)
                            .at("/Condition/ArnEquals/aws:SourceArn/Fn::GetAtt/0")
                            .asText())
                    .startsWith("RequestsToWorkQueue");
        }
    }

    @Test
    void theFirstEventFindsArchiveRuleAndOpenQueues() {
        JsonNode role = SynthesizedStack.stream(DEV.resources())
                .filter(resource -> resource.at("/Properties/Policies/0/PolicyName")
                        .asText()
                        .equals("PutEvents"))
                .findFirst()
                .orElseThrow();

        assertThat(role.path("DependsOn").toString())
                .contains("RequestsArchive", "RequestsToWorkQueue", "WorkQueuePolicy", "WorkQueueDeadLettersPolicy");
    }

    @Test
    void whatTheRuleCannotDeliverRaisesAnAlarm() {
        assertThat(DEV.propertiesOf("AWS::CloudWatch::Alarm"))
                .filteredOn(alarm -> alarm.path("Namespace").asText().equals("AWS/Events"))
                .extracting(alarm -> alarm.path("MetricName").asText())
                .containsExactlyInAnyOrder("FailedInvocations", "InvocationsFailedToBeSentToDlq");
    }

    private static String queueOf(JsonNode arn) {
        return arn.at("/Fn::GetAtt/0").asText();
    }

    /** What the API puts on the bus. */
    private static JsonNode entry() {
        return StorageFirstTest.sent(StorageApi.post()).at("/Entries/0");
    }
}
