package [=package].functions;

/** The request is understood, but cannot be done. The state machine answers 422. */
final class UnprocessableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param message for the client */
    UnprocessableException(String message) {
        super(message);
    }
}
