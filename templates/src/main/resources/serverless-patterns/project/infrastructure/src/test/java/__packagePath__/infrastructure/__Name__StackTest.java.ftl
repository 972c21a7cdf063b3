package [=package].infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awscdk.assertions.Match;
import software.amazon.awscdk.assertions.Template;

/** What the stack promises; not every property that it sets. */
class [=Name]StackTest {
    private static final Template DEV = template("dev");
    private static final Template PROD = template("prod");

    private static Template template(String stage) {
        return Template.fromStack(Synthesis.stack(Map.of("stage", stage)));
    }

    @Test
    void everyMethodWithABodyIsValidatedAndAuthorized() {
        var methods = resources("AWS::ApiGateway::Method");

        assertThat(methods).isNotEmpty();
        for (JsonNode method : methods) {
            assertThat(method.path("AuthorizationType").asText()).isNotIn("", "NONE");
            if (List.of("POST", "PUT", "PATCH")
                    .contains(method.path("HttpMethod").asText())) {
                assertThat(method.has("RequestValidatorId")).isTrue();
                assertThat(method.path("RequestModels").has("application/json")).isTrue();
            }
        }
        DEV.hasResourceProperties(
                "AWS::ApiGateway::RequestValidator",
                Map.of("ValidateRequestBody", true, "ValidateRequestParameters", true));
    }

    @Test
    void onlyAStoredRequestIsAccepted() {
        JsonNode integration = resources("AWS::ApiGateway::Method").get(0).path("Integration");
        var statusCodes = new HashSet<String>();

        for (JsonNode response : integration.path("IntegrationResponses")) {
            String status = response.path("StatusCode").asText();
            assertThat(statusCodes.add(status)).as("%s is there once", status).isTrue();
            boolean isSuccess =
                    "2\\d{2}".equals(response.path("SelectionPattern").asText());
            assertThat(status.startsWith("2")).as(status).isEqualTo(isSuccess);
        }
        assertThat(statusCodes).containsExactlyInAnyOrder("202", "400", "500", "503");
        assertThat(integration.path("PassthroughBehavior").asText()).isEqualTo("NEVER");
        assertThat(integration.path("RequestTemplates").path("application/json").asText())
                .isEqualTo(RequestTemplate.of("idempotency-key", "sqs-send-message")
                        .text());
    }

    @Test
    void theApiMayOnlySendToTheWorkQueue() {
        String stored = resources("AWS::ApiGateway::Method")
                .get(0)
                .at("/Integration/Credentials/Fn::GetAtt/0")
                .asText();
        JsonNode role = resource(stored);
        JsonNode statement = role.at("/Policies/0/PolicyDocument/Statement");

        assertThat(role.path("Policies")).hasSize(1);
        assertThat(role.has("ManagedPolicyArns")).isFalse();
        assertThat(resources("AWS::IAM::Policy").toString()).doesNotContain(stored);
        assertThat(statement).hasSize(1);
        assertThat(statement.at("/0/Action").asText()).isEqualTo("sqs:SendMessage");
        assertThat(resource(statement.at("/0/Resource/Fn::GetAtt/0").asText()).has("RedrivePolicy"))
                .as("it is the work queue, not the dead-letter queue")
                .isTrue();
    }

    @Test
    void theFunctionMayNotTouchMoreThanItUses() {
        for (JsonNode statement : statementsOf("ConsumerProcessRole")) {
            boolean isTracing = statement.path("Action").toString().contains("xray:");
            assertThat(statement.path("Resource").toString().contains("\"*\"")).isEqualTo(isTracing);
            assertThat(statement.path("Action").toString()).doesNotContain("*");
        }
        assertThat(resources("AWS::IAM::Role").toString()).doesNotContain("AWSLambdaBasicExecutionRole");
    }

    @Test
    void aMessageIsDeliveredAgainOnlyWhenItsFunctionIsGone() {
        int timeout = resources("AWS::Lambda::Function").get(0).path("Timeout").asInt();

        DEV.hasResourceProperties(
                "AWS::SQS::Queue", Map.of("VisibilityTimeout", 6 * timeout, "MessageRetentionPeriod", 864000));
    }

    @Test
    void deadLettersAreKeptLongerThanMessagesAndTakeTheLargest() {
        JsonNode queue = queues("RedrivePolicy", true);
        JsonNode deadLetters = queues("RedrivePolicy", false);

        assertThat(deadLetters.path("MessageRetentionPeriod").asInt())
                .isGreaterThan(queue.path("MessageRetentionPeriod").asInt());
        assertThat(queue.path("MaximumMessageSize").asInt()).isEqualTo(200 * 1024);
        assertThat(deadLetters.path("MaximumMessageSize").asInt())
                .isGreaterThan(queue.path("MaximumMessageSize").asInt());
    }

    @Test
    void theLedgerRemembersLongerThanAMessageCanComeBack() {
        JsonNode environment =
                resources("AWS::Lambda::Function").get(0).path("Environment").path("Variables");

        assertThat(environment.path("RETAIN_DAYS").asInt()).isGreaterThan(10 + 14);
        DEV.hasResourceProperties(
                "AWS::DynamoDB::GlobalTable",
                Map.of("TimeToLiveSpecification", Map.of("AttributeName", "expiresAt", "Enabled", true)));
    }

    @Test
    void theFunctionIsCalledThroughItsAliasAndReportsEachFailure() {
        JsonNode mapping = resources("AWS::Lambda::EventSourceMapping").get(0);

        assertThat(mapping.path("FunctionName").toString()).contains(":live");
        assertThat(mapping.path("FunctionResponseTypes").toString()).isEqualTo("[\"ReportBatchItemFailures\"]");
        assertThat(mapping.path("ScalingConfig").path("MaximumConcurrency").asInt())
                .isBetween(2, 1000);
        DEV.hasResourceProperties("AWS::Lambda::Function", Map.of("SnapStart", Map.of("ApplyOn", "PublishedVersions")));
    }

    @Test
    void theHandlerExists() {
        String handler =
                resources("AWS::Lambda::Function").get(0).path("Handler").asText();
        String classFile = "/" + handler.replace('.', '/') + ".class";

        assertThat(getClass().getResource(classFile)).as(classFile).isNotNull();
    }

    @Test
    void alarmsReachSomeone() {
        var alarms = resources("AWS::CloudWatch::Alarm");

        assertThat(alarms)
                .hasSize(2)
                .allSatisfy(alarm -> assertThat(alarm.path("AlarmActions")).hasSize(1));
        DEV.hasResourceProperties("AWS::SNS::TopicPolicy", policyWith("cloudwatch.amazonaws.com", "sns:Publish"));
        Template.fromStack(Synthesis.stack(Map.of("alarmEmail", "me@example.org")))
                .hasResourceProperties(
                        "AWS::SNS::Subscription", Map.of("Protocol", "email", "Endpoint", "me@example.org"));
    }

    private static Map<String, Object> policyWith(String service, String action) {
        return Map.of(
                "PolicyDocument",
                Map.of(
                        "Statement",
                        Match.arrayWith(List.of(Match.objectLike(Map.of(
                                "Action", action, "Effect", "Allow", "Principal", Map.of("Service", service)))))));
    }

    @ParameterizedTest
    @CsvSource({"AWS::SQS::Queue", "AWS::DynamoDB::GlobalTable"})
    void requestsAndResultsOutliveAProductionStack(String type) {
        assertThat(DEV.findResources(type)).isNotEmpty();
        DEV.allResources(type, Map.of("DeletionPolicy", "Delete"));
        PROD.allResources(type, Map.of("DeletionPolicy", "Retain"));
    }

    @Test
    void aProductionStackIsProtected() {
        assertThat(Synthesis.stack(Map.of("stage", "prod")).getTerminationProtection())
                .isTrue();
        assertThat(Synthesis.stack(Map.of("stage", "dev")).getTerminationProtection())
                .isFalse();
        assertThat(PROD.toJSON().toString()).contains("DeletionProtectionEnabled=true");
        assertThat(DEV.toJSON().toString()).doesNotContain("DeletionProtectionEnabled=true");
    }

    @Test
    void everyLogIsDeletedInTime() {
        assertThat(resources("AWS::Logs::LogGroup")).hasSize(3).allMatch(log -> log.has("RetentionInDays"));
        DEV.allResourcesProperties("AWS::Logs::LogGroup", Map.of("RetentionInDays", 7));
        PROD.allResourcesProperties("AWS::Logs::LogGroup", Map.of("RetentionInDays", 90));
    }

    @Test
    void theLogsRoleOfTheAccountOutlivesTheStackOrIsLeftAlone() {
        DEV.allResources("AWS::ApiGateway::Account", Map.of("DeletionPolicy", "Retain"));
        DEV.resourceCountIs("AWS::ApiGateway::Account", 1);
        Template.fromStack(Synthesis.stack(Map.of("apiGatewayLogsRole", "existing")))
                .resourceCountIs("AWS::ApiGateway::Account", 0);
    }

    private static List<JsonNode> statementsOf(String rolePrefix) {
        List<JsonNode> statements = resources("AWS::IAM::Policy").stream()
                .filter(policy ->
                        policy.path("Roles").path(0).path("Ref").asText().startsWith(rolePrefix))
                .flatMap(policy -> stream(policy.path("PolicyDocument").path("Statement")))
                .toList();
        assertThat(statements).as("statements of " + rolePrefix).isNotEmpty();
        return statements;
    }

    private static JsonNode queues(String property, boolean present) {
        return resources("AWS::SQS::Queue").stream()
                .filter(queue -> queue.has(property) == present)
                .findFirst()
                .orElseThrow();
    }

    /** The properties of the resources of a type in the dev stage. */
    private static List<JsonNode> resources(String type) {
        JsonNode resources = new ObjectMapper().valueToTree(DEV.findResources(type));
        return stream(resources).map(resource -> resource.path("Properties")).toList();
    }

    private static JsonNode resource(String logicalId) {
        JsonNode template = new ObjectMapper().valueToTree(DEV.toJSON());
        return template.path("Resources").path(logicalId).path("Properties");
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
