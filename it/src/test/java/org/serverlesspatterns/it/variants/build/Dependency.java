package org.serverlesspatterns.it.variants.build;

import java.nio.file.Path;

/**
 * A library on the class path of a module of a generated project.
 *
 * @param name {@code group:artifact}
 * @param scope in Maven's words
 */
public record Dependency(String name, String scope, Path file) {}
