package [=package].infrastructure.asl;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The fields of a state, a rule, a retrier or a catcher. What nothing has asked for when {@link #end()} is called is not
 * implemented, and an error.
 */
final class Fields {
    private final String state;
    private final String path;
    private final JsonNode json;
    private final String language;
    private final Set<String> targets;
    private final Set<String> assigned;
    private final Set<String> known = new HashSet<>(Set.of("Comment", "QueryLanguage"));

    private Fields(
            String state, String path, JsonNode json, String language, Set<String> targets, Set<String> assigned) {
        this.state = state;
        this.path = path;
        this.json = json;
        this.language = language;
        this.targets = targets;
        this.assigned = assigned;
    }

    /**
     * The fields of a state.
     *
     * @param language the query language of the state machine
     */
    static Fields of(String state, JsonNode json, String language) {
        return new Fields(state, "", json, language, new TreeSet<>(), new TreeSet<>());
    }

    /** The query language of the state. */
    String language() {
        return json.path("QueryLanguage").asText(language);
    }

    /** The states that Next and Default have named so far. */
    Set<String> targets() {
        return targets;
    }

    String state() {
        return state;
    }

    void end() {
        json.fieldNames().forEachRemaining(name -> require(known.contains(name), name, "is not implemented"));
    }

    void require(boolean condition, String field, String why) {
        if (!condition) {
            throw new UnsupportedFieldException(state, path + field, why);
        }
    }

    boolean has(String field) {
        known.add(field);
        return json.has(field);
    }

    JsonNode value(String field) {
        require(has(field), field, "is missing");
        return json.get(field);
    }

    String text(String field) {
        JsonNode value = value(field);
        require(value.isTextual(), field, "must be text, not " + value);
        return value.asText();
    }

    String optionalText(String field) {
        return has(field) ? text(field) : null;
    }

    /** The name of another state. */
    String target(String field) {
        targets.add(text(field));
        return text(field);
    }

    String optionalTarget(String field) {
        return has(field) ? target(field) : null;
    }

    /** The names that Assign has set so far, of the state, its rules and catchers. */
    Set<String> assigned() {
        return assigned;
    }

    /** The members of Assign. */
    Map<String, Template> assign() {
        Map<String, Template> assign = new LinkedHashMap<>();
        object("Assign").forEach(member -> {
            String name = member.getKey();
            require(!name.equals("states"), "Assign/states", "the name is reserved");
            require(name.matches("[\\p{L}_][\\p{L}\\p{N}_]{0,79}"), "Assign/" + name, "is no name of a variable");
            assigned.add(name);
            assign.put(name, template("Assign/" + name, member.getValue()));
        });
        return assign;
    }

    /** A number that is not an expression. */
    double number(String field, double otherwise, double least) {
        if (!has(field)) {
            return otherwise;
        }
        JsonNode value = value(field);
        require(value.isNumber() && value.asDouble() >= least, field, "must be a number from " + least);
        return value.asDouble();
    }

    boolean flag(String field) {
        return has(field) && value(field).asBoolean();
    }

    /** The members of an object; none when there is no such field. */
    Set<Map.Entry<String, JsonNode>> object(String field) {
        if (!has(field)) {
            return Set.of();
        }
        require(value(field).isObject(), field, "must be an object");
        return value(field).properties();
    }

    List<String> texts(String field) {
        List<String> texts = new ArrayList<>();
        value(field).forEach(text -> texts.add(text.asText()));
        return texts;
    }

    /** The fields of each object of an array; none when there is no such array. */
    List<Fields> array(String field) {
        List<Fields> elements = new ArrayList<>();
        if (has(field)) {
            value(field).forEach(element -> elements.add(inner(field + "/" + elements.size(), element)));
        }
        return elements;
    }

    Fields inner(String field, JsonNode value) {
        return new Fields(state, path + field + "/", value, language, targets, assigned);
    }

    Template template(String field, JsonNode value) {
        return Template.of(state, path + field, value);
    }

    Template optionalTemplate(String field) {
        return has(field) ? template(field, value(field)) : null;
    }

    /** A template whose value is of this kind. */
    Template optionalTemplate(String field, Kind kind) {
        if (has(field)) {
            JsonNode value = value(field);
            require(
                    Template.isExpression(value) || kind.includes(value),
                    field,
                    "must be of type " + kind.title() + ", not " + value);
        }
        return optionalTemplate(field);
    }

    /** The flow of a state machine, of a branch or of an iteration: StartAt and States. */
    Flow flow() {
        return Flow.of(this, language);
    }
}
