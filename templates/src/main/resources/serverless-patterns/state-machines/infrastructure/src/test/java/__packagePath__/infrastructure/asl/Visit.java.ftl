package [=package].infrastructure.asl;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Map;

/** One visit of an execution to a state. */
final class Visit {
    private final RunningExecution execution;
    private final State state;
    private final JsonNode input;
    private final Scope scope;
    private final JsonNode mapItem;
    private final Instant entered;
    private final int enteredEvent;
    private int retries;

    /** @param mapItem {@code $states.context.Map.Item}, or null outside of a Map */
    Visit(RunningExecution execution, State state, JsonNode input, Scope scope, JsonNode mapItem) {
        this.execution = execution;
        this.state = state;
        this.input = input;
        this.scope = scope;
        this.mapItem = mapItem;
        this.entered = execution.clock().instant();
        this.enteredEvent = execution.event();
    }

    private Visit(Visit visit, JsonNode mapItem) {
        execution = visit.execution;
        state = visit.state;
        input = visit.input;
        scope = visit.scope;
        entered = visit.entered;
        enteredEvent = visit.enteredEvent;
        this.mapItem = mapItem;
    }

    /** The same visit with an item of the Map in the context. */
    Visit at(JsonNode item) {
        return new Visit(this, item);
    }

    RunningExecution execution() {
        return execution;
    }

    JsonNode input() {
        return input;
    }

    JsonNode mapItem() {
        return mapItem;
    }

    Map<String, JsonNode> variables() {
        return scope.visible();
    }

    /** A scope inside this one, for a branch or an iteration. */
    Scope innerScope() {
        return new Scope(scope);
    }

    void assign(Map<String, JsonNode> values) {
        scope.assign(values);
    }

    void retry() {
        retries++;
    }

    /** The context object of the state. */
    JsonNode context() {
        ObjectNode context = execution.context();
        ObjectNode here = context.putObject("State");
        here.put("EnteredTime", RunningExecution.timestamp(entered));
        here.put("Name", state.name());
        if (state instanceof TaskState) {
            here.put("RetryCount", retries);
        }
        if (mapItem != null) {
            context.putObject("Map").set("Item", mapItem);
        }
        return context;
    }

    TaskFailure queryFailure(String what) {
        execution.event();
        return new TaskFailure(
                "States.QueryEvaluationError",
                "An error occurred while executing the state '%s' (entered at the event id #%d). %s"
                        .formatted(state.name(), enteredEvent, what));
    }
}
