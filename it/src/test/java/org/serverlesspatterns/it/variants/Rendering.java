package org.serverlesspatterns.it.variants;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.serverlesspatterns.generator.Generator;
import org.serverlesspatterns.generator.output.FileTree;
import org.serverlesspatterns.it.variants.build.Hash;

/** Renders variants. All of them fit into memory, because a content that several have is kept once. */
final class Rendering {

    private final Generator generator;
    private final Map<String, byte[]> contents = new ConcurrentHashMap<>();

    Rendering(Generator generator) {
        this.generator = generator;
    }

    /** In the order of the variants. What cannot be rendered becomes a finding and is not in the result. */
    Map<Variant, FileTree> render(Collection<Variant> variants, Findings findings) {
        var trees = new ConcurrentHashMap<Variant, FileTree>();
        variants.parallelStream().forEach(variant -> {
            try {
                trees.put(variant, shared(generator.render(generator.project(variant.answers()))));
            } catch (RuntimeException e) {
                findings.add(new Finding("rendering", "templates", e.getMessage()), variant);
            }
        });
        var ordered = new LinkedHashMap<Variant, FileTree>();
        variants.stream().filter(trees::containsKey).forEach(variant -> ordered.put(variant, trees.get(variant)));
        return ordered;
    }

    int distinctFiles() {
        return contents.size();
    }

    private FileTree shared(FileTree tree) {
        var files = new TreeMap<String, byte[]>();
        tree.files()
                .forEach((path, content) ->
                        files.put(path, contents.computeIfAbsent(path + Hash.of(content), key -> content)));
        return FileTree.of(files);
    }
}
