package org.serverlesspatterns.generator.project;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All template files, in memory.
 *
 * @param files path below the root of the templates, with slashes → content, sorted
 */
public record Templates(SortedMap<String, byte[]> files) {

    private static final String CATALOGUE = "catalogue.yml";

    /**
     * Reads them from the class path.
     *
     * @param root the resource folder that holds {@code catalogue.yml}
     */
    public static Templates from(ClassLoader loader, String root) {
        var catalogue = loader.getResource(root + "/" + CATALOGUE);
        if (catalogue == null) {
            throw new IllegalStateException("No templates on the class path: " + root + "/" + CATALOGUE);
        }
        try {
            return new Templates(Collections.unmodifiableSortedMap(
                    catalogue.getProtocol().equals("jar") ? fromJar(catalogue, root + "/") : fromFolder(catalogue)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SortedMap<String, byte[]> fromJar(URL catalogue, String root) throws IOException {
        var files = new TreeMap<String, byte[]>();
        var connection = (JarURLConnection) catalogue.openConnection();
        connection.setUseCaches(false);
        try (var jar = connection.getJarFile()) {
            for (var entry : Collections.list(jar.entries())) {
                if (entry.getName().startsWith(root) && !entry.isDirectory()) {
                    try (var content = jar.getInputStream(entry)) {
                        files.put(entry.getName().substring(root.length()), content.readAllBytes());
                    }
                }
            }
        }
        return files;
    }

    private static SortedMap<String, byte[]> fromFolder(URL catalogue) throws IOException {
        var files = new TreeMap<String, byte[]>();
        try {
            var root = Path.of(catalogue.toURI()).getParent();
            try (var paths = Files.walk(root)) {
                for (var path : paths.filter(Files::isRegularFile).toList()) {
                    files.put(root.relativize(path).toString().replace('\\', '/'), Files.readAllBytes(path));
                }
            }
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
        return files;
    }

    public String text(String path) {
        var content = files.get(path);
        if (content == null) {
            throw new IllegalStateException("There is no template " + path);
        }
        return new String(content, StandardCharsets.UTF_8);
    }

    public String catalogue() {
        return text(CATALOGUE);
    }

    /** The files of one folder. */
    public SortedMap<String, byte[]> in(String folder) {
        // '0' is the character after '/'.
        return files.subMap(folder + "/", folder + "0");
    }
}
