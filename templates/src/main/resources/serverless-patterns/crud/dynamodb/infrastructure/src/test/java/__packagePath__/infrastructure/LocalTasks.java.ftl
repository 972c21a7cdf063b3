package [=package].infrastructure;

[@imports]
import [=package].infrastructure.asl.LocalAws;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.InstantSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
[/@imports]

/** What the tasks of the state machines call: DynamoDB. */
final class LocalTasks {
    private LocalTasks() {}

    static void bind(LocalAws aws, JsonNode resources, DynamoDbClient dynamoDb, InstantSource clock) {
        aws.dynamoDb(dynamoDb);
    }
}
