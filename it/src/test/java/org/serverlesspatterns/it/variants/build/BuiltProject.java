package org.serverlesspatterns.it.variants.build;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** @param modules folder → module, in the order of their names, which is the order of the build */
public record BuiltProject(Map<String, BuiltModule> modules) {

    public List<String> complaints() {
        return modules.values().stream()
                .flatMap(module -> module.complaints().stream())
                .toList();
    }

    /** Of all modules, main and test. */
    public Stream<SourceFile> sources() {
        return modules.values().stream()
                .flatMap(module -> Stream.concat(module.mainSources().stream(), module.testSources().stream()));
    }

    public BuiltModule module(String name) {
        return modules.get(name);
    }
}
