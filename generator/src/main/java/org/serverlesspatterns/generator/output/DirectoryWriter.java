package org.serverlesspatterns.generator.output;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Set;
import org.serverlesspatterns.generator.Refusal;

/**
 * Writes a project so that it appears whole or not at all: into a staging folder first, which then takes the target's
 * name in one step.
 */
public final class DirectoryWriter {

    private final Path temporary;

    public DirectoryWriter() {
        this(Path.of(System.getProperty("java.io.tmpdir")));
    }

    /** @param temporary where to stage, if it is on the target's file system; otherwise beside the target */
    DirectoryWriter(Path temporary) {
        this.temporary = temporary;
    }

    /**
     * @param target a folder that does not exist, is empty, or holds nothing but {@code replaced}
     * @param replaced names of files in the target that the project takes the place of
     * @throws Refusal when the target has other files, or cannot be written; nothing was changed then
     */
    public void write(FileTree tree, Path target, Set<String> replaced) {
        refuseOccupied(target, replaced);
        try (var staging = Staging.near(target, temporary)) {
            var project = staging.folder();
            for (var path : tree.files().keySet()) {
                var file = project.resolve(path);
                Files.createDirectories(file.getParent());
                Files.write(file, tree.files().get(path));
                if (tree.isExecutable(path)) {
                    makeExecutable(file);
                }
            }
            for (var name : replaced) {
                Files.deleteIfExists(target.resolve(name));
            }
            staging.moveTo(target);
        } catch (IOException e) {
            throw new Refusal(
                    "The project could not be written to %s: %s. Nothing was written.".formatted(target, reason(e)));
        }
    }

    /** @throws Refusal when something of the user's is there */
    public static void refuseOccupied(Path target, Set<String> replaced) {
        if (!Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        if (!Files.isDirectory(target, LinkOption.NOFOLLOW_LINKS)) {
            throw new Refusal("%s is there already and is not a folder. Choose another artifactId, or move it away."
                    .formatted(target));
        }
        var others = entries(target).stream()
                .filter(name -> !replaced.contains(name))
                .sorted()
                .toList();
        if (!others.isEmpty()) {
            throw new Refusal(
                    "The folder %s has files already (%s), and none of yours is overwritten or mixed with new ones. Choose another artifactId, or an empty folder."
                            .formatted(target, String.join(", ", others.subList(0, Math.min(5, others.size())))));
        }
    }

    private static List<String> entries(Path folder) {
        try (var entries = Files.list(folder)) {
            return entries.map(entry -> entry.getFileName().toString()).toList();
        } catch (IOException e) {
            throw new Refusal("The folder %s cannot be read: %s.".formatted(folder, reason(e)));
        }
    }

    private static void makeExecutable(Path file) throws IOException {
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            var permissions = Files.getPosixFilePermissions(file);
            permissions.add(PosixFilePermission.OWNER_EXECUTE);
            permissions.add(PosixFilePermission.GROUP_EXECUTE);
            permissions.add(PosixFilePermission.OTHERS_EXECUTE);
            Files.setPosixFilePermissions(file, permissions);
        }
    }

    private static String reason(IOException e) {
        var reason = e instanceof FileSystemException file ? file.getReason() : e.getMessage();
        return (reason == null ? "" : reason + " ") + "(" + e.getClass().getSimpleName() + ")";
    }
}
