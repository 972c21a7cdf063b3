package org.serverlesspatterns.it.variants;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
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

    /** In the order in which they are given, those first that bring most. */
    public static List<Variant> of(int t, List<Variant> valid) {
        var numbers = new HashMap<String, Integer>();
        var tuples = new HashMap<List<Integer>, Integer>();
        var tuplesOf = valid.stream()
                .map(variant -> variant.choices().entrySet().stream()
                        .map(choice -> numbers.computeIfAbsent(choice.toString(), key -> numbers.size()))
                        .toList())
                .map(choices -> numbersOf(t, choices, tuples))
                .toList();
        var covered = new BitSet();
        var chosen = new ArrayList<Variant>();
        while (covered.cardinality() < tuples.size()) {
            var best = 0;
            var most = 0;
            for (var i = 0; i < valid.size(); i++) {
                var more = 0;
                for (var tuple : tuplesOf.get(i)) {
                    more += covered.get(tuple) ? 0 : 1;
                }
                if (more > most) {
                    most = more;
                    best = i;
                }
            }
            for (var tuple : tuplesOf.get(best)) {
                covered.set(tuple);
            }
            chosen.add(valid.get(best));
        }
        return chosen;
    }

    /** The numbers of all tuples of these choices. */
    private static int[] numbersOf(int t, List<Integer> choices, Map<List<Integer>, Integer> tuples) {
        var found = new ArrayList<List<Integer>>();
        collect(choices, 0, Math.min(t, choices.size()), List.of(), found);
        return found.stream()
                .mapToInt(tuple -> tuples.computeIfAbsent(tuple, key -> tuples.size()))
                .toArray();
    }

    /** Every t choices of a combination. */
    static Set<Set<String>> tuples(int t, Variant variant) {
        var choices =
                variant.choices().entrySet().stream().map(Map.Entry::toString).toList();
        var tuples = new ArrayList<List<String>>();
        collect(choices, 0, Math.min(t, choices.size()), List.of(), tuples);
        return tuples.stream().map(Set::copyOf).collect(Collectors.toSet());
    }

    private static <T> void collect(List<T> choices, int from, int t, List<T> soFar, List<List<T>> tuples) {
        if (t == 0) {
            tuples.add(soFar);
            return;
        }
        for (var i = from; i <= choices.size() - t; i++) {
            var more = new ArrayList<>(soFar);
            more.add(choices.get(i));
            collect(choices, i + 1, t - 1, List.copyOf(more), tuples);
        }
    }
}
