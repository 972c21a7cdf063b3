package org.serverlesspatterns.generator.output;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A folder in which a project is put together. Gone when closed, and when the JVM is told to stop: from then on nothing
 * is written or moved any more, since other threads run on while a JVM stops.
 */
final class Staging implements AutoCloseable {

    private final Path root;
    private final Path folder;
    private final List<Path> parents;
    private final Thread hook;
    private boolean gone;

    private Staging(Path root, List<Path> parents) {
        this.root = root;
        this.folder = root.resolve("project");
        this.parents = parents;
        this.hook = new Thread(this::delete);
    }

    /** The hook comes first: what is made before it would stay if the JVM were told to stop in between. */
    private synchronized Staging opened() throws IOException {
        try {
            Runtime.getRuntime().addShutdownHook(hook);
        } catch (IllegalStateException e) {
            gone = true;
        }
        refuseGone();
        Files.createDirectories(folder);
        return this;
    }

    /** Only a folder on the target's own file system can take its name in one step. */
    static Staging near(Path target, Path temporary) throws IOException {
        var parent = target.toAbsolutePath().getParent();
        var missing = Stream.iterate(parent, folder -> !Files.exists(folder), Path::getParent)
                .toList();
        try {
            Files.createDirectories(parent);
            var sameStore = Files.isDirectory(temporary)
                    && Files.isWritable(temporary)
                    && Files.getFileStore(temporary).equals(Files.getFileStore(parent));
            var root = (sameStore ? temporary : parent).resolve(".serverless-patterns-" + UUID.randomUUID());
            return new Staging(root, missing).opened();
        } catch (IOException e) {
            deleteEmpty(missing);
            throw e;
        }
    }

    synchronized void write(String path, byte[] content, boolean executable) throws IOException {
        refuseGone();
        var file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.write(file, content);
        if (executable && file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            makeExecutable(file);
        }
    }

    /** As {@code chmod +x} does: for those whom the umask lets read it. */
    private static void makeExecutable(Path file) throws IOException {
        var permissions = PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
        var more = PosixFilePermissions.fromString(permissions.replaceAll("(r.).", "$1x"));
        Files.setPosixFilePermissions(file, more);
    }

    /**
     * @param target does not exist, or is a folder that holds nothing but {@code replaced}
     * @param replaced names of files in the target that go
     */
    synchronized void moveTo(Path target, Set<String> replaced) throws IOException {
        refuseGone();
        for (var name : replaced) {
            Files.deleteIfExists(target.resolve(name));
        }
        Files.deleteIfExists(target);
        Files.move(folder, target, StandardCopyOption.ATOMIC_MOVE);
    }

    private void refuseGone() throws IOException {
        if (gone) {
            throw new IOException("the JVM is stopping");
        }
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

    private synchronized void delete() {
        gone = true;
        try (var paths = Files.walk(root)) {
            for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException | UncheckedIOException e) {
            // What cannot be deleted is in a temporary folder and harms nobody.
        }
        deleteEmpty(parents);
    }

    /** @param folders the deepest first */
    private static void deleteEmpty(List<Path> folders) {
        try {
            for (var folder : folders) {
                Files.deleteIfExists(folder);
            }
        } catch (IOException e) {
            // It holds the project, or something of somebody else's.
        }
    }
}
