package org.serverlesspatterns.it.variants.build;

import java.util.List;

/**
 * A module of a generated project after compilation.
 *
 * @param complaints the compiler's errors and warnings; where there are any, classes are missing
 */
public record BuiltModule(
        ClassPath classPath,
        List<SourceFile> mainSources,
        List<SourceFile> testSources,
        ClassFiles main,
        ClassFiles test,
        List<String> complaints) {

    static final BuiltModule NONE = new BuiltModule(
            new ClassPath(List.of()), List.of(), List.of(), ClassFiles.NONE, ClassFiles.NONE, List.of());
}
