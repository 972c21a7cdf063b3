package org.serverlesspatterns.generator.door;

import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import org.serverlesspatterns.generator.Refusal;
import org.serverlesspatterns.generator.project.ParentPom;

/** What Maven has made by the time the post-generate script runs. */
final class Stub {

    static final String FILE = "pom.xml";

    /** Stands in the archetype's stub and in no other POM. */
    static final String MARK = "serverless-patterns: generation did not finish";

    private static final Pattern PARENT = Pattern.compile("<parent>(.*?)</parent>", Pattern.DOTALL);

    private final Path folder;
    private final String artifactId;
    private final Path pom;

    /**
     * @param folder in which the project's folder is
     * @param artifactId as given: Maven checks no names, so it may lead anywhere
     */
    Stub(Path folder, String artifactId) {
        this.folder = folder;
        this.artifactId = artifactId;
        // As Maven does it: an absolute path stays below the folder.
        this.pom = new File(folder.toFile(), artifactId).toPath().normalize().resolve(FILE);
    }

    /** The parent that Maven has entered into the stub. */
    Optional<ParentPom> parent() {
        var parent = PARENT.matcher(read(pom));
        if (!parent.find()) {
            return Optional.empty();
        }
        return Optional.of(new ParentPom(
                element(parent.group(1), "groupId"),
                element(parent.group(1), "artifactId"),
                element(parent.group(1), "version")));
    }

    private static String element(String xml, String name) {
        var element =
                Pattern.compile("<" + name + ">\\s*(.*?)\\s*</" + name + ">").matcher(xml);
        if (!element.find()) {
            throw new Refusal("The parent of the new project has no %s. Give its POM one.".formatted(name));
        }
        return element.group(1);
    }

    /** Leaves no trace of a project that was refused: neither the stub and its folder nor the module entry. */
    void remove() {
        try {
            if (Files.isRegularFile(pom) && read(pom).contains(MARK)) {
                var becameModule = PARENT.matcher(read(pom)).find();
                Files.delete(pom);
                removeEmptyFolders();
                if (becameModule) {
                    removeModule(folder.resolve(FILE));
                }
            }
        } catch (IOException e) {
            throw new Refusal("The unfinished %s could not be removed: %s".formatted(pom, e.getMessage()));
        }
    }

    /** The project's folder, and those between it and the folder in which Maven made it. */
    private void removeEmptyFolders() throws IOException {
        var made = pom.getParent();
        try {
            while (!folder.startsWith(made)) {
                Files.delete(made);
                made = made.getParent();
                if (!made.startsWith(folder)) {
                    return;
                }
            }
        } catch (DirectoryNotEmptyException e) {
            // The user's own files are there: the folder stays.
        }
    }

    private void removeModule(Path parentPom) throws IOException {
        var xml = read(parentPom);
        var module = "<module>\\s*" + Pattern.quote(artifactId) + "\\s*</module>";
        var only = Pattern.compile("\\s*<modules>\\s*" + module + "\\s*</modules>");
        var one = Pattern.compile("\\s*" + module);
        var pattern = only.matcher(xml).find() ? only : one;
        Files.writeString(parentPom, pattern.matcher(xml).replaceFirst(""));
    }

    private static String read(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new Refusal("%s cannot be read: %s".formatted(file, e.getMessage()));
        }
    }
}
