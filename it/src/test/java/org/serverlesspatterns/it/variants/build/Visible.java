package org.serverlesspatterns.it.variants.build;

import java.util.Set;

/**
 * What others see of a source while they are compiled: its text, or only the {@link Face} of its class files.
 *
 * @param hash the same as long as they see the same
 * @param words a superset of the types that are named in what they see
 */
record Visible(SourceFile source, String hash, Set<String> words) {

    static Visible text(SourceFile source) {
        return new Visible(source, source.hash(), source.words());
    }
}
