package org.serverlesspatterns.generator.output;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * A whole project in memory.
 *
 * @param files relative path with slashes → content, sorted
 */
public record FileTree(SortedMap<String, byte[]> files) {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]+");
    private static final byte[] SHEBANG = "#!".getBytes(StandardCharsets.US_ASCII);

    /** @throws IllegalArgumentException for a path that is not inside the project */
    public static FileTree of(Map<String, byte[]> files) {
        files.keySet().forEach(FileTree::check);
        return new FileTree(Collections.unmodifiableSortedMap(new TreeMap<>(files)));
    }

    private static void check(String path) {
        var names = List.of(path.split("/", -1));
        var legal = names.stream().allMatch(name -> NAME.matcher(name).matches());
        if (!legal || names.contains("..") || names.contains(".")) {
            throw new IllegalArgumentException("Not a path inside a project: " + path);
        }
    }

    public FileTree with(String path, String content) {
        var more = new TreeMap<>(files);
        more.put(path, content.getBytes(StandardCharsets.UTF_8));
        return of(more);
    }

    public String text(String path) {
        return new String(files.get(path), StandardCharsets.UTF_8);
    }

    /** Scripts are executable: files that begin with {@code #!}. */
    public boolean isExecutable(String path) {
        var content = files.get(path);
        return content.length > 1 && Arrays.equals(content, 0, 2, SHEBANG, 0, 2);
    }
}
