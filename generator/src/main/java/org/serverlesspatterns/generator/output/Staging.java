package org.serverlesspatterns.generator.output;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;

/** A folder in which a project is put together. Gone when closed, and when the JVM is told to stop. */
final class Staging implements AutoCloseable {

    private final Path root;
    private final Path folder;
    private final Thread hook;

    private Staging(Path root) throws IOException {
        this.root = root;
        // Temporary folders are private to the user; the project's own folder gets the usual permissions.
        this.folder = Files.createDirectory(root.resolve("project"));
        this.hook = new Thread(this::delete);
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** Only a folder on the target's own file system can take its name in one step. */
    static Staging near(Path target, Path temporary) throws IOException {
        var parent = target.toAbsolutePath().getParent();
        Files.createDirectories(parent);
        var sameStore = Files.isDirectory(temporary)
                && Files.isWritable(temporary)
                && Files.getFileStore(temporary).equals(Files.getFileStore(parent));
        return new Staging(Files.createTempDirectory(sameStore ? temporary : parent, ".serverless-patterns-"));
    }

    Path folder() {
        return folder;
    }

    /** @param target does not exist or is an empty folder */
    void moveTo(Path target) throws IOException {
        Files.deleteIfExists(target);
        Files.move(folder, target, StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public void close() {
        delete();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The JVM is stopping: the hook runs anyway.
        }
    }

    private void delete() {
        try (var paths = Files.walk(root)) {
            for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            // What cannot be deleted is in a temporary folder and harms nobody.
        }
    }
}
