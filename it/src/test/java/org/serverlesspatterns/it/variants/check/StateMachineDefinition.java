package org.serverlesspatterns.it.variants.check;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The definition of a state machine in a template.
 *
 * @param text as deployed, before the substitution
 * @param substitutions name → value, its references written out
 */
public record StateMachineDefinition(CfnTemplate.Resource machine, String text, Map<String, String> substitutions) {

    private static final Pattern SUBSTITUTION = Pattern.compile("\\$\\{([A-Za-z]\\w*)}");
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * @param name of the state
     * @param json its fields, with substitutions made
     */
    public record Task(String name, JsonNode json) {

        public String resource() {
            return json.path("Resource").asText();
        }

        public JsonNode arguments() {
            return json.has("Arguments") ? json.path("Arguments") : json.path("Parameters");
        }
    }

    public static Stream<StateMachineDefinition> in(CfnTemplate template) {
        return template.ofType("AWS::StepFunctions::StateMachine").map(machine -> {
            var values = new TreeMap<String, String>();
            machine.at("/DefinitionSubstitutions")
                    .properties()
                    .forEach(entry -> values.put(entry.getKey(), template.text(entry.getValue())));
            return new StateMachineDefinition(machine, template.text(machine.at("/DefinitionString")), values);
        });
    }

    /** The names that the definition wants substituted. */
    public Set<String> names() {
        var names = new TreeSet<String>();
        SUBSTITUTION.matcher(text).results().forEach(found -> names.add(found.group(1)));
        return names;
    }

    /** The definition with its substitutions made; those that nobody supplies stay. */
    public JsonNode json() {
        var substituted = SUBSTITUTION
                .matcher(text)
                .replaceAll((MatchResult name) ->
                        Matcher.quoteReplacement(substitutions.getOrDefault(name.group(1), name.group())));
        try {
            return JSON.readTree(substituted);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(machine.id() + " is no JSON: " + e.getOriginalMessage(), e);
        }
    }

    public Stream<Task> tasks() {
        return tasks(json());
    }

    private static Stream<Task> tasks(JsonNode machine) {
        return machine.path("States").properties().stream().flatMap(state -> {
            var json = state.getValue();
            var inner = Stream.of(
                            CfnTemplate.stream(json.path("Branches")),
                            Stream.of(json.path("ItemProcessor"), json.path("Iterator")))
                    .flatMap(machines -> machines)
                    .flatMap(StateMachineDefinition::tasks);
            return json.path("Type").asText().equals("Task") ? Stream.of(new Task(state.getKey(), json)) : inner;
        });
    }
}
