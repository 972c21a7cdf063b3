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
        List<String> complaints) {}
