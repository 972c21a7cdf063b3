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
        Map<String, Template> assign = new LinkedHashMap<>();
        fields.object("Assign").forEach(member -> {
            String name = member.getKey();
            fields.require(!name.equals("states"), "Assign/states", "the name is reserved");
            assign.put(name, fields.template("Assign/" + name, member.getValue()));
        });
        return new Leaving(fields.state(), fields.optionalTemplate("Output"), assign);
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
