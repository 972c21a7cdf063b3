package org.serverlesspatterns.it.variants.build;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;

/**
 * Compiles what has not been compiled before. A source is compiled again as soon as it, or anything that it can depend
 * on, or a jar that has a package it names, is another one. For one thread; threads share what they have compiled.
 */
final class IncrementalCompiler implements AutoCloseable {

    /** What all threads have compiled without a complaint: fingerprint → class files and face. */
    static final class Cache {
        private final ConcurrentMap<String, Made> made = new ConcurrentHashMap<>();
        private final Jars jars = new Jars();
        private final LongAdder compiled = new LongAdder();
        private final LongAdder wanted = new LongAdder();

        @Override
        public String toString() {
            return "%,d of %,d sources compiled, the others known".formatted(compiled.sum(), wanted.sum());
        }
    }

    /** What became of one source. */
    private record Made(ClassFiles classes, Visible face) {}

    private static final int OPEN = 12;

    private final Cache cache;
    /** Those that were used last: each keeps the index of every jar of its class path in memory. */
    private final Map<List<Path>, Compiler> compilers = new LinkedHashMap<>(OPEN, 0.75f, true);

    IncrementalCompiler(Cache cache) {
        this.cache = cache;
    }

    /**
     * @param sources to compile
     * @param others whose classes they may use
     */
    Compiled compile(List<SourceFile> sources, Compiled others, List<Path> classPath, List<String> options) {
        var texts = sources.stream().map(Visible::text).toList();
        var set = new SourceSet(
                Stream.concat(texts.stream(), others.faces().stream()).toList());
        var classes = new HashMap<String, byte[]>();
        var faces = new ArrayList<Visible>();
        var missing = new LinkedHashMap<SourceFile, String>();
        for (var text : texts) {
            var source = text.source();
            var fingerprint = Hash.of(
                    List.of(options.toString(), cache.jars.of(source, classPath).toString(), set.fingerprint(text)));
            var known = cache.made.get(fingerprint);
            if (known == null) {
                missing.put(source, fingerprint);
            } else {
                classes.putAll(known.classes().byName());
                faces.add(known.face());
            }
        }
        cache.wanted.add(sources.size());
        cache.compiled.add(missing.size());
        if (missing.isEmpty()) {
            return new Compiled(new ClassFiles(classes), faces, List.of());
        }
        var result = compiler(classPath)
                .compile(List.copyOf(missing.keySet()), others.classes().and(new ClassFiles(classes)), options);
        if (!result.complaints().isEmpty()) {
            return new Compiled(ClassFiles.NONE, List.of(), result.complaints());
        }
        result.classes().forEach((source, made) -> {
            var face = Face.of(source, made);
            classes.putAll(made.byName());
            faces.add(face);
            cache.made.put(missing.get(source), new Made(made, face));
        });
        return new Compiled(new ClassFiles(classes), faces, List.of());
    }

    private Compiler compiler(List<Path> classPath) {
        if (!compilers.containsKey(classPath) && compilers.size() == OPEN) {
            close(compilers.remove(compilers.keySet().iterator().next()));
        }
        return compilers.computeIfAbsent(classPath, Compiler::new);
    }

    @Override
    public void close() {
        compilers.values().forEach(IncrementalCompiler::close);
    }

    private static void close(Compiler compiler) {
        try {
            compiler.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
