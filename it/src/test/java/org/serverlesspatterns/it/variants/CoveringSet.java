package org.serverlesspatterns.it.variants;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A few of the valid combinations in which every valid choice of any t options occurs. What one or two choices break,
 * and that is most of what breaks, is found with t = 2 or 3
 * (<a href="https://csrc.nist.gov/projects/automated-combinatorial-testing-for-software">NIST</a>).
 *
 * <p>Greedy: the next member is the combination that brings most that is new. As it chooses from combinations that are
 * valid, it needs no constraints of its own.
 */
public final class CoveringSet {

    private CoveringSet() {}

    public static List<Variant> of(int t, Collection<Variant> valid) {
        var missing = valid.stream().collect(Collectors.toMap(variant -> variant, variant -> tuples(t, variant)));
        var chosen = new ArrayList<Variant>();
        while (!missing.isEmpty()) {
            var best = missing.entrySet().stream()
                    .max(Map.Entry.<Variant, Set<String>>comparingByValue((a, b) -> Integer.compare(a.size(), b.size()))
                            .thenComparing(Map.Entry.comparingByKey()))
                    .orElseThrow();
            var covered = Set.copyOf(best.getValue());
            chosen.add(best.getKey());
            missing.values().forEach(tuples -> tuples.removeAll(covered));
            missing.values().removeIf(Set::isEmpty);
        }
        return chosen;
    }

    /** Every t choices of a combination. */
    static Set<String> tuples(int t, Variant variant) {
        var choices =
                variant.choices().entrySet().stream().map(Map.Entry::toString).toList();
        var tuples = new HashSet<String>();
        collect(choices, 0, Math.min(t, choices.size()), "", tuples);
        return tuples;
    }

    private static void collect(List<String> choices, int from, int t, String soFar, Set<String> tuples) {
        if (t == 0) {
            tuples.add(soFar);
            return;
        }
        for (var i = from; i <= choices.size() - t; i++) {
            collect(choices, i + 1, t - 1, soFar + " " + choices.get(i), tuples);
        }
    }
}
