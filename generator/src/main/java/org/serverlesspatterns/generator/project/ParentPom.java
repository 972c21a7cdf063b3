package org.serverlesspatterns.generator.project;

/** The coordinates of a Maven parent, in the default relative path {@code ../pom.xml}. */
public record ParentPom(String groupId, String artifactId, String version) {}
