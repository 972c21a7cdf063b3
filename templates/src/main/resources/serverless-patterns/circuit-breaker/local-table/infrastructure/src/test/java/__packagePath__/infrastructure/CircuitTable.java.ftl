package [=package].infrastructure;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;
import software.amazon.dynamodb.services.local.embedded.DynamoDBEmbedded;

/** A new, empty table of a circuit in DynamoDB Local (in memory, no socket), the faults before it, and a count of its use. */
final class CircuitTable implements DynamoDbClient {
    static final String CIRCUIT = "circuit-1";

    private static final DynamoDbClient SERVER = DynamoDBEmbedded.create().dynamoDbClient();

    final String name = "circuit-" + UUID.randomUUID();
    boolean readsFail;
    boolean writesFail;
    /** The service acts, the answer is lost, and the request is sent again. */
    boolean answersAreLost;
    /** How long each call takes, before which it may fail. */
    Runnable delay = () -> {};

    private int reads;
    private int writes;

    CircuitTable() {
        SERVER.createTable(create -> create.tableName(name)
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

    /** How often it was asked to read. */
    int reads() {
        return reads;
    }

    /** How often it was asked to write, in vain too. */
    int writes() {
        return writes;
    }

    /** The circuit; empty when there is no record. */
    Map<String, AttributeValue> item() {
        return SERVER.getItem(get -> get.tableName(name).key(Map.of("id", AttributeValue.fromS(CIRCUIT))))
                .item();
    }

    String text(String attribute) {
        return item().get(attribute).s();
    }

    long number(String attribute) {
        return Long.parseLong(item().get(attribute).n());
    }

    /** Writes the circuit anew, as somebody else would. */
    void put(Map<String, AttributeValue> attributes) {
        Map<String, AttributeValue> item = new HashMap<>(attributes);
        item.put("id", AttributeValue.fromS(CIRCUIT));
        SERVER.putItem(put -> put.tableName(name).item(item));
    }

    /** Changes attributes of the circuit, as somebody else would. */
    void change(Map<String, AttributeValue> attributes) {
        Map<String, AttributeValue> item = new HashMap<>(item());
        item.putAll(attributes);
        put(item);
    }

    @Override
    public GetItemResponse getItem(GetItemRequest request) {
        reads++;
        delay.run();
        failIf(readsFail);
        return SERVER.getItem(request);
    }

    @Override
    public UpdateItemResponse updateItem(UpdateItemRequest request) {
        writes++;
        delay.run();
        failIf(writesFail);
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
