package [=package].infrastructure;

import java.time.Duration;

/**
 * The time limits of a CRUD request. The one who waits waits longer, so that the client is told what happened.
 *
 * @param machine when the execution is ended: the client is answered 504
 * @param integration how long API Gateway waits for the execution; 50 ms to 29 s
 */
record CrudTiming(Duration machine, Duration integration) {
    /**
     * @throws IllegalArgumentException when the times contradict each other
     */
    CrudTiming {
        if (machine.plusSeconds(1).compareTo(integration) > 0 || integration.compareTo(Duration.ofSeconds(29)) > 0) {
            throw new IllegalArgumentException(
                    "CrudTiming: machine (%s) + 1 s must not exceed integration (%s), nor that 29 s"
                            .formatted(machine, integration));
        }
    }

    /** The times of this project; that of the state machine stands in its definition. */
    static CrudTiming standard() {
        return new CrudTiming(CrudMachine.definition().seconds("/TimeoutSeconds"), Duration.ofSeconds(29));
    }
}
