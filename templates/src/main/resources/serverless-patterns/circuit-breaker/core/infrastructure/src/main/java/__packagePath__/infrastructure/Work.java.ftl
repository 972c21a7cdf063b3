package [=package].infrastructure;

import java.util.Map;
import software.amazon.awscdk.services.stepfunctions.StateMachineType;

/** What the circuit breaker protects: the service that the states {@code Work} and {@code Probe} call. */
interface Work {
    /** An Express execution answers its caller; work of more than five minutes, or that {@code .sync} waits for, is Standard. */
    default StateMachineType machineType() {
        return StateMachineType.EXPRESS;
    }

    /** Values for the names in the states of the work that stand in braces after a dollar sign. */
    Map<String, String> substitutions();

    /** Allows the state machine to call the service, and nothing else. */
    void allow(AslStateMachine machine);
}
