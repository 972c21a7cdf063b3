package org.serverlesspatterns.generator.output;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
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
            for (var path : tree.files().keySet()) {
                staging.write(path, tree.files().get(path), tree.isExecutable(path));
            }
            staging.moveTo(target, replaced);
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

    private static String reason(IOException e) {
        return e.getMessage() + " (" + e.getClass().getSimpleName() + ")";
    }
}
