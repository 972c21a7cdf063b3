package [=package].infrastructure.apigateway;

/** A template uses what this package does not implement; the message names it. API Gateway may or may not know it. */
public final class UnsupportedInHarnessException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnsupportedInHarnessException(String what) {
        super("The API Gateway test harness does not implement " + what);
    }
}
