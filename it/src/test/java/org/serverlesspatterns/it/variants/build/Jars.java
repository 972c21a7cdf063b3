package org.serverlesspatterns.it.variants.build;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.jar.JarFile;
import java.util.stream.Collectors;

/** Which jars of a class path have the packages that a source names. */
final class Jars {

    private final Map<Path, Set<String>> packages = new ConcurrentHashMap<>();

    List<Path> of(SourceFile source, List<Path> classPath) {
        return classPath.stream()
                .filter(jar -> {
                    var its = packages.computeIfAbsent(jar, Jars::read);
                    return source.packages().stream().anyMatch(its::contains);
                })
                .toList();
    }

    private static Set<String> read(Path jar) {
        try (var file = new JarFile(jar.toFile())) {
            return file.stream()
                    .map(entry -> entry.getName())
                    .filter(name -> name.endsWith(".class") && name.contains("/"))
                    .map(name -> name.substring(0, name.lastIndexOf('/')).replace('/', '.'))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
