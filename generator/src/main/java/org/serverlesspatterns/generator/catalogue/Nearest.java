package org.serverlesspatterns.generator.catalogue;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** The allowed value that is nearest to what was typed. */
public final class Nearest {

    /** Longer input is cut before it is compared: the distance costs length × length. */
    private static final int COMPARED = 64;

    private Nearest() {}

    /** Ties go to the earlier one. */
    public static String to(String typed, List<String> allowed) {
        return allowed.stream()
                .min(Comparator.comparingInt(name -> distance(typed, name)))
                .orElseThrow();
    }

    /** Whether two names differ by so little that one is the other misspelt. */
    static boolean isNear(String typed, String name) {
        return name.length() > 4 && distance(typed, name) <= 2;
    }

    private static int distance(String typed, String name) {
        var cut = typed.substring(0, Math.min(typed.length(), COMPARED));
        return LevenshteinDistance.getDefaultInstance()
                .apply(cut.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT));
    }
}
