package [=package].infrastructure.asl;

import java.util.List;
import java.util.Set;

/**
 * Which errors a retrier or a catcher is for.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html">Error names</a>
 */
record ErrorNames(List<String> names) {
    /** Raised by nothing here, so that a test would never see them. */
    private static final Set<String> NEVER = Set.of(
            "States.BranchFailed",
            "States.HeartbeatTimeout",
            "States.IntrinsicFailure",
            "States.ItemReaderFailed",
            "States.ParameterPathFailure",
            "States.ResultPathMatchFailure",
            "States.ResultWriterFailed");

    /** @param last whether it is the last of its list, the only one that may name States.ALL */
    static ErrorNames of(Fields fields, boolean last) {
        List<String> names = fields.texts("ErrorEquals");
        fields.require(!names.isEmpty(), "ErrorEquals", "must not be empty");
        for (String name : names) {
            fields.require(!NEVER.contains(name), "ErrorEquals", name + " is not implemented");
            fields.require(
                    !name.equals("States.ALL") || last && names.size() == 1,
                    "ErrorEquals",
                    "States.ALL must stand alone, in the last entry");
        }
        return new ErrorNames(names);
    }

    boolean include(String error) {
        return names.stream().anyMatch(name -> matches(name, error));
    }

    /** States.Runtime is for nothing that States.ALL catches: it always fails the execution. */
    private static boolean matches(String name, String error) {
        if ("States.Runtime".equals(error)) {
            return false;
        }
        return switch (name) {
            case "States.ALL" -> true;
            case "States.TaskFailed" -> error != null && !error.equals("States.Timeout");
            default -> name.equals(error);
        };
    }
}
