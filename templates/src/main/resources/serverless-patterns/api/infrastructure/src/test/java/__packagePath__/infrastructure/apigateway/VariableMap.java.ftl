package [=package].infrastructure.apigateway;

import java.util.LinkedHashMap;
import java.util.Set;

/** A part of {@code $context}: a map that prints as nothing and, where all names are known, refuses an unknown one. */
public final class VariableMap extends LinkedHashMap<String, Object> {
    private static final long serialVersionUID = 1L;

    private final String name;
    private final transient Set<String> known;

    private VariableMap(String name, Set<String> known) {
        this.name = name;
        this.known = known;
    }

    static VariableMap of(String name, Set<String> known) {
        return new VariableMap(name, known);
    }

    static VariableMap open(String name) {
        return new VariableMap(name, Set.of());
    }

    @Override
    public Object get(Object key) {
        if (!known.isEmpty() && !known.contains(key)) {
            throw new UnsupportedInHarnessException(name + "." + key);
        }
        return super.get(key);
    }

    @Override
    public String toString() {
        return "";
    }
}
