package org.serverlesspatterns.generator;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the user said, as said: property name → value. Nothing is validated or completed here.
 *
 * <p>The value {@value #ASK} stands for "not said": it is what the archetype declares as the default of every option, so
 * that a terminal session asks and a batch run takes the catalogue's default.
 */
public record Answers(Map<String, String> values) {

    /** Stands for an option that the user said nothing about. */
    public static final String ASK = "ask";

    public Answers {
        var said = new TreeMap<>(values);
        said.values().removeIf(value -> value == null || value.equals(ASK));
        values = Collections.unmodifiableMap(said);
    }

    public static Answers of(Map<String, String> values) {
        return new Answers(values);
    }

    public Optional<String> get(String key) {
        return Optional.ofNullable(values.get(key));
    }

    /** These answers and one more. */
    public Answers with(String key, String value) {
        var more = new TreeMap<>(values);
        more.put(key, value);
        return new Answers(more);
    }
}
