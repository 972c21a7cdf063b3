package [=package].infrastructure.asl;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The fields Output and Assign of a state, a rule or a catcher. Both read the variables as they were when the state was
 * entered.
 */
record Leaving(String state, Template output, Map<String, Template> assign) {
    static Leaving of(Fields fields) {
        return new Leaving(fields.state(), fields.optionalTemplate("Output"), fields.assign());
    }

    /** @param otherwise the output when there is no field Output */
    Exit exit(Query query, JsonNode otherwise, String next) {
        JsonNode put = output == null ? otherwise : output.evaluate(query);
        Map<String, JsonNode> variables = new LinkedHashMap<>();
        assign.forEach((name, template) -> variables.put(name, template.evaluate(query)));
        Json.payload(variables, state);
        return new Exit(Json.payload(put, state), variables, next);
    }
}
