package [=package].infrastructure;

[@imports]
import [=package].functions.LocalHandler;
import [=package].infrastructure.asl.LocalAws;
import [=package].infrastructure.asl.VirtualClock;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
[/@imports]

/** What the circuit breaker calls: the real handler, on a ledger in DynamoDB Local, before a service of the test. */
final class LocalWork {
    private final LocalHandler handler;

    LocalWork(VirtualClock clock, DynamoDbClient dynamoDb, FakeService service) {
        handler = new LocalHandler(dynamoDb, clock, id -> work(service, id), service::answer);
    }

    private static void work(FakeService service, String id) {
        try {
            service.work(id);
        } catch (FakeService.Rejection rejection) {
            throw LocalHandler.rejection("the service rejects it");
        }
    }

    /** @return the substitutions of the circuit breaker that stand for the work */
    Map<String, String> bind(LocalAws aws) {
        aws.lambda("work", handler::handle);
        return Map.of(
                "WorkFunctionArn", "work",
                "RejectedRequestException", "[=package].functions.RejectedRequestException",
                "RequestInProgressException", "[=package].functions.RequestInProgressException");
    }

    /** Whether the ledger has the result of a request. */
    boolean isCompleted(String id) {
        return handler.isCompleted(id);
    }
}
