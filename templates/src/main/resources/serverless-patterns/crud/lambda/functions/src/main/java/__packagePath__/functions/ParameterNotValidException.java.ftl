package [=package].functions;

/** A parameter or header cannot be used. The state machine answers 400. */
final class ParameterNotValidException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param message for the client */
    ParameterNotValidException(String message) {
        super(message);
    }
}
