package org.serverlesspatterns.it.variants.build;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** What Maven puts on the class path of one module, direct and transitive. */
public record ClassPath(List<Dependency> dependencies) {

    public List<Path> ofMain() {
        return in(Set.of("compile", "provided"));
    }

    public List<Path> ofTests() {
        return in(Set.of("compile", "provided", "runtime", "test"));
    }

    public List<Path> ofRuntime() {
        return in(Set.of("compile", "runtime"));
    }

    private List<Path> in(Set<String> scopes) {
        return dependencies.stream()
                .filter(dependency -> scopes.contains(dependency.scope()))
                .map(Dependency::file)
                .toList();
    }
}
