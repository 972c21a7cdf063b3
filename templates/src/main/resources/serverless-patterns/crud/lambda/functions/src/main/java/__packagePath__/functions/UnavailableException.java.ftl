package [=package].functions;

/** DynamoDB throttles or does not answer, after the retries of the SDK. The state machine answers 503. */
final class UnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnavailableException(Throwable cause) {
        super("DynamoDB is not available", cause);
    }
}
