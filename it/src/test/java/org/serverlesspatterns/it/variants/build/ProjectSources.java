package org.serverlesspatterns.it.variants.build;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.serverlesspatterns.generator.output.FileTree;

/** Reads the Java sources of rendered projects, each distinct one once. */
final class ProjectSources {

    private final Map<String, SourceFile> read = new ConcurrentHashMap<>();

    /** @param root a source folder, with a slash at its end */
    List<SourceFile> in(FileTree tree, String root) {
        return tree.files().subMap(root, root + Character.MAX_VALUE).keySet().stream()
                .filter(path -> path.endsWith(".java"))
                .map(path -> source(path, root, tree.text(path)))
                .toList();
    }

    private SourceFile source(String path, String root, String text) {
        return read.computeIfAbsent(path + "\n" + text, key -> SourceFile.of(path, root, text));
    }
}
