package [=package].infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

[@imports]
import [=package].infrastructure.asl.Execution;
import [=package].infrastructure.asl.LocalAws;
import [=package].infrastructure.asl.StateMachine;
import [=package].infrastructure.asl.TaskFailure;
import [=package].infrastructure.asl.VirtualClock;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.dynamodb.services.local.embedded.DynamoDBEmbedded;
[/@imports]

/** The work: {@code do-work.asl.json}, run as it is deployed on DynamoDB Local. */
class DoWorkTest {
    private static final DynamoDbClient SERVER = DynamoDBEmbedded.create().dynamoDbClient();

    private final VirtualClock clock = new VirtualClock(Instant.parse("2026-01-01T00:00:00Z"));
    private final LocalAws aws = new LocalAws(clock).dynamoDb(SERVER);
    private final String table = "work-" + UUID.randomUUID();
    private final StateMachine work =
            StateMachine.of(StateMachineWork.definition().text(), Map.of("TableName", table), aws);

    @BeforeEach
    void anEmptyTable() {
        SERVER.createTable(create -> create.tableName(table)
                .keySchema(KeySchemaElement.builder()
                        .attributeName("id")
                        .keyType(KeyType.HASH)
                        .build())
                .attributeDefinitions(AttributeDefinition.builder()
                        .attributeName("id")
                        .attributeType(ScalarAttributeType.S)
                        .build())
                .billingMode(BillingMode.PAY_PER_REQUEST));
    }

    @Test
    void aRequestIsSaved() {
        Execution execution = work.run(request("k1", "{\"name\": \"left-handed hammer\", \"quantity\": 3}"));

        assertThat(execution.output().toString()).isEqualTo("{\"outcome\":\"DONE\"}");
        assertThat(item("k1"))
                .containsEntry("name", AttributeValue.fromS("left-handed hammer"))
                .containsEntry("quantity", AttributeValue.fromN("3"))
                .containsEntry("receivedAt", AttributeValue.fromN("1767225600000"));
    }

    @Test
    void aRequestThatIsTriedAgainIsSavedOnce() {
        work.run(request("k1", "{\"name\": \"first\", \"quantity\": 1}"));

        Execution again = work.run(request("k1", "{\"name\": \"second\", \"quantity\": 2}"));

        assertThat(again.output().toString()).isEqualTo("{\"outcome\":\"DUPLICATE\"}");
        assertThat(item("k1")).containsEntry("name", AttributeValue.fromS("first"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{}", "[]", "3", "{\"name\": 1, \"quantity\": 1}", "{\"name\": \"n\", \"quantity\": \"1\"}"})
    void whatCanNeverBeWorkedOnIsRejected(String body) {
        Execution execution = work.run(request("k1", body));

        assertThat(execution.error()).isEqualTo("Work.Rejected");
        assertThat(execution.states()).doesNotContain("Save");
    }

    @Test
    void aBodyThatIsNoJsonCannotBeRead() {
        assertThat(work.run(request("k1", "hammer")).error()).isEqualTo("States.QueryEvaluationError");
    }

    @Test
    void aProbeReadsAndWritesNothing() {
        ObjectNode probe = request("probe-1", "").put("probe", true);

        assertThat(work.run(probe).output().toString()).isEqualTo("{\"outcome\":\"HEALTHY\"}");
        assertThat(item("probe-1")).isEmpty();
    }

    @Test
    void anOutageFailsTheWorkAndTheProbe() {
        for (String action : new String[] {"putItem", "getItem"}) {
            aws.task("arn:aws:states:::dynamodb:" + action, arguments -> {
                throw new TaskFailure("DynamoDB.InternalServerErrorException", "");
            });
        }

        assertThat(work.run(request("k1", "{\"name\": \"n\", \"quantity\": 1}")).error())
                .isEqualTo("DynamoDB.InternalServerErrorException");
        assertThat(work.run(request("probe-1", "").put("probe", true)).error())
                .isEqualTo("DynamoDB.InternalServerErrorException");
    }

    @Test
    void aTableThatDoesNotAnswerIsNotWaitedFor() {
        aws.task("arn:aws:states:::dynamodb:putItem", arguments -> {
            clock.advance(Duration.ofSeconds(30));
            return JsonNodeFactory.instance.objectNode();
        });

        assertThat(work.run(request("k1", "{\"name\": \"n\", \"quantity\": 1}")).error())
                .isEqualTo("States.Timeout");
    }

    @ParameterizedTest
    @ValueSource(strings = {"it's \"quoted\" \\\\ \uD83D\uDE80", "{% 1 %}", "${TableName}", "\u2028\t\u0001"})
    void anyTextIsANameAndNothingElse(String name) {
        String body = JsonNodeFactory.instance
                .objectNode()
                .put("name", name)
                .put("quantity", 1)
                .toString();

        assertThat(work.run(request("k1", body)).status()).isEqualTo("SUCCEEDED");
        assertThat(item("k1")).containsEntry("name", AttributeValue.fromS(name)).hasSize(4);
    }

    private static ObjectNode request(String id, String body) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", id)
                .put("receivedAt", 1_767_225_600_000L)
                .put("body", body);
    }

    private Map<String, AttributeValue> item(String id) {
        return SERVER.getItem(get -> get.tableName(table).key(Map.of("id", AttributeValue.fromS(id))))
                .item();
    }
}
