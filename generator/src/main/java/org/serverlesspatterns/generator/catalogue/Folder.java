package org.serverlesspatterns.generator.catalogue;

/**
 * A folder of templates in the shape of the generated project.
 *
 * @param path below the root of the templates, without a slash at either end
 * @param when the folder is left out where this does not hold
 */
public record Folder(String path, Condition when) {}
