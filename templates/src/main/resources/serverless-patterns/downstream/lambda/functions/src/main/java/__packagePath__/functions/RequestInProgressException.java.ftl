package [=package].functions;

/** Another worker has this request at the moment. It says nothing about the health of the service. */
final class RequestInProgressException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RequestInProgressException() {
        super("Another worker holds the lease of this request");
    }
}
