package [=package].infrastructure;

import java.util.Map;
import software.amazon.awscdk.services.stepfunctions.StateMachineType;

/** What the circuit breaker protects: the service that the states {@code Work} and {@code Probe} call. */
interface Work {
    /** Whether an execution answers its caller (EXPRESS) or may last for more than five minutes (STANDARD). */
    StateMachineType machineType();

    /** Values for the names in the states of the work that stand in braces after a dollar sign. */
    Map<String, String> substitutions();

    /** Allows the state machine to call the service, and nothing else. */
    void allow(AslStateMachine machine);
}
