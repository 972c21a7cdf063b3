package org.serverlesspatterns.generator.catalogue;

import java.util.List;

/**
 * One value that an option can have.
 *
 * @param name the value as typed
 * @param explanation one line for the questions and the docs
 * @param folders the template folders that this choice brings
 */
public record Choice(String name, String explanation, List<Folder> folders) {}
