package [=package].infrastructure;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A state machine of the template with the values that the stack puts in.
 *
 * @param id its logical id
 * @param properties those of the resource
 * @param json the definition
 */
record CrudDefinition(String id, JsonNode properties, JsonNode json) {

    /** All that CrudMachine makes. */
    static List<CrudDefinition> all() {
        return SynthesizedStack.of("dev").resources().properties().stream()
                .filter(resource -> resource.getKey().startsWith("CrudMachine"))
                .filter(resource ->
                        resource.getValue().path("Type").asText().equals("AWS::StepFunctions::StateMachine"))
                .map(resource -> of(resource.getKey(), resource.getValue().path("Properties")))
                .toList();
    }

    private static CrudDefinition of(String id, JsonNode properties) {
        String text = properties.path("DefinitionString").asText();
        for (Map.Entry<String, String> value :
                Deployed.texts(properties.path("DefinitionSubstitutions")).entrySet()) {
            text = text.replace("${" + value.getKey() + "}", value.getValue());
        }
        try {
            return new CrudDefinition(id, properties, new ObjectMapper().readTree(text));
        } catch (JsonProcessingException e) {
            throw new AssertionError(id, e);
        }
    }

    /** The states that call something. */
    Stream<JsonNode> tasks() {
        return SynthesizedStack.stream(json.path("States"))
                .filter(state -> state.path("Type").asText().equals("Task"));
    }

    /** The logical id of the role. */
    String role() {
        return Deployed.text(properties.path("RoleArn"));
    }
}
