package [=package].infrastructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

[@imports]
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awscdk.assertions.Match;
[/@imports]

/** The circuit as it is deployed: its table, who may do what to it, and who is told of its changes. */
class CircuitTest {
    private static final String STACK = "[=stackName]-dev";
    private static final String CIRCUIT = "[=resourcePath]";
    private static final SynthesizedStack DEV = SynthesizedStack.of("dev");
    private static final SynthesizedStack PROD = SynthesizedStack.of("prod");
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void theTableIsKeptAndReportsOldAndNew() {
        PROD.template()
                .hasResource(
                        "AWS::DynamoDB::GlobalTable",
                        Map.of(
                                "DeletionPolicy",
                                "Retain",
                                "Properties",
                                Match.objectLike(Map.of(
                                        "BillingMode",
                                        "PAY_PER_REQUEST",
                                        "KeySchema",
                                        List.of(Map.of("AttributeName", "id", "KeyType", "HASH")),
                                        "StreamSpecification",
                                        Map.of("StreamViewType", "NEW_AND_OLD_IMAGES"),
                                        "TimeToLiveSpecification",
                                        Match.absent(),
                                        "Replicas",
                                        List.of(Match.objectLike(Map.of(
                                                "PointInTimeRecoverySpecification",
                                                Map.of("PointInTimeRecoveryEnabled", true),
                                                "DeletionProtectionEnabled",
                                                true)))))));
    }

    @Test
    void theBreakerMayReadAndMoveTheCircuit() {
        JsonNode statement = onTheCircuit("WorkerMachineRole").get(0);

        assertThat(onTheCircuit("WorkerMachineRole")).hasSize(1);
        assertThat(statement.path("Action").toString()).isEqualTo("[\"dynamodb:GetItem\",\"dynamodb:UpdateItem\"]");
    }

    @Test
    void theWatchMayOnlyReadItAndReport() {
        assertThat(onTheCircuit("CircuitWatchMachineRole"))
                .extracting(statement -> statement.path("Action").asText())
                .containsExactly("dynamodb:GetItem");
        DEV.template()
                .hasResourceProperties(
                        "AWS::IAM::Policy",
                        Match.objectLike(Map.of(
                                "PolicyDocument",
                                Map.of(
                                        "Statement",
                                        Match.arrayWith(List.of(Map.of(
                                                "Action",
                                                "cloudwatch:PutMetricData",
                                                "Effect",
                                                "Allow",
                                                "Resource",
                                                "*",
                                                "Condition",
                                                Map.of("StringEquals", Map.of("cloudwatch:namespace", STACK))))),
                                        "Version",
                                        "2012-10-17"))));
    }

    @Test
    void thePipeMayOnlyReadTheStreamAndPutEvents() {
        List<JsonNode> statements = DEV.statementsOf("CircuitEventsRole");

        assertThat(statements).hasSize(2);
        assertThat(statements.get(0).at("/Resource/Fn::GetAtt/1").asText()).isEqualTo("StreamArn");
        assertThat(statements.get(1).path("Action").asText()).isEqualTo("events:PutEvents");
        assertThat(statements.get(1).path("Resource").toString()).contains(":event-bus/default");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            # old, new, whether it is an event
            CLOSED, OPEN, true
            OPEN, HALF_OPEN, true
            HALF_OPEN, OPEN, true
            HALF_OPEN, CLOSED, true
            OPEN, CLOSED, true
            CLOSED, HALF_OPEN, true
            CLOSED, BROKEN, true
            , OPEN, true
            , CLOSED, false
            CLOSED, CLOSED, false
            OPEN, OPEN, false
            HALF_OPEN, HALF_OPEN, false
            """)
    void aChangeOfStatusIsAnEventWhoeverMadeIt(String from, String to, boolean expected) {
        List<JsonNode> filters = filters();

        assertThat(filters).hasSizeLessThanOrEqualTo(5);
        assertThat(filters.stream().anyMatch(filter -> matches(filter, from, to)))
                .isEqualTo(expected);
    }

    @Test
    void theEventNamesTheStackAndTellsWhatHappened() throws JsonProcessingException {
        JsonNode target = pipe().path("TargetParameters");

        assertThat(target.at("/EventBridgeEventBusParameters/Source").asText()).isEqualTo(STACK);
        assertThat(target.at("/EventBridgeEventBusParameters/DetailType").asText())
                .isEqualTo("circuit.state.changed");
        assertThat(JSON.readTree(target.path("InputTemplate").asText()).properties())
                .extracting(Map.Entry::getKey)
                .containsExactly("circuit", "from", "to", "reason", "at");
    }

    @Test
    void theAlarmTopicIsToldAndLetsNobodyElseIn() {
        JsonNode rule = DEV.propertiesOf("AWS::Events::Rule").stream()
                .filter(candidate -> candidate.path("Targets").toString().contains("AlarmTopic"))
                .findFirst()
                .orElseThrow();

        assertThat(rule.at("/EventPattern/source/0").asText()).isEqualTo(STACK);
        assertThat(rule.at("/EventPattern/detail/circuit/0").asText()).isEqualTo(CIRCUIT);
        DEV.template()
                .hasResourceProperties(
                        "AWS::SNS::TopicPolicy",
                        Map.of(
                                "PolicyDocument",
                                Match.objectLike(Map.of(
                                        "Statement",
                                        Match.arrayWith(List.of(Match.objectLike(Map.of(
                                                "Principal",
                                                Map.of("Service", "events.amazonaws.com"),
                                                "Action",
                                                "sns:Publish",
                                                "Condition",
                                                Match.objectLike(Map.of("ArnEquals", Match.anyValue()))))))))));
    }

    @Test
    void aCircuitThatStaysOpenRaisesAnAlarm() {
        DEV.template()
                .hasResourceProperties(
                        "AWS::CloudWatch::Alarm",
                        Map.of(
                                "MetricName",
                                "CircuitOpen",
                                "Namespace",
                                STACK,
                                "Dimensions",
                                List.of(Map.of("Name", "Circuit", "Value", CIRCUIT)),
                                "Period",
                                60,
                                "EvaluationPeriods",
                                15,
                                "Threshold",
                                1));
    }

    @Test
    void itIsMeasuredEveryMinute() {
        DEV.template()
                .hasResourceProperties(
                        "AWS::Scheduler::Schedule", Match.objectLike(Map.of("ScheduleExpression", "rate(1 minute)")));
        DEV.template().resourceCountIs("AWS::CloudWatch::Dashboard", 1);
    }

    @Test
    void whatToDoWithoutTheTableIsAKnownSetting() {
        Map<String, String> unknown = Map.of("circuitTableDown", "open");

        assertThatThrownBy(() -> Synthesis.stack(unknown))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'open'")
                .hasMessageContaining("-c circuitTableDown=work");
    }

    private static List<JsonNode> onTheCircuit(String role) {
        return DEV.statementsOf(role).stream()
                .filter(statement -> statement.path("Action").toString().contains("dynamodb:"))
[#if slot("breaker.ledger")?has_content]
                .filter(statement -> statement.path("Resource").toString().contains("[\"CircuitTable"))
[#else]
                .filter(statement ->
                        statement.at("/Resource/Fn::GetAtt/0").asText().startsWith("CircuitTable"))
[/#if]
                .toList();
    }

    private static JsonNode pipe() {
        return DEV.propertiesOf("AWS::Pipes::Pipe").stream()
                .filter(pipe -> pipe.path("TargetParameters").has("EventBridgeEventBusParameters"))
                .findFirst()
                .orElseThrow();
    }

    private static List<JsonNode> filters() {
        List<JsonNode> filters = new ArrayList<>();
        for (JsonNode filter : pipe().at("/SourceParameters/FilterCriteria/Filters")) {
            try {
                filters.add(JSON.readTree(filter.path("Pattern").asText()));
            } catch (JsonProcessingException e) {
                throw new AssertionError("No JSON: " + filter, e);
            }
        }
        return filters;
    }

    /** As EventBridge matches, with what these filters use of its language: equality, anything-but, exists false. */
    private static boolean matches(JsonNode filter, String from, String to) {
        return matches(filter.at("/dynamodb/OldImage/status/S/0"), from)
                && matches(filter.at("/dynamodb/NewImage/status/S/0"), to);
    }

    private static boolean matches(JsonNode pattern, String value) {
        if (pattern.has("exists")) {
            return pattern.path("exists").asBoolean() == (value != null);
        }
        if (pattern.has("anything-but")) {
            return value != null && !pattern.at("/anything-but/0").asText().equals(value);
        }
        return pattern.asText().equals(value);
    }
}
