package [=package].functions;

/** A request with the same Idempotency-Key is being worked on. The state machine answers 409. */
final class KeyInUseException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    KeyInUseException(Throwable cause) {
        super("Another request with this key is being worked on", cause);
    }
}
