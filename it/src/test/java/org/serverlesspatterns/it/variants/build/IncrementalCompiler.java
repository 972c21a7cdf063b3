package org.serverlesspatterns.it.variants.build;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * Compiles what has not been compiled before. A source is compiled again as soon as it, or anything that it can depend
 * on, or the class path, is another one. For one thread; threads share what they have compiled.
 */
final class IncrementalCompiler implements AutoCloseable {

    /** What all threads have compiled without a complaint: fingerprint → class files. */
    static final class Cache {
        private final ConcurrentMap<String, ClassFiles> classes = new ConcurrentHashMap<>();
        private final LongAdder compiled = new LongAdder();
        private final LongAdder wanted = new LongAdder();

        @Override
        public String toString() {
            return "%,d of %,d sources compiled, the others known".formatted(compiled.sum(), wanted.sum());
        }
    }

    private static final int OPEN = 12;

    private final Cache cache;
    /** Those that were used last: each keeps the index of every jar of its class path in memory. */
    private final Map<List<Path>, Compiler> compilers = new LinkedHashMap<>(OPEN, 0.75f, true);

    IncrementalCompiler(Cache cache) {
        this.cache = cache;
    }

    /**
     * @param classes of the sources alone
     * @param complaints errors and warnings; the classes are complete if there are none
     */
    record Compiled(ClassFiles classes, List<String> complaints) {}

    /**
     * @param sources to compile
     * @param others sources of classes that they may use
     * @param otherClasses the classes of these
     */
    Compiled compile(
            List<SourceFile> sources,
            Collection<SourceFile> others,
            ClassFiles otherClasses,
            List<Path> classPath,
            List<String> options) {
        var all = new ArrayList<>(sources);
        all.addAll(others);
        var set = new SourceSet(all);
        var setting = Hash.of(List.of(classPath.toString(), options.toString()));
        var classes = new HashMap<String, byte[]>();
        var missing = new LinkedHashMap<SourceFile, String>();
        for (var source : sources) {
            var fingerprint = setting + set.fingerprint(source);
            var known = cache.classes.get(fingerprint);
            if (known == null) {
                missing.put(source, fingerprint);
            } else {
                classes.putAll(known.byName());
            }
        }
        cache.wanted.add(sources.size());
        cache.compiled.add(missing.size());
        if (missing.isEmpty()) {
            return new Compiled(new ClassFiles(classes), List.of());
        }
        var result = compiler(classPath)
                .compile(List.copyOf(missing.keySet()), otherClasses.and(new ClassFiles(classes)), options);
        result.classes().forEach((source, made) -> {
            classes.putAll(made.byName());
            if (result.complaints().isEmpty()) {
                cache.classes.put(missing.get(source), made);
            }
        });
        return new Compiled(new ClassFiles(classes), result.complaints());
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
