package [=package].infrastructure;

[@imports]
import [=package].functions.CrudHandlers;
import [=package].infrastructure.asl.LocalAws;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.InstantSource;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
[/@imports]

/** What the tasks of the state machines call: the functions of the template, each with the handler that it names. */
final class LocalTasks {
    private LocalTasks() {}

    static void bind(LocalAws aws, JsonNode resources, DynamoDbClient dynamoDb, InstantSource clock) {
        resources.properties().stream()
                .filter(resource -> resource.getKey().startsWith("CrudTasks"))
                .filter(resource -> resource.getValue().path("Type").asText().equals("AWS::Lambda::Alias"))
                .forEach(alias -> {
                    String function =
                            alias.getValue().at("/Properties/FunctionName/Ref").asText();
                    JsonNode properties = resources.path(function).path("Properties");
                    Map<String, String> environment = Deployed.texts(properties.at("/Environment/Variables"));
                    CrudHandlers handlers = new CrudHandlers(dynamoDb, environment, clock);
                    aws.lambda(
                            alias.getKey(),
                            handlers.handler(properties.path("Handler").asText()));
                });
    }
}
