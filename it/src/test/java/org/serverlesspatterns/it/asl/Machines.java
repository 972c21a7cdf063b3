package org.serverlesspatterns.it.asl;

import com.acme.shop.infrastructure.asl.Execution;
import com.acme.shop.infrastructure.asl.LocalAws;
import com.acme.shop.infrastructure.asl.StateMachine;
import com.acme.shop.infrastructure.asl.TaskFailure;
import com.acme.shop.infrastructure.asl.VirtualClock;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Small state machines in tests, and the AWS that they see. */
final class Machines {
    static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    /** A resource that fails with the errors of {@link #failingTask}. */
    static final String RESOURCE = "arn:aws:states:::example:call";

    private static final JsonMapper JSON = new JsonMapper();

    final VirtualClock clock = new VirtualClock(START);
    final LocalAws aws = new LocalAws(clock);
    /** When the task was called, in seconds since the start. */
    final List<Long> calls = new ArrayList<>();

    /** A state machine of these states, in JSON without the braces around them; it starts at the first. */
    StateMachine machine(String states) {
        return definition("\"StartAt\": \"%s\", \"States\": {%s}"
                .formatted(states.substring(states.indexOf('"') + 1).replaceFirst("(?s)\".*", ""), states));
    }

    /** A state machine of these fields, in JSON without the braces around them. */
    StateMachine definition(String fields) {
        return StateMachine.of("{\"QueryLanguage\": \"JSONata\", " + fields + "}", Map.of(), aws);
    }

    /** A state machine of one state that ends it. */
    StateMachine state(String fields) {
        return machine("\"Only\": {%s, \"End\": true}".formatted(fields));
    }

    /** The output of a state machine that is a Pass state with this expression. */
    Execution evaluate(String expression) {
        return evaluate(expression, "{}");
    }

    Execution evaluate(String expression, String input) {
        return state("\"Type\": \"Pass\", \"Output\": \"{% " + expression.replace("\"", "\\\"") + " %}\"")
                .run(input);
    }

    /** Has {@link #RESOURCE} fail with these errors, one for each call; then it succeeds with its arguments. */
    Machines failingTask(String... errors) {
        var left = new ArrayDeque<>(List.of(errors));
        aws.task(RESOURCE, arguments -> {
            calls.add(Duration.between(START, clock.instant()).toSeconds());
            if (!left.isEmpty()) {
                throw new TaskFailure(left.peek(), "cause of " + left.remove());
            }
            return arguments;
        });
        return this;
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError("No JSON: " + text, e);
        }
    }
}
