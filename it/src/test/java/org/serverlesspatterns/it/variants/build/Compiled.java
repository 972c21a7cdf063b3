package org.serverlesspatterns.it.variants.build;

import java.util.List;
import java.util.stream.Stream;

/**
 * What became of sources.
 *
 * @param faces what other sources see of them
 * @param complaints errors and warnings; classes and faces are complete if there are none
 */
record Compiled(ClassFiles classes, List<Visible> faces, List<String> complaints) {

    static final Compiled NOTHING = new Compiled(ClassFiles.NONE, List.of(), List.of());

    Compiled and(Compiled others) {
        return new Compiled(
                classes.and(others.classes),
                Stream.concat(faces.stream(), others.faces.stream()).toList(),
                Stream.concat(complaints.stream(), others.complaints.stream()).toList());
    }
}
