package [=package].infrastructure.asl;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The states of a state machine, of a branch or of an iteration, and where they start. */
final class Flow {
    private final String startAt;
    private final Map<String, State> states;

    private Flow(String startAt, Map<String, State> states) {
        this.startAt = startAt;
        this.states = states;
    }

    /**
     * @param language the query language of the state machine
     * @throws UnsupportedFieldException when something in it is not implemented
     */
    static Flow of(Fields fields, String language) {
        Map<String, State> states = new LinkedHashMap<>();
        Set<Map.Entry<String, JsonNode>> all = fields.object("States");
        fields.require(fields.value("States").has(fields.text("StartAt")), "StartAt", "names no state");
        all.forEach(entry -> {
            Fields state = Fields.of(entry.getKey(), entry.getValue(), language);
            states.put(entry.getKey(), State.of(state));
            for (String target : state.targets()) {
                state.require(fields.value("States").has(target), "Next", "there is no state '" + target + "'");
            }
        });
        return new Flow(fields.text("StartAt"), states);
    }

    /**
     * The names of variables in an inner flow must be others than those outside of it.
     *
     * @param outer the names that are set outside
     */
    void refuseHidden(Set<String> outer) {
        Set<String> names = new TreeSet<>(outer);
        for (State state : states.values()) {
            for (String name : state.assigned()) {
                if (outer.contains(name)) {
                    throw new UnsupportedFieldException(state.name(), "Assign/" + name, "is set outside, too");
                }
                names.add(name);
            }
        }
        states.values().forEach(state -> state.inner().forEach(flow -> flow.refuseHidden(names)));
    }

    /** The names of its states, and of those inside of them. */
    boolean has(String state) {
        return states.containsKey(state)
                || states.values().stream()
                        .flatMap(each -> each.inner().stream())
                        .anyMatch(flow -> flow.has(state));
    }

    /**
     * Visits its states, one after the other.
     *
     * @param mapItem {@code $states.context.Map.Item}, or null outside of a Map
     * @return the output of the last one
     * @throws TaskFailure when a state fails
     */
    JsonNode run(RunningExecution execution, JsonNode input, Scope scope, JsonNode mapItem) {
        JsonNode output = input;
        for (String name = startAt; name != null; ) {
            Exit exit = execution.visit(states.get(name), output, scope, mapItem);
            output = exit.output();
            name = exit.next();
        }
        return output;
    }
}
