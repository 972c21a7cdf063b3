package org.serverlesspatterns.generator.questions;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.serverlesspatterns.generator.Answers;
import org.serverlesspatterns.generator.Refusal;
import org.serverlesspatterns.generator.catalogue.Catalogue;
import org.serverlesspatterns.generator.catalogue.Name;
import org.serverlesspatterns.generator.catalogue.Option;
import org.serverlesspatterns.generator.catalogue.Property;

/** Asks for every property that was not given and that the earlier answers leave open. */
public final class Questions {

    private final Catalogue catalogue;
    private final Terminal terminal;
    private final Map<String, String> system;

    /** @param system the system properties of this JVM, on which some defaults depend */
    public Questions(Catalogue catalogue, Terminal terminal, Map<String, String> system) {
        this.catalogue = catalogue;
        this.terminal = terminal;
        this.system = system;
    }

    /**
     * @param given is not asked again
     * @return the given answers and the new ones
     * @throws Refusal when a given answer cannot be used, before anything is asked; when the input ends
     */
    public Answers ask(Answers given) {
        var problems = catalogue.problems(given);
        if (!problems.isEmpty()) {
            throw Refusal.of(problems);
        }
        var answers = given;
        var values = new LinkedHashMap<String, String>();
        for (var property : catalogue.properties()) {
            var value = answers.get(property.key());
            if (value.isEmpty() && catalogue.applies(property, values) && !hasOneChoice(property)) {
                var known = new HashMap<>(answers.values());
                known.putAll(values);
                value = Optional.of(ask(property, property.defaultValue(values, system), known));
                answers = answers.with(property.key(), value.get());
            }
            value.or(() -> unasked(property, values)).ifPresent(text -> values.put(property.key(), text));
        }
        return answers;
    }

    private Optional<String> unasked(Property property, Map<String, String> values) {
        return property instanceof Option option && !catalogue.applies(property, values)
                ? option.otherwise()
                : property.defaultValue(values, system);
    }

    private static boolean hasOneChoice(Property property) {
        return property instanceof Option option && option.choices().size() == 1;
    }

    /** @param known what was given and what was answered before */
    private String ask(Property property, Optional<String> defaultValue, Map<String, String> known) {
        terminal.println("");
        terminal.println(property.title() + " (" + property.key() + "): " + property.question());
        if (property instanceof Option option) {
            list(option, defaultValue);
        } else if (property instanceof Name name) {
            terminal.println("    " + name.allowed());
        }
        var prompt = (property instanceof Option ? "Number or name" : "Value")
                + defaultValue.map(value -> " [" + value + "]").orElse("") + ": ";
        while (true) {
            var line = terminal.readLine(prompt);
            if (line == null) {
                throw new Refusal("The input ended before " + property.key() + " was answered. Nothing was written.");
            }
            var value = line.isBlank() ? defaultValue.orElse("") : chosen(property, line.strip());
            var problem = property.problemWhereAsked(value).or(() -> conflict(property, value, known));
            if (problem.isEmpty()) {
                return value;
            }
            terminal.println("    " + problem.get());
        }
    }

    private Optional<String> conflict(Property property, String value, Map<String, String> known) {
        var values = new HashMap<>(known);
        values.put(property.key(), value);
        return catalogue.conflicts(values).findFirst();
    }

    private void list(Option option, Optional<String> defaultValue) {
        var width = option.names().stream().mapToInt(String::length).max().orElse(0);
        for (var i = 0; i < option.choices().size(); i++) {
            var choice = option.choices().get(i);
            var mark = defaultValue.filter(choice.name()::equals).isPresent() ? "*" : " ";
            terminal.println("  %s %2s  %-{w}s  %s"
                    .replace("{w}", String.valueOf(width))
                    .formatted(mark, i + 1, choice.name(), choice.explanation()));
        }
    }

    /** A name, or else a number of the list. */
    private static String chosen(Property property, String typed) {
        if (property instanceof Option option && option.choice(typed).isEmpty() && typed.matches("\\d{1,3}")) {
            List<String> names = option.names();
            var index = Integer.parseInt(typed) - 1;
            return index >= 0 && index < names.size() ? names.get(index) : typed;
        }
        return typed;
    }
}
