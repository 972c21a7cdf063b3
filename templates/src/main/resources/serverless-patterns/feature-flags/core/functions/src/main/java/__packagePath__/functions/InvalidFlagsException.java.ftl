package [=package].functions;

/** A document of flags that must not be deployed. */
final class InvalidFlagsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    InvalidFlagsException(String message) {
        super(message);
    }
}
