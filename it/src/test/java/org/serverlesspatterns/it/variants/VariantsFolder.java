package org.serverlesspatterns.it.variants;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.serverlesspatterns.it.kit.BuildUnderTest;

/**
 * The folder {@code target/variants}, in which this JVM runs: from there a generated stack finds the zip of its
 * functions. What is in the zip makes no difference to the stack.
 */
public record VariantsFolder(Path path) {

    public static VariantsFolder here() {
        var here = Path.of("").toAbsolutePath();
        var expected = BuildUnderTest.target().resolve("variants");
        if (!here.equals(expected.toAbsolutePath())) {
            throw new IllegalStateException("The working directory is " + here + ", and has to be " + expected);
        }
        var zip = here.resolve("functions/target/functions.zip");
        try {
            Files.createDirectories(zip.getParent());
            Files.writeString(zip, "Stands for the functions.");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new VariantsFolder(here);
    }

    /** Stays for the next run. */
    Path classPaths() {
        return path.resolve("class-paths");
    }

    /** @param worker each has its own */
    Path cloudAssembly(String worker) {
        return path.resolve("cdk.out-" + worker);
    }
}
