package [=package].infrastructure.apigateway;

/** A template that API Gateway could not have rendered either: the client would be answered 500. */
public final class TemplateFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TemplateFailedException(String message, Throwable cause) {
        super(message, cause);
    }
}
