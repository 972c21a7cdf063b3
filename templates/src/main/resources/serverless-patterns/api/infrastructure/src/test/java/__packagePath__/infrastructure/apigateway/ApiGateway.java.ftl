package [=package].infrastructure.apigateway;

/** Where a test of a mapping template starts. */
public final class ApiGateway {
    private ApiGateway() {}

    /** A GET request to {@code /} without parameters and body; its methods fill it in. */
    public static ClientRequest request() {
        return new ClientRequest();
    }
}
