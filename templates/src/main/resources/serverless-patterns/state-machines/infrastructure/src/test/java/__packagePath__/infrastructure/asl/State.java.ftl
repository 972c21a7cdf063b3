package [=package].infrastructure.asl;

import java.util.List;
import java.util.Set;

/** A state: what it does when it is visited. One class for each type, which knows the fields that the type has. */
abstract class State {
    private final String name;
    private final Set<String> assigned;

    State(Fields fields) {
        name = fields.state();
        assigned = fields.assigned();
        fields.text("Type");
    }

    String name() {
        return name;
    }

    /**
     * @throws TaskFailure when the state fails, and neither Retry nor Catch help
     */
    abstract Exit visit(Visit visit);

    /** The names of the variables that it sets. */
    final Set<String> assigned() {
        return assigned;
    }

    /** The flows inside this state. */
    List<Flow> inner() {
        return List.of();
    }

    /** The next state, or null at an end. */
    static String next(Fields fields) {
        boolean end = fields.flag("End");
        String next = fields.optionalTarget("Next");
        fields.require(end == (next == null), "Next", "a state has either Next or End");
        return next;
    }

    static State of(Fields fields) {
        fields.require(
                fields.language().equals("JSONata"), "QueryLanguage", "only JSONata is implemented, and is no default");
        State state = switch (fields.text("Type")) {
            case "Task" -> new TaskState(fields);
            case "Choice" -> new ChoiceState(fields);
            case "Pass" -> new PassState(fields);
            case "Wait" -> new WaitState(fields);
            case "Succeed" -> new SucceedState(fields);
            case "Fail" -> new FailState(fields);
            case "Parallel" -> new ParallelState(fields);
            case "Map" -> new MapState(fields);
            default -> throw new UnsupportedFieldException(fields.state(), "Type", "is not implemented");
        };
        fields.end();
        return state;
    }
}
