package org.serverlesspatterns.it.variants.check;

import java.io.PrintStream;
import java.util.List;
import java.util.stream.Stream;
import org.serverlesspatterns.it.variants.check.iam.IamCheck;

/** What every variant has to pass. */
public final class Checks {

    private Checks() {}

    /** @param out says which checks were skipped */
    public static List<Check> all(PrintStream out) {
        return Stream.concat(inThisJvm().stream(), Stream.of(new AslValidatorCheck(), new CfnLintCheck(out)))
                .toList();
    }

    /** Those that start no other program. */
    public static List<Check> inThisJvm() {
        return List.of(
                new AslCheck(),
                new IamCheck(),
                new TimingCheck(),
                new NagCheck(),
                new FormatCheck(),
                new UnusedCodeCheck(),
                new DependencyCheck(),
                new UnusedFileCheck(),
                new ReadmeCheck(),
                new EnvironmentCheck());
    }
}
