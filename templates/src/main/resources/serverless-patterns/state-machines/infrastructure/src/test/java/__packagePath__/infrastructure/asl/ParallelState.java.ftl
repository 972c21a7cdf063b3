package [=package].infrastructure.asl;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.List;

/** Runs its branches one after the other; the first that fails fails the state. */
final class ParallelState extends WorkState {
    private final List<Flow> branches;
    private final Template arguments;

    ParallelState(Fields fields) {
        super(fields);
        branches = fields.array("Branches").stream().map(ParallelState::branch).toList();
        arguments = fields.optionalTemplate("Arguments");
    }

    private static Flow branch(Fields fields) {
        Flow flow = fields.flow();
        fields.end();
        return flow;
    }

    @Override
    List<Flow> inner() {
        return branches;
    }

    @Override
    JsonNode work(Visit visit) {
        JsonNode input = arguments == null ? visit.input() : Json.payload(arguments.evaluate(Query.of(visit)), name());
        visit.execution().event(); // ParallelStateStarted
        ArrayNode results = Json.object().arrayNode();
        for (Flow branch : branches) {
            results.add(branch.run(visit.execution(), input, visit.innerScope(), visit.mapItem()));
        }
        visit.execution().event(); // ParallelStateSucceeded
        return Json.payload(results, name());
    }
}
