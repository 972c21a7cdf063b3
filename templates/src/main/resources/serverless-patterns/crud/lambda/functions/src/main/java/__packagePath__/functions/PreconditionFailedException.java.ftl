package [=package].functions;

/** If-Match names another version than the one there is. The state machine answers 412. */
final class PreconditionFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    PreconditionFailedException() {
        super("If-Match is not the current version");
    }
}
