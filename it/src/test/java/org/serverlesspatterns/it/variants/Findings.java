package org.serverlesspatterns.it.variants;

import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;

/** All findings of a run, each with the variants that have it. */
public final class Findings {

    private final Map<Finding, SortedSet<Variant>> variants = new ConcurrentSkipListMap<>();

    public synchronized void add(Finding finding, Variant variant) {
        variants.computeIfAbsent(finding, key -> new TreeSet<>()).add(variant);
    }

    public synchronized boolean isEmpty() {
        return variants.isEmpty();
    }

    public synchronized int count() {
        return variants.size();
    }

    /** How many variants have a finding at least. */
    public synchronized long faultyVariants() {
        return variants.values().stream().flatMap(SortedSet::stream).distinct().count();
    }

    /** Every finding once, with a variant that has it and how to get that variant. */
    @Override
    public synchronized String toString() {
        return variants.entrySet().stream()
                .map(entry -> describe(entry.getKey(), entry.getValue()))
                .collect(Collectors.joining("\n\n"));
    }

    private static String describe(Finding finding, SortedSet<Variant> variants) {
        var first = variants.first();
        var others = variants.size() == 1 ? "" : " and %,d other variants".formatted(variants.size() - 1);
        return """
                %s
                    in %s%s
                    alone: mvn -pl it -am test -Dtest=VariantsIT -Dvariant=%s
                    made by: %s""".formatted(finding, first, others, first, first.command());
    }
}
