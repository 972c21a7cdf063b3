package [=package].infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each state machine may do what its definition does, on what it does it to, and nothing else. */
class CrudRightsTest {
    private static final SynthesizedStack DEV = SynthesizedStack.of("dev");

    @Test
    void aMachineMayDoWhatItDoesAndNothingElse() {
        assertThat(CrudDefinition.all()).isNotEmpty();
        for (CrudDefinition machine : CrudDefinition.all()) {
            Set<String> done =
                    machine.tasks().flatMap(CrudRightsTest::rights).collect(Collectors.toCollection(TreeSet::new));
            Set<String> allowed = DEV.statementsOf(machine.role()).stream()
                    .flatMap(CrudRightsTest::allowed)
                    .filter(right -> !right.matches("(logs|xray):\\w+ \\*"))
                    .collect(Collectors.toCollection(TreeSet::new));

            assertThat(allowed).as(machine.id()).isEqualTo(done).isNotEmpty();
        }
    }

    @Test
    void theApiMayStartTheRouterAndNothingElse() {
        JsonNode start = DEV.onlyStatementOf("CrudRole");

        assertThat(allowed(start)).containsExactly("states:StartSyncExecution " + router());
    }

    @Test
    void nothingScans() {
        assertThat(CrudDefinition.all())
                .allSatisfy(machine -> assertThat(machine.tasks()
                                .map(task -> task.path("Resource").asText()))
                        .noneMatch(resource -> resource.endsWith(":scan")));
        assertThat(DEV.propertiesOf("AWS::IAM::Policy").toString()).doesNotContain("dynamodb:Scan");
    }

    private static String router() {
        return CrudDefinition.all().stream()
                .map(CrudDefinition::id)
                .filter(id -> id.startsWith("CrudMachineRouter"))
                .findFirst()
                .orElseThrow();
    }

    /** "action resource" for each call of a task. */
    private static Stream<String> rights(JsonNode task) {
        JsonNode arguments = task.path("Arguments");
        String table = arguments.path("TableName").asText();
        String resource = task.path("Resource").asText();
        return switch (resource.substring("arn:aws:states:::".length())) {
            case "lambda:invoke" ->
                Stream.of("lambda:InvokeFunction "
                        + arguments.path("FunctionName").asText());
            case "aws-sdk:sfn:startSyncExecution" ->
                Stream.of("states:StartSyncExecution "
                        + arguments.path("StateMachineArn").asText());
            case "aws-sdk:dynamodb:transactWriteItems" ->
                SynthesizedStack.stream(arguments.path("TransactItems"))
                        .map(item ->
                                "dynamodb:PutItem " + item.at("/Put/TableName").asText());
            case "aws-sdk:dynamodb:query" ->
                Stream.of("dynamodb:Query " + table + "/index/"
                        + arguments.path("IndexName").asText());
            default -> {
                String action = resource.substring(resource.lastIndexOf(':') + 1);
                assertThat(resource).isEqualTo("arn:aws:states:::aws-sdk:dynamodb:" + action);
                yield Stream.of(
                        "dynamodb:" + Character.toUpperCase(action.charAt(0)) + action.substring(1) + " " + table);
            }
        };
    }

    private static Stream<String> allowed(JsonNode statement) {
        assertThat(statement.path("Effect").asText()).isEqualTo("Allow");
        return each(statement.path("Action"))
                .flatMap(action -> each(statement.path("Resource"))
                        .map(resource -> action.asText() + " " + Deployed.text(resource)));
    }

    private static Stream<JsonNode> each(JsonNode oneOrMore) {
        return oneOrMore.isArray() ? SynthesizedStack.stream(oneOrMore) : Stream.of(oneOrMore);
    }
}
