package org.serverlesspatterns.it.variants.build;

import java.util.Map;
import java.util.TreeMap;

/**
 * Compiled classes in memory.
 *
 * @param byName binary name → class file
 */
public record ClassFiles(Map<String, byte[]> byName) {

    static final ClassFiles NONE = new ClassFiles(Map.of());

    ClassFiles and(ClassFiles others) {
        var both = new TreeMap<>(byName);
        both.putAll(others.byName);
        return new ClassFiles(both);
    }
}
