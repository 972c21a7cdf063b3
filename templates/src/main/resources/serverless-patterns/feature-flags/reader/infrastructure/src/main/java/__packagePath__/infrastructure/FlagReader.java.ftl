package [=package].infrastructure;

import java.time.Duration;
import java.util.Map;
import software.constructs.Construct;

/** The function that tells state machines the flags. */
final class FlagReader extends Construct {
    /** Time for AppConfig not to answer; a state machine waits less and goes on with every flag off. */
    private static final Duration TIMEOUT = Duration.ofSeconds(15);

    private final JavaFunction function;

    FlagReader(Construct scope, String id, Stage stage, FeatureFlags flags) {
        super(scope, id);
        Map<String, String> environment = Map.of(
                "POWERTOOLS_SERVICE_NAME", "[=stackName]",
                "POWERTOOLS_METRICS_NAMESPACE", "[=stackName]");
        function = new JavaFunction(this, "Read", stage, "ReadFlagsHandler", TIMEOUT, environment);
        flags.serve(function);
    }

    /** For the state machines that read flags. */
    Map<String, String> substitutions() {
        return Map.of("ReadFlagsFunctionArn", function.live().getFunctionArn());
    }

    /** Allows a state machine to ask. */
    void allow(AslStateMachine machine) {
        machine.allow(function.live().getFunctionArn(), "lambda:InvokeFunction");
    }
}
