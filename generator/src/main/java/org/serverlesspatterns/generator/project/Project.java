package org.serverlesspatterns.generator.project;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is to be generated: validated, complete, immutable.
 *
 * @param values every property of the catalogue, in its order
 * @param folders the template folders that make the project, in the order in which their parts are composed
 * @param parent the Maven project into whose folder this one goes, if it becomes its module
 */
public record Project(Map<String, String> values, List<String> folders, Optional<ParentPom> parent) {

    public String artifactId() {
        return values.get("artifactId");
    }

    public Project withParent(Optional<ParentPom> newParent) {
        return new Project(values, folders, newParent);
    }
}
