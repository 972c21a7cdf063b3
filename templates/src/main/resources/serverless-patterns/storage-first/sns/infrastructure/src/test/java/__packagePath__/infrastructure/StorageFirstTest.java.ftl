package [=package].infrastructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

[@imports]
import [=package].infrastructure.apigateway.ClientRequest;
import [=package].infrastructure.apigateway.FormBody;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
[/@imports]

/** The entry: what reaches SNS and from there the work queue, and what the client is told. */
class StorageFirstTest {
    /** What SNS answers when the message is accepted. */
    static final String STORED = "{\"PublishResponse\":{\"PublishResult\":{\"MessageId\":\"m1\"}}}";

    private static final SynthesizedStack DEV = SynthesizedStack.of("dev");
    private static final JsonNode SUBSCRIPTION = DEV.onlyOne("AWS::SNS::Subscription");
    private static final String TOPIC = "arn:aws:sns:eu-west-1:123456789012:topic";
    private static final int SNS_MAX_BYTES = 256 * 1024;
    private static final int FENCE_BYTES = 200 * 1024;

    static String[] hostileBodies() {
        return HostileInput.bodies();
    }

    @ParameterizedTest
    @MethodSource("hostileBodies")
    void theBodyIsPublishedAsItIs(String body) {
        assertThat(sent(StorageApi.post().header("Idempotency-Key", "k1").body(body)))
                .containsExactly(
                        entry("Action", "Publish"),
                        entry("Version", "2010-03-31"),
                        entry("TopicArn", TOPIC),
                        entry("Message", body),
                        entry("MessageAttributes.entry.1.Name", "id"),
                        entry("MessageAttributes.entry.1.Value.DataType", "String"),
                        entry("MessageAttributes.entry.1.Value.StringValue", "k1"),
                        entry("MessageAttributes.entry.2.Name", "type"),
                        entry("MessageAttributes.entry.2.Value.DataType", "String"),
                        entry("MessageAttributes.entry.2.Value.StringValue", "[=resource]"));
    }

    @Test
    void anEmptyBodyIsPublishedAsAnEmptyObject() {
        assertThat(sent(StorageApi.post())).containsEntry("Message", "{}");
    }

    static String[] hostileKeys() {
        return HostileInput.keys();
    }

    @ParameterizedTest
    @MethodSource("hostileKeys")
    void aHostileKeyDoesNotReachTheTopic(String key) {
        assertThat(sent(StorageApi.post().header("Idempotency-Key", key).body("{}")))
                .hasSize(10)
                .containsEntry("MessageAttributes.entry.1.Value.StringValue", StorageApi.REQUEST_ID);
    }

    /** The characters have one to four bytes in UTF-8. SNS refuses the empty message that is left of a larger body. */
    @ParameterizedTest
    @CsvSource({"a, 1", "\u00E4, 2", "\u20AC, 3", "\uD83D\uDE80, 4"})
    void aBodyAboveTheFenceIsLeftOut(String character, int bytes) {
        String fits = character.repeat(FENCE_BYTES / bytes - 2);
        String tooLarge = character.repeat(FENCE_BYTES / bytes + 1);

        assertThat(sent(StorageApi.post().body(fits)).get("Message").length()).isEqualTo(fits.length());
        assertThat(sent(StorageApi.post().body(tooLarge)).get("Message").length())
                .isZero();
    }

    @Test
    void whatSnsAcceptsTheQueuesTake() {
        assertThat(DEV.propertiesOf("AWS::SQS::Queue"))
                .filteredOn(queue -> queue.has("MaximumMessageSize"))
                .hasSize(2)
                .allMatch(queue -> queue.path("MaximumMessageSize").asInt() >= SNS_MAX_BYTES);
    }

    @ParameterizedTest
    @CsvSource({
        "429, Throttled",
        "429, ThrottledException",
        "429, KMSThrottling",
        "400, InvalidParameter",
        "400, InvalidParameterValue",
        "400, ParameterValueInvalid",
        "400, ValidationError",
        "500, AuthorizationError",
        "500, NotFound",
        "500, KMSDisabled",
        "500, KMSAccessDenied",
    })
    void theErrorCodeOfSnsDecides(int status, String code) {
        String body = "{\"Error\":{\"Type\":\"Sender\",\"Code\":\"" + code + "\",\"Message\":\"arn:aws:sns\"}}";

        StorageResponsesTest.assertError(StorageApi.answer(StorageApi.post(), 400, body), status);
    }

    @Test
    void theApiMayOnlyPublishToTheTopic() {
        JsonNode statement = DEV.onlyStatementOf("StorageFirstRole");

        assertThat(statement.path("Action").asText()).isEqualTo("sns:Publish");
        assertThat(statement.at("/Resource/Ref").asText()).isEqualTo(topic());
    }

    @Test
    void theTopicIsEncryptedAndTakesNoPlainText() {
        assertThat(DEV.properties(topic()).path("KmsMasterKeyId").toString()).contains("alias/aws/sns");
        assertThat(DEV.propertiesOf("AWS::SNS::TopicPolicy"))
                .filteredOn(policy -> policy.at("/Topics/0/Ref").asText().equals(topic()))
                .singleElement()
                .asString()
                .contains("aws:SecureTransport");
    }

    @Test
    void theWorkQueueGetsTheMessageWithItsAttributesAndNothingElse() {
        assertThat(SUBSCRIPTION.path("Protocol").asText()).isEqualTo("sqs");
        assertThat(SUBSCRIPTION.path("RawMessageDelivery").asBoolean()).isTrue();
        assertThat(DEV.properties(SUBSCRIPTION.at("/Endpoint/Fn::GetAtt/0").asText())
                        .has("RedrivePolicy"))
                .isTrue();
    }

    /** A filtered request would be answered 202 and not be stored. */
    @Test
    void theSubscriptionTakesEveryRequestOfTheApi() {
        String type =
                sent(StorageApi.post().header("type", "other")).get("MessageAttributes.entry.2.Value.StringValue");

        assertThat(SUBSCRIPTION.path("FilterPolicy").toString()).isEqualTo("{\"type\":[\"" + type + "\"]}");
        assertThat(SUBSCRIPTION.path("FilterPolicyScope").asText("MessageAttributes"))
                .isEqualTo("MessageAttributes");
    }

    @Test
    void whatCannotBeDeliveredJoinsTheDeadLettersThatCanBeRedriven() {
        String deadLetters = SUBSCRIPTION
                .at("/RedrivePolicy/deadLetterTargetArn/Fn::GetAtt/0")
                .asText();

        assertThat(deadLetters).isNotEmpty();
        assertThat(DEV.propertiesOf("AWS::SQS::Queue"))
                .anyMatch(queue -> queue.at("/RedrivePolicy/deadLetterTargetArn/Fn::GetAtt/0")
                        .asText()
                        .equals(deadLetters));
    }

    @Test
    void bothQueuesLetTheTopicInAndNoOther() {
        var senders = DEV.propertiesOf("AWS::SQS::QueuePolicy").stream()
                .map(policy -> SynthesizedStack.stream(policy.at("/PolicyDocument/Statement"))
                        .filter(statement -> statement.path("Effect").asText().equals("Allow"))
                        .toList())
                .filter(statements -> statements.toString().contains("sns.amazonaws.com"))
                .toList();

        assertThat(senders).hasSize(2).allSatisfy(statements -> {
            assertThat(statements).hasSize(1);
            JsonNode statement = statements.get(0);
            assertThat(statement.path("Action").asText()).isEqualTo("sqs:SendMessage");
            assertThat(statement.at("/Principal/Service").asText()).isEqualTo("sns.amazonaws.com");
            assertThat(statement.at("/Condition/ArnEquals/aws:SourceArn/Ref").asText())
                    .isEqualTo(topic());
        });
    }

    /** The method of the API refers to the role: no request is accepted before the subscription is there. */
    @Test
    void nobodyPublishesBeforeTheQueueSubscribes() {
        String role = "\"apigateway.amazonaws.com\"";
        assertThat(DEV.resources("AWS::IAM::Role"))
                .filteredOn(resource -> resource.toString().contains("sns:Publish"))
                .singleElement()
                .satisfies(resource -> {
                    assertThat(resource.toString()).contains(role);
                    var dependencies = resource.path("DependsOn").toString();
                    assertThat(DEV.resources().properties())
                            .filteredOn(other -> List.of("AWS::SNS::Subscription", "AWS::SQS::QueuePolicy")
                                    .contains(other.getValue().path("Type").asText()))
                            .filteredOn(other -> dependencies.contains("\"" + other.getKey() + "\""))
                            .hasSize(2);
                });
    }

    @Test
    void whatIsFilteredOutOrUndeliverableRaisesAnAlarm() {
        for (String metric : List.of("NumberOfNotificationsFilteredOut", "NumberOfNotificationsFailedToRedriveToDlq")) {
            DEV.template()
                    .hasResourceProperties(
                            "AWS::CloudWatch::Alarm",
                            Map.of("Namespace", "AWS/SNS", "MetricName", metric, "Statistic", "Sum", "Threshold", 1));
        }
    }

    private static String topic() {
        return SUBSCRIPTION.at("/TopicArn/Ref").asText();
    }

    private static Map<String, String> sent(ClientRequest request) {
        return FormBody.decode(request.render(StorageFirst.requestTemplate(TOPIC)));
    }
}
