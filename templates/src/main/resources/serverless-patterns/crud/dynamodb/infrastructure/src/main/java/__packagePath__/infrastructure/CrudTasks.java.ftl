package [=package].infrastructure;

import java.util.Map;
import java.util.TreeMap;
import software.constructs.Construct;

/** What the branches of the state machine call: DynamoDB itself. There is no code of ours between a request and its row. */
final class CrudTasks extends Construct {
    private final CrudTable table;

    CrudTasks(Construct scope, String id, Stage stage, CrudTable table) {
        super(scope, id);
        this.table = table;
    }

    /** The values of what a definition takes. */
    Map<String, String> substitutions(StateMachineDefinition definition) {
        Map<String, String> values = new TreeMap<>(Map.of("TableName", table.name(), "IndexName", table.indexName()));
        values.keySet().retainAll(definition.substitutions());
        return values;
    }

    /** Allows a state machine what this operation does. */
    void allow(CrudOperation operation, AslStateMachine machine) {
        switch (operation) {
            case CREATE -> machine.allow(table.arn(), "dynamodb:PutItem", "dynamodb:GetItem");
            case LIST -> machine.allow(table.indexArn(), "dynamodb:Query");
            case READ -> machine.allow(table.arn(), "dynamodb:GetItem");
            case UPDATE -> machine.allow(table.arn(), "dynamodb:UpdateItem", "dynamodb:GetItem");
            case DELETE -> machine.allow(table.arn(), "dynamodb:DeleteItem", "dynamodb:GetItem");
        }
    }
}
