/**
 * The engine, a straight line: {@link org.serverlesspatterns.generator.Answers} → {@link
 * org.serverlesspatterns.generator.catalogue.Catalogue} → {@link org.serverlesspatterns.generator.project.Project} →
 * {@link org.serverlesspatterns.generator.project.ProjectPlan} → {@link
 * org.serverlesspatterns.generator.output.FileTree} → {@link org.serverlesspatterns.generator.output.DirectoryWriter}.
 *
 * <p>It knows nothing of AWS: all it knows about patterns it reads from the templates. It knows nothing of Maven
 * either: every door (archetype, Maven goals, tests) calls {@link org.serverlesspatterns.generator.Generator}.
 */
package org.serverlesspatterns.generator;
