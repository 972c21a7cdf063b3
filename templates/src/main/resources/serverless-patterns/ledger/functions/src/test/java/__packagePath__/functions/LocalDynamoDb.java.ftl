package [=package].functions;

import java.util.Map;
import java.util.UUID;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;
import software.amazon.dynamodb.services.local.embedded.DynamoDBEmbedded;

/** A new, empty ledger table in DynamoDB Local (in memory, no socket), and the faults of a network before it. */
final class LocalDynamoDb implements DynamoDbClient {
    private static final DynamoDbClient SERVER = DynamoDBEmbedded.create().dynamoDbClient();

    final String table = "ledger-" + UUID.randomUUID();
    boolean putsFail;
    boolean updatesFail;
    /** The service acts, the answer is lost, and the SDK sends the request again. */
    boolean answersAreLost;

    LocalDynamoDb() {
        SERVER.createTable(CreateTableRequest.builder()
                .tableName(table)
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

    Map<String, AttributeValue> row(String id) {
        Map<String, AttributeValue> key = Map.of("id", AttributeValue.fromS(id));
        GetItemRequest request =
                GetItemRequest.builder().tableName(table).key(key).build();
        return SERVER.getItem(request).item();
    }

    @Override
    public PutItemResponse putItem(PutItemRequest request) {
        failIf(putsFail);
        if (answersAreLost) {
            SERVER.putItem(request);
        }
        return SERVER.putItem(request);
    }

    @Override
    public UpdateItemResponse updateItem(UpdateItemRequest request) {
        failIf(updatesFail);
        if (answersAreLost) {
            SERVER.updateItem(request);
        }
        return SERVER.updateItem(request);
    }

    private static void failIf(boolean outage) {
        if (outage) {
            throw SdkClientException.create("DynamoDB does not answer");
        }
    }

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public void close() {}
}
