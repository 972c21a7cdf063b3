package [=package].functions;

[@imports]
import [=package].infrastructure.asl.TaskFunction;
import com.amazonaws.services.lambda.runtime.Context;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.lang.reflect.Proxy;
import java.time.InstantSource;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.lambda.powertools.metrics.MetricsFactory;
[/@imports]

/** The real handlers, as Lambda would call them. In their package, because their constructors are for tests only. */
public final class CrudHandlers {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final CrudStore store;

    /** @param environment the variables of the function */
    public CrudHandlers(DynamoDbClient dynamoDb, Map<String, String> environment, InstantSource clock) {
        // What Powertools reads from the environment, which a test cannot set.
        MetricsFactory.getMetricsInstance().setNamespace(environment.get("POWERTOOLS_METRICS_NAMESPACE"));
        store = new CrudStore(dynamoDb, environment.get("CRUD_TABLE"), environment.get("CRUD_INDEX"), clock);
    }

    /** @param className as the function names it */
    public TaskFunction handler(String className) {
        CrudHandler handler = create(className);
        return payload -> JSON.valueToTree(handler.handleRequest(
                JSON.convertValue(payload, new TypeReference<Map<String, Object>>() {}), context()));
    }

    private CrudHandler create(String className) {
        try {
            return (CrudHandler) Class.forName(className)
                    .getDeclaredConstructor(CrudStore.class)
                    .newInstance(store);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(className + " is no handler of CRUD", e);
        }
    }

    private static Context context() {
        return (Context) Proxy.newProxyInstance(
                Context.class.getClassLoader(),
                new Class<?>[] {Context.class},
                (proxy, method, arguments) -> method.getReturnType() == int.class ? (Object) 6000 : null);
    }
}
