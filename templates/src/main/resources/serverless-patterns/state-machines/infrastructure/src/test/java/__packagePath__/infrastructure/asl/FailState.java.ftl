package [=package].infrastructure.asl;

/** Fails with an error name and a cause; both may be missing. */
final class FailState extends State {
    private final Template error;
    private final Template cause;

    FailState(Fields fields) {
        super(fields);
        error = fields.optionalTemplate("Error", Kind.STRING);
        cause = fields.optionalTemplate("Cause", Kind.STRING);
    }

    @Override
    Exit visit(Visit visit) {
        Query query = Query.of(visit);
        throw new TaskFailure(text(error, query), text(cause, query));
    }

    private static String text(Template template, Query query) {
        return template == null ? null : template.evaluate(query, Kind.STRING).asText();
    }
}
