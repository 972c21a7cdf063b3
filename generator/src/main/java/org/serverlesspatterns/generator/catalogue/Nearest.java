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
        var cut = typed.substring(0, Math.min(typed.length(), COMPARED)).toLowerCase(Locale.ROOT);
        return allowed.stream()
                .min(Comparator.comparingInt(
                        name -> LevenshteinDistance.getDefaultInstance().apply(cut, name.toLowerCase(Locale.ROOT))))
                .orElseThrow();
    }
}
