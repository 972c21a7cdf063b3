package org.serverlesspatterns.it.variants.check;

import java.util.stream.Stream;
import org.serverlesspatterns.it.variants.Finding;
import org.serverlesspatterns.it.variants.Findings;
import org.serverlesspatterns.it.variants.Subject;

/** Finds one kind of fault. Used by several threads at once. */
public interface Check {

    Stream<Finding> findings(Subject subject);

    /** After the last variant: what is cheaper to find in all of them together. */
    default void finish(Findings findings) {}
}
