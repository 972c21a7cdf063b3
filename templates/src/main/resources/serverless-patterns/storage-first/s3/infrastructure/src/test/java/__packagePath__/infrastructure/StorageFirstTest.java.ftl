package [=package].infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The entry: what reaches S3, what the client is told, and how the object gets into the work queue. */
class StorageFirstTest {
    /** What S3 answers when the object is stored: headers only. */
    static final String STORED = "";

    private static final SynthesizedStack DEV = SynthesizedStack.of("dev");
    private static final JsonNode METHOD = DEV.propertiesOf("AWS::ApiGateway::Method").stream()
            .filter(method -> method.at("/Integration/Uri").toString().contains(":s3:path/"))
            .findFirst()
            .orElseThrow();
    private static final JsonNode INTEGRATION = METHOD.path("Integration");
    private static final String BUCKET = DEV.onlyStatementOf("StorageFirstRole")
            .at("/Resource/Fn::Join/1/0/Fn::GetAtt/0")
            .asText();

    @Test
    void anyBodyPassesByteForByte() {
        String api = METHOD.at("/RestApiId/Ref").asText();

        assertThat(DEV.properties(api).path("BinaryMediaTypes").toString()).isEqualTo("[\"*/*\"]");
        assertThat(INTEGRATION.has("RequestTemplates")).isFalse();
        assertThat(INTEGRATION.has("ContentHandling")).isFalse();
        assertThat(INTEGRATION.path("PassthroughBehavior").asText()).isEqualTo("WHEN_NO_TEMPLATES");
        assertThat(METHOD.has("RequestModels")).isFalse();
    }

    @Test
    void answersAreTextAlthoughEverythingIsBinary() {
        assertThat(INTEGRATION.path("IntegrationResponses"))
                .hasSize(4)
                .allMatch(response -> response.path("ContentHandling").asText().equals("CONVERT_TO_TEXT"));
    }

    @Test
    void noClientNamesTheObject() {
        JsonNode parameters = INTEGRATION.path("RequestParameters");

        assertThat(INTEGRATION.path("IntegrationHttpMethod").asText()).isEqualTo("PUT");
        assertThat(INTEGRATION.path("Uri").toString()).contains(":s3:path/", "/inbox/{key}");
        assertThat(parameters.properties())
                .extracting(parameter ->
                        parameter.getKey() + " = " + parameter.getValue().asText())
                .containsExactlyInAnyOrder(
                        "integration.request.path.key = context.requestId",
                        "integration.request.header.Content-Type = method.request.header.Content-Type",
                        "integration.request.header.x-amz-meta-idempotency-key = method.request.header.Idempotency-Key");
    }

    @ParameterizedTest
    @CsvSource({
        "400, 400, EntityTooLarge",
        "400, 400, MetadataTooLarge",
        "500, 400, InvalidRequest",
        "500, 400, ExpiredToken",
        "500, 403, AccessDenied",
        "500, 403, SignatureDoesNotMatch",
        "500, 404, NoSuchBucket",
        "500, 409, OperationAborted",
        "503, 500, InternalError",
        "503, 503, SlowDown",
    })
    void theErrorCodeOfS3Decides(int status, int statusOfS3, String code) {
        String xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>" + code
                + "</Code><Message>arn:aws:s3:::bucket EntityTooLarge</Message><RequestId>r</RequestId></Error>";

        StorageResponsesTest.assertError(StorageApi.answer(StorageApi.post(), statusOfS3, xml), status);
    }

    @ParameterizedTest
    @CsvSource({"''", "{}", "EntityTooLarge", "{\"Code\":\"EntityTooLarge\"}", "PEVycm9yPjxDb2RlPg=="})
    void anErrorThatCannotBeReadIsInternal(String body) {
        StorageResponsesTest.assertError(StorageApi.answer(StorageApi.post(), 400, body), 500);
    }

    @Test
    void theApiMayOnlyPutObjects() {
        JsonNode statement = DEV.onlyStatementOf("StorageFirstRole");

        assertThat(statement.path("Action").asText()).isEqualTo("s3:PutObject");
        assertThat(statement.path("Resource").toString()).contains("StorageFirstBucket", "\"/inbox/*\"");
    }

    @Test
    void theBucketKeepsEveryVersionLongerThanAMessageCanComeBack() {
        DEV.template()
                .hasResourceProperties(
                        "AWS::S3::Bucket",
                        Map.of(
                                "VersioningConfiguration",
                                Map.of("Status", "Enabled"),
                                "PublicAccessBlockConfiguration",
                                Map.of("RestrictPublicBuckets", true, "BlockPublicPolicy", true)));
        JsonNode bucket = DEV.properties(BUCKET);
        JsonNode rule = bucket.at("/LifecycleConfiguration/Rules/0");

        assertThat(rule.path("ExpirationInDays").asInt()).isGreaterThan(10 + 14);
        assertThat(rule.at("/NoncurrentVersionExpiration/NoncurrentDays").asInt())
                .isGreaterThan(10 + 14);
        assertThat(bucket.at("/LifecycleConfiguration/Rules/1/ExpiredObjectDeleteMarker")
                        .asBoolean())
                .isTrue();
        assertThat(bucket.at("/BucketEncryption/ServerSideEncryptionConfiguration/0")
                        .toString())
                .contains("\"AES256\"");
        assertThat(DEV.propertiesOf("AWS::S3::BucketPolicy"))
                .filteredOn(policy -> policy.at("/Bucket/Ref").asText().equals(BUCKET))
                .singleElement()
                .asString()
                .contains("\"aws:SecureTransport\":\"false\"");
    }

    @Test
    void everyNewObjectGetsIntoTheWorkQueue() {
        JsonNode rule = DEV.propertiesOf("AWS::Events::Rule").stream()
                .filter(properties ->
                        properties.at("/EventPattern/source/0").asText().equals("aws.s3"))
                .findFirst()
                .orElseThrow();
        JsonNode target = rule.at("/Targets/0");

        assertThat(DEV.properties(BUCKET)
                        .at("/NotificationConfiguration/EventBridgeConfiguration/EventBridgeEnabled")
                        .asBoolean())
                .isTrue();
        assertThat(rule.at("/EventPattern/source").toString()).isEqualTo("[\"aws.s3\"]");
        assertThat(rule.at("/EventPattern/detail-type").toString()).isEqualTo("[\"Object Created\"]");
        assertThat(rule.at("/EventPattern/detail/object/key").toString()).isEqualTo("[{\"prefix\":\"inbox/\"}]");
        assertThat(queue(target.at("/Arn/Fn::GetAtt/0")).has("RedrivePolicy")).isTrue();
        assertThat(queue(target.at("/DeadLetterConfig/Arn/Fn::GetAtt/0")).has("RedrivePolicy"))
                .isFalse();
        assertThat(target.has("InputPath")).isFalse();
        assertThat(rule.path("State").asText()).isEqualTo("ENABLED");
    }

    @Test
    void theTemplateBringsNoFunctionOfCdk() {
        assertThat(DEV.propertiesOf("AWS::Lambda::Function"))
                .extracting(function -> function.path("Handler").asText())
                .allMatch(handler -> handler.startsWith("[=package].functions."));
        assertThat(DEV.resources())
                .extracting(resource -> resource.path("Type").asText())
                .noneMatch(type -> type.startsWith("Custom::") || type.startsWith("AWS::CloudFormation::"));
    }

    @Test
    void aPointerThatIsLostRaisesAnAlarm() {
        DEV.template()
                .hasResourceProperties(
                        "AWS::CloudWatch::Alarm",
                        Map.of("Namespace", "AWS/Events", "MetricName", "InvocationsFailedToBeSentToDlq"));
        assertThat(DEV.propertiesOf("AWS::SQS::QueuePolicy"))
                .extracting(JsonNode::toString)
                .filteredOn(policy -> policy.contains("events.amazonaws.com"))
                .filteredOn(policy -> policy.contains("aws:SourceArn") && policy.contains("StorageFirstCreated"))
                .as("of the queue and its dead letters")
                .hasSize(2);
    }

    private static JsonNode queue(JsonNode logicalId) {
        return DEV.properties(logicalId.asText());
    }
}
