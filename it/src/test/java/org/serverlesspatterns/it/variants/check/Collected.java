package org.serverlesspatterns.it.variants.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.serverlesspatterns.it.variants.Finding;
import org.serverlesspatterns.it.variants.Findings;
import org.serverlesspatterns.it.variants.Variant;
import org.serverlesspatterns.it.variants.build.Hash;

/** Distinct texts of many variants, as files for a tool that is started once for all of them. */
final class Collected {

    private final String ending;
    private final SortedMap<String, Text> texts = new TreeMap<>();
    private final Set<String> faultless = new HashSet<>();

    /** @param ending of the files, {@code .json} */
    Collected(String ending) {
        this.ending = ending;
    }

    /** @param place what the variant calls it */
    record Text(String file, String place, String content, Set<Variant> variants) {}

    /** What a tool has seen before and found without fault is not asked again. */
    synchronized void add(String place, String content, Variant variant) {
        var file = Hash.of(place + "\n" + content) + ending;
        if (!faultless.contains(file)) {
            texts.computeIfAbsent(file, key -> new Text(key, place, content, new TreeSet<>()))
                    .variants()
                    .add(variant);
        }
    }

    synchronized boolean isEmpty() {
        return texts.isEmpty();
    }

    /** Writes them and takes them out. */
    synchronized SortedMap<String, Text> writeTo(Path folder) {
        var written = new TreeMap<>(texts);
        texts.clear();
        faultless.addAll(written.keySet());
        try {
            Files.createDirectories(folder);
            for (var text : written.entrySet()) {
                Files.writeString(folder.resolve(text.getKey()), text.getValue().content());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return written;
    }

    synchronized void add(Findings findings, Finding finding, Text text) {
        faultless.remove(text.file());
        text.variants().forEach(variant -> findings.add(finding, variant));
    }
}
