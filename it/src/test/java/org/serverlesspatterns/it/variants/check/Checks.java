package org.serverlesspatterns.it.variants.check;

import java.io.PrintStream;
import java.util.List;
import org.serverlesspatterns.it.variants.check.iam.IamCheck;

/** What every variant has to pass. */
public final class Checks {

    private Checks() {}

    /** @param out says which checks were skipped */
    public static List<Check> all(PrintStream out) {
        return List.of(
                new AslCheck(),
                new AslValidatorCheck(),
                new IamCheck(),
                new TimingCheck(),
                new NagCheck(),
                new CfnLintCheck(out),
                new FormatCheck(),
                new UnusedCodeCheck(),
                new DependencyCheck(),
                new UnusedFileCheck(),
                new ReadmeCheck(),
                new EnvironmentCheck());
    }
}
