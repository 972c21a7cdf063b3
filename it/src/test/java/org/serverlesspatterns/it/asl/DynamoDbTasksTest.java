package org.serverlesspatterns.it.asl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.acme.shop.infrastructure.asl.Execution;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.dynamodb.services.local.embedded.DynamoDBEmbedded;

/**
 * DynamoDB by both integrations, on DynamoDB Local; the names of errors as they were recorded on AWS.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/connect-ddb.html">DynamoDB APIs</a>
 */
class DynamoDbTasksTest {
    private static final String OPTIMIZED = "dynamodb";
    private static final String SDK = "aws-sdk:dynamodb";
    private static DynamoDbClient client;

    private final Machines machines = new Machines();

    @BeforeAll
    static void start() {
        client = DynamoDBEmbedded.create().dynamoDbClient();
        client.createTable(CreateTableRequest.builder()
                .tableName("things")
                .keySchema(KeySchemaElement.builder()
                        .attributeName("id")
                        .keyType(KeyType.HASH)
                        .build())
                .attributeDefinitions(AttributeDefinition.builder()
                        .attributeName("id")
                        .attributeType(ScalarAttributeType.S)
                        .build())
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .build());
    }

    @AfterAll
    static void stop() {
        client.close();
    }

    @BeforeEach
    void bind() {
        machines.aws.dynamoDb(client);
    }

    @ParameterizedTest
    @CsvSource({OPTIMIZED, SDK})
    void putsGetsUpdatesAndDeletes(String integration) {
        var item = "{\"id\": {\"S\": \"1\"}, \"n\": {\"N\": \"5\"}, \"b\": {\"BOOL\": true}, \"x\": {\"NULL\": true},"
                + " \"l\": {\"L\": [{\"S\": \"a\"}]}, \"m\": {\"M\": {\"k\": {\"SS\": [\"v\"]}}}}";
        run(integration + ":putItem", "\"Item\": " + item);
        var got = run(integration + ":getItem", "\"Key\": {\"id\": {\"S\": \"1\"}}, \"ConsistentRead\": true");
        var updated = run(integration + ":updateItem", """
            "Key": {"id": {"S": "1"}}, "UpdateExpression": "SET n = n + :one", "ReturnValues": "UPDATED_NEW",
            "ExpressionAttributeValues": {":one": {"N": "1"}}\
            """);
        run(integration + ":deleteItem", "\"Key\": {\"id\": {\"S\": \"1\"}}");
        var gone = run(integration + ":getItem", "\"Key\": {\"id\": {\"S\": \"1\"}}");

        assertThat(got.output().path("Item")).isEqualTo(Machines.json(item));
        assertThat(updated.output().path("Attributes")).isEqualTo(Machines.json("{\"n\": {\"N\": \"6\"}}"));
        assertThat(gone.status()).isEqualTo("SUCCEEDED");
        assertThat(gone.output().has("Item")).isFalse();
        // Recorded: only the optimized integration tells about HTTP.
        assertThat(gone.output().has("SdkHttpMetadata")).isEqualTo(integration.equals(OPTIMIZED));
    }

    @Test
    void queries() {
        run(SDK + ":putItem", "\"Item\": {\"id\": {\"S\": \"q\"}}");
        var found = run(SDK + ":query", """
            "KeyConditionExpression": "id = :id", "ExpressionAttributeValues": {":id": {"S": "q"}}, "Limit": 1\
            """);

        assertThat(found.output().path("Count").asInt()).isOne();
        assertThat(found.output().path("Items")).isEqualTo(Machines.json("[{\"id\": {\"S\": \"q\"}}]"));
        // There is no optimized integration of it.
        assertThatThrownBy(() -> run(OPTIMIZED + ":query", "\"Limit\": 1"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("dynamodb:query");
    }

    @ParameterizedTest
    @CsvSource({
        "dynamodb,         DynamoDB.ConditionalCheckFailedException, Error Code: ConditionalCheckFailedException;",
        "aws-sdk:dynamodb, DynamoDb.ConditionalCheckFailedException, 'Service: DynamoDb, Status Code: 400,'",
    })
    void aConditionThatDoesNotHold(String integration, String error, String cause) {
        var execution = run(
                integration + ":putItem",
                "\"Item\": {\"id\": {\"S\": \"c\"}}, \"ConditionExpression\": \"attribute_exists(id)\"");

        assertThat(execution.error()).isEqualTo(error);
        assertThat(execution.cause()).contains(cause);
    }

    @ParameterizedTest
    @CsvSource({
        "dynamodb,         DynamoDB.AmazonDynamoDBException, Error Code: ValidationException;",
        "aws-sdk:dynamodb, DynamoDb.DynamoDbException,       'Service: DynamoDb, Status Code: 400,'",
    })
    void aRequestThatIsWrong(String integration, String error, String cause) {
        var execution = run(integration + ":getItem", "\"Key\": {\"other\": {\"S\": \"1\"}}");

        assertThat(execution.error()).isEqualTo(error);
        assertThat(execution.cause()).contains(cause);
    }

    @ParameterizedTest
    @CsvSource({"dynamodb, DynamoDB.ResourceNotFoundException", "aws-sdk:dynamodb, DynamoDb.ResourceNotFoundException"})
    void aTableThatIsNotThere(String integration, String error) {
        var execution = machines.state("""
            "Type": "Task", "Resource": "arn:aws:states:::%s:getItem",
            "Arguments": {"TableName": "none", "Key": {"id": {"S": "1"}}}\
            """.formatted(integration)).run("{}");

        assertThat(execution.error()).isEqualTo(error);
    }

    @ParameterizedTest
    @CsvSource({"dynamodb, DynamoDB.SdkClientException", "aws-sdk:dynamodb, DynamoDb.SdkClientException"})
    void aServiceThatDoesNotAnswer(String integration, String error) {
        machines.aws.dynamoDb(new Unreachable());

        assertThat(run(integration + ":getItem", "\"Key\": {\"id\": {\"S\": \"1\"}}")
                        .error())
                .isEqualTo(error);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"Key\": {\"id\": {\"S\": 1}}   | The value for the field 'S' must be a STRING",
                "\"Item\": {\"n\": {\"N\": 5}}   | The value for the field 'N' must be a STRING",
                "\"Limit\": \"1\"                | The value for the field 'Limit' must be a INTEGER",
                "\"Keys\": {}                    | The field \"Keys\" is not supported by Step Functions",
            })
    void whatDoesNotFitTheApiCannotBeSent(String arguments, String cause) {
        var action = arguments.contains("Limit") ? "query" : arguments.contains("Item") ? "putItem" : "getItem";
        var execution = run(SDK + ":" + action, arguments);

        assertThat(execution.error()).isEqualTo("States.Runtime");
        assertThat(execution.cause()).contains(cause);
    }

    private Execution run(String resource, String arguments) {
        return machines.state("""
            "Type": "Task", "Resource": "arn:aws:states:::%s", "Arguments": {"TableName": "things", %s}\
            """.formatted(resource, arguments)).run("{}");
    }

    private static final class Unreachable implements DynamoDbClient {
        @Override
        public GetItemResponse getItem(GetItemRequest request) {
            throw SdkClientException.create("Unable to execute HTTP request");
        }

        @Override
        public String serviceName() {
            return SERVICE_NAME;
        }

        @Override
        public void close() {}
    }
}
