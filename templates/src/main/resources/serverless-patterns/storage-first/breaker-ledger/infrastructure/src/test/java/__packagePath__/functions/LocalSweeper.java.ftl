package [=package].functions;

import com.amazonaws.services.lambda.runtime.Context;
import java.lang.reflect.Proxy;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Consumer;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageResponse;
import software.amazon.lambda.powertools.metrics.Metrics;
import software.amazon.lambda.powertools.metrics.MetricsFactory;

/** The handler of the sweeper that is deployed, before a queue of the test. */
public final class LocalSweeper {
    private final SweepHandler handler;

    /** @param queue gets the text of each message */
    public LocalSweeper(DynamoDbClient dynamoDb, String table, InstantSource clock, Consumer<String> queue) {
        MetricsFactory.setMetricsProvider(() -> standIn(Metrics.class));
        handler = new SweepHandler(new UnseenRequests(dynamoDb, table), new Queue(queue), "work-queue", clock);
    }

    /** One run as its schedule starts it; says how many requests it queued. */
    public int sweep() {
        return handler.handleRequest(Map.of("unseenFor", "PT25H"), standIn(Context.class));
    }

    private static <T> T standIn(Class<T> type) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> method.getReturnType() == int.class ? 60_000 : null));
    }

    private record Queue(Consumer<String> texts) implements SqsClient {
        @Override
        public SendMessageResponse sendMessage(SendMessageRequest request) {
            texts.accept(request.messageBody());
            return SendMessageResponse.builder().build();
        }

        @Override
        public String serviceName() {
            return SERVICE_NAME;
        }

        @Override
        public void close() {}
    }
}
