package org.serverlesspatterns.it.variants.check;

import java.util.stream.Stream;
import org.serverlesspatterns.it.variants.Finding;
import org.serverlesspatterns.it.variants.Subject;

/** Neither cdk-nag nor CDK itself says anything that the project has not accepted with a reason. */
public final class NagCheck implements Check {

    @Override
    public Stream<Finding> findings(Subject subject) {
        return subject.assembly().messages().stream()
                .map(message -> new Finding(
                        "cdk-nag",
                        message.construct(),
                        message.text().strip()
                                + " Solve it, or accept it with SecurityReview.accept beside the construct."));
    }
}
