package org.serverlesspatterns.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.shop.infrastructure.asl.Execution;
import com.acme.shop.infrastructure.asl.LocalAws;
import com.acme.shop.infrastructure.asl.StateMachine;
import com.acme.shop.infrastructure.asl.TaskFailure;
import com.acme.shop.infrastructure.asl.VirtualClock;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** An execution recorded on AWS, and what the interpreter makes of it. */
final class StateMachineCase {
    private static final JsonMapper JSON = new JsonMapper();

    private final JsonNode data;
    private final Deque<JsonNode> tasks = new ArrayDeque<>();

    StateMachineCase(JsonNode data) {
        this.data = data;
        data.path("tasks").forEach(tasks::add);
    }

    String id() {
        return data.path("id").asText();
    }

    /**
     * @throws AssertionError where the interpreter differs from AWS
     */
    void run() {
        var aws = new LocalAws(new VirtualClock(Instant.parse("2026-01-01T00:00:00Z")));
        var resources = new TreeSet<>(data.path("definition").findValuesAsText("Resource"));
        resources.forEach(resource -> aws.task(resource, arguments -> answer(resource, arguments)));

        var execution = StateMachine.of(data.path("definition").toString(), Map.of(), aws)
                .run(data.path("input"));

        assertThat(tasks).as("tasks that were scheduled on AWS only").isEmpty();
        compareEnd(execution);
        compareStates(execution);
    }

    private JsonNode answer(String resource, JsonNode arguments) {
        assertThat(tasks).as("tasks that are left to schedule").isNotEmpty();
        var task = tasks.remove();
        assertThat(resource).endsWith(task.path("resource").asText());
        assertThat(arguments).as("parameters of %s", resource).isEqualTo(task.path("parameters"));
        if (task.has("outcome")) {
            throw new TaskFailure(text(task, "error"), text(task, "cause"));
        }
        return task.path("output");
    }

    private void compareEnd(Execution execution) {
        var actual = JSON.createObjectNode();
        actual.put("status", execution.status());
        actual.set("output", execution.output());
        actual.put("error", execution.error());
        actual.put("cause", execution.cause());
        var recorded = data.path("expected");
        for (var member : List.of("output", "error", "cause")) {
            if (!recorded.has(member)) {
                assertThat(actual.remove(member).isNull()).as("no %s", member).isTrue();
            }
        }
        var expected = (ObjectNode) recorded.deepCopy();
        if (expected.remove("causeIsJson") != null) {
            expected.set("cause", parse(expected.path("cause").asText()));
            actual.set("cause", parse(actual.path("cause").asText()));
        }
        skip(expected.remove("volatile"), expected, actual);
        assertThat(actual).isEqualTo(expected);
    }

    private void compareStates(Execution execution) {
        var states = new ArrayList<>(execution.states());
        var outputs = JSON.createArrayNode();
        var assigned = JSON.createArrayNode();
        execution.steps().forEach(step -> {
            outputs.addObject().put("state", step.state()).set("output", step.output());
            if (!step.assigned().isEmpty()) {
                assigned.addObject().put("state", step.state()).set("variables", JSON.valueToTree(step.assigned()));
            }
        });
        // Branches and iterations overlap on AWS; the recordings of a Map have MaxConcurrency 1, so its order is real.
        assertThat(states).isEqualTo(texts(data.path("states")));
        compare("stateOutputs", outputs, "stateOutputsVolatile");
        compare("assigned", assigned, "assignedVolatile");
    }

    private void compare(String member, JsonNode actual, String volatileMember) {
        var expected = data.has(member) ? data.path(member).deepCopy() : JSON.createArrayNode();
        skip(data.path(volatileMember), expected, actual);
        assertThat(actual).as(member).isEqualTo(expected);
    }

    private static void skip(JsonNode pointers, JsonNode expected, JsonNode actual) {
        if (pointers != null) {
            for (var text : pointers) {
                var pointer = JsonPointer.compile(text.asText());
                var name = pointer.last().getMatchingProperty();
                ((ObjectNode) expected.at(pointer.head())).remove(name);
                ((ObjectNode) actual.at(pointer.head())).remove(name);
            }
        }
    }

    private static List<String> texts(JsonNode array) {
        var texts = new ArrayList<String>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    private static String text(JsonNode object, String member) {
        return object.path(member).asText(null);
    }

    private static JsonNode parse(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError("No JSON: " + text, e);
        }
    }
}
