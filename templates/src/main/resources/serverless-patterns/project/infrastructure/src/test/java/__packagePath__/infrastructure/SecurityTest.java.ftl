package [=package].infrastructure;

import io.github.cdklabs.cdknag.AwsSolutionsChecks;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awscdk.Aspects;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.assertions.Annotations;
import software.amazon.awscdk.assertions.Match;
import software.amazon.awscdk.services.sqs.Queue;

/** The rules of AWS Solutions (cdk-nag): every finding is solved, or accepted next to the construct with a reason. */
class SecurityTest {
    @ParameterizedTest
    @ValueSource(strings = {"dev", "prod"})
    void noFindingIsUnexplained(String stage) {
        assertNoFinding(Synthesis.stack(Map.of("stage", stage)));
    }

    @Test
    void findingsAreFound() {
        var stack = new Stack(Synthesis.app(Map.of()), "Careless");
        new Queue(stack, "Queue");

        check(stack).hasError("*", Match.stringLikeRegexp("AwsSolutions-SQS4.*"));
    }

    static void assertNoFinding(Stack stack) {
        var annotations = check(stack);

        annotations.hasNoError("*", Match.anyValue());
        annotations.hasNoWarning("*", Match.anyValue());
    }

    private static Annotations check(Stack stack) {
        Aspects.of(stack).add(new AwsSolutionsChecks());
        return Annotations.fromStack(stack);
    }
}
