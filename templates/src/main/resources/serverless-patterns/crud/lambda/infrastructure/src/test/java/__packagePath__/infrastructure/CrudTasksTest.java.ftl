package [=package].infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CrudTasksTest {
    private static final SynthesizedStack DEV = SynthesizedStack.of("dev");

    @ParameterizedTest
    @CsvSource({
        "Create, Create[=Resource]Handler, GetItem, PutItem",
        "List, List[=Resources]Handler, Query, Query",
        "Read, Read[=Resource]Handler, GetItem, GetItem",
        "Update, Update[=Resource]Handler, UpdateItem, UpdateItem",
        "Delete, Delete[=Resource]Handler, DeleteItem, DeleteItem",
    })
    void aFunctionDoesOneThingAndMayDoNothingElse(String id, String handler, String first, String last) {
        JsonNode function = DEV.resources().properties().stream()
                .filter(resource -> resource.getKey().startsWith("CrudTasks" + id + "Function"))
                .map(resource -> resource.getValue().path("Properties"))
                .filter(properties -> properties.has("Handler"))
                .findFirst()
                .orElseThrow();
        assertThat(function.path("Handler").asText()).isEqualTo("[=package].functions." + handler);
        assertThat(DEV.statementsOf("CrudTasks" + id + "Role").stream()
                        .map(statement -> statement.path("Action"))
                        .filter(action -> action.toString().contains("dynamodb:")))
                .singleElement()
                .satisfies(action -> {
                    assertThat((action.isArray() ? action.get(0) : action).asText())
                            .isEqualTo("dynamodb:" + first);
                    assertThat((action.isArray() ? action.get(1) : action).asText())
                            .isEqualTo("dynamodb:" + last);
                    assertThat(action.size()).isLessThanOrEqualTo(2);
                });
    }

    @Test
    void aFunctionEndsBeforeTheMachineGivesUp() {
        long seconds = CrudTasks.FUNCTION_TIMEOUT.toSeconds();

        assertThat(CrudDefinition.all().stream()
                        .flatMap(CrudDefinition::tasks)
                        .filter(task ->
                                task.at("/Arguments/FunctionName").asText().startsWith("CrudTasks")))
                .hasSize(5)
                .allSatisfy(
                        task -> assertThat(task.path("TimeoutSeconds").asLong()).isGreaterThan(seconds));
    }
}
