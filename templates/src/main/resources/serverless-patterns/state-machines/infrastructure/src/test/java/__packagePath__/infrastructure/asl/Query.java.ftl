package [=package].infrastructure.asl;

import com.dashjoin.jsonata.Jsonata;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** What an expression can read: {@code $states}, the variables as they were when the state was entered, and functions. */
final class Query {
    private final Visit visit;
    private final Map<String, Object> states;

    private Query(Visit visit, Map<String, Object> states) {
        this.visit = visit;
        this.states = states;
    }

    static Query of(Visit visit) {
        Map<String, Object> states = new LinkedHashMap<>();
        states.put("input", value(visit.input()));
        states.put("context", value(visit.context()));
        return new Query(visit, states);
    }

    /** With {@code $states.result} or {@code $states.errorOutput}. */
    Query with(String member, JsonNode value) {
        Map<String, Object> more = new LinkedHashMap<>(states);
        more.put(member, value(value));
        return new Query(visit, more);
    }

    Jsonata.Frame frame(Jsonata code) {
        Jsonata.Frame frame = code.createFrame();
        visit.execution().aws().functions().bindTo(frame);
        visit.variables().forEach((name, variable) -> frame.bind(name, value(variable)));
        frame.bind("states", states);
        return frame;
    }

    TaskFailure failure(String what) {
        return visit.queryFailure(what);
    }

    private static Object value(JsonNode json) {
        return json.isNull() ? Jsonata.NULL_VALUE : Json.plain(json);
    }
}
