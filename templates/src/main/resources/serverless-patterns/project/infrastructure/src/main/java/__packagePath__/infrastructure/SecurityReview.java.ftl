package [=package].infrastructure;

import io.github.cdklabs.cdknag.NagPackSuppression;
import io.github.cdklabs.cdknag.NagSuppressions;
import java.util.List;
import software.constructs.IConstruct;

/** Findings of cdk-nag that were looked at and accepted. SecurityTest fails on every other one. */
final class SecurityReview {
    private SecurityReview() {}

    /**
     * Accepts one rule on one construct and what it contains.
     *
     * @param findings what exactly is accepted, for a rule that reports more than one thing; none means all
     */
    static void accept(IConstruct construct, String rule, String reason, String... findings) {
        var suppression = NagPackSuppression.builder().id(rule).reason(reason);
        if (findings.length > 0) {
            suppression.appliesTo(List.of(findings));
        }
        NagSuppressions.addResourceSuppressions(construct, List.of(suppression.build()), true);
    }
}
