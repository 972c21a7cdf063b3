package [=package].infrastructure.asl;

import java.util.Map;

/** Ends the execution, or the branch. */
final class SucceedState extends State {
    private final Leaving leaving;

    SucceedState(Fields fields) {
        super(fields);
        leaving = new Leaving(name(), fields.optionalTemplate("Output"), Map.of());
    }

    @Override
    Exit visit(Visit visit) {
        return leaving.exit(Query.of(visit), visit.input(), null);
    }
}
