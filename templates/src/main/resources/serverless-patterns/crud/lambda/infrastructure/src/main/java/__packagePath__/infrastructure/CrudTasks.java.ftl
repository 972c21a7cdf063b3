package [=package].infrastructure;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import software.constructs.Construct;

/** What the branches of the state machine call: a Lambda function for each operation, which may do nothing else. */
final class CrudTasks extends Construct {
    /** Shorter than the TimeoutSeconds of the tasks, so that the function ends by itself. */
    static final Duration FUNCTION_TIMEOUT = Duration.ofSeconds(6);

    private static final String EXCEPTIONS = "[=package].functions.";

    private final Map<CrudOperation, JavaFunction> functions = new EnumMap<>(CrudOperation.class);

    CrudTasks(Construct scope, String id, Stage stage, CrudTable table) {
        super(scope, id);
        function(CrudOperation.CREATE, stage, table).allow(table.arn(), "dynamodb:GetItem", "dynamodb:PutItem");
        function(CrudOperation.LIST, stage, table).allow(table.indexArn(), "dynamodb:Query");
        function(CrudOperation.READ, stage, table).allow(table.arn(), "dynamodb:GetItem");
        function(CrudOperation.UPDATE, stage, table).allow(table.arn(), "dynamodb:UpdateItem");
        function(CrudOperation.DELETE, stage, table).allow(table.arn(), "dynamodb:DeleteItem");
    }

    private JavaFunction function(CrudOperation operation, Stage stage, CrudTable table) {
        Map<String, String> environment = Map.of(
                "CRUD_TABLE",
                table.name(),
                "CRUD_INDEX",
                table.indexName(),
                "POWERTOOLS_SERVICE_NAME",
                "[=stackName]",
                "POWERTOOLS_METRICS_NAMESPACE",
                "[=stackName]");
        var function =
                new JavaFunction(this, operation.stateName(), stage, handler(operation), FUNCTION_TIMEOUT, environment);
        functions.put(operation, function);
        return function;
    }

    private static String handler(CrudOperation operation) {
        return switch (operation) {
            case CREATE -> "Create[=Resource]Handler";
            case LIST -> "List[=Resources]Handler";
            case READ -> "Read[=Resource]Handler";
            case UPDATE -> "Update[=Resource]Handler";
            case DELETE -> "Delete[=Resource]Handler";
        };
    }

    /** The values of what a definition takes. */
    Map<String, String> substitutions(StateMachineDefinition definition) {
        Map<String, String> values = new TreeMap<>(Map.of(
                "KeyInUse", EXCEPTIONS + "KeyInUseException",
                "NotFound", EXCEPTIONS + "NotFoundException",
                "ParameterNotValid", EXCEPTIONS + "ParameterNotValidException",
                "PreconditionFailed", EXCEPTIONS + "PreconditionFailedException",
                "PreconditionRequired", EXCEPTIONS + "PreconditionRequiredException",
                "Unavailable", EXCEPTIONS + "UnavailableException",
                "Unprocessable", EXCEPTIONS + "UnprocessableException"));
        functions.forEach((operation, function) -> values.put(
                operation.stateName() + "FunctionArn", function.live().getFunctionArn()));
        values.keySet().retainAll(definition.substitutions());
        return values;
    }

    /** Allows a state machine what this operation does. */
    void allow(CrudOperation operation, AslStateMachine machine) {
        machine.allow(functions.get(operation).live().getFunctionArn(), "lambda:InvokeFunction");
    }
}
