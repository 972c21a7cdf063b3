package [=package].functions;

/** If-Match is missing. The state machine answers 428. */
final class PreconditionRequiredException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    PreconditionRequiredException() {
        super("If-Match is missing");
    }
}
