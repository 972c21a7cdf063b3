package [=package].infrastructure;

import java.util.Map;

/** What the control state machine has to know of one source of signals. */
interface SignalTiming {
    /** Values for names that stand in braces after a dollar sign in circuit-control.asl.json. */
    Map<String, String> substitutions();
}
