package [=package].infrastructure.asl;

/** Passes its input, or what Output says, on. */
final class PassState extends State {
    private final Leaving leaving;
    private final String next;

    PassState(Fields fields) {
        super(fields);
        leaving = Leaving.of(fields);
        next = next(fields);
    }

    @Override
    Exit visit(Visit visit) {
        return leaving.exit(Query.of(visit), visit.input(), next);
    }
}
