package [=package].infrastructure.apigateway;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The integration responses of a method, selected as API Gateway does. Immutable.
 *
 * <p>A template may be null: the body is passed through as it is.
 */
public final class IntegrationResponses {
    private final List<Response> patterns;
    private final Response otherwise;

    private IntegrationResponses(List<Response> patterns, Response otherwise) {
        this.patterns = patterns;
        this.otherwise = otherwise;
    }

    record Response(Pattern pattern, int status, String template) {}

    /** No response yet. */
    public static IntegrationResponses none() {
        return new IntegrationResponses(List.of(), null);
    }

    /** Answers that match the pattern as a whole get this status and this template. */
    public static IntegrationResponses when(String selectionPattern, int status, String template) {
        return none().and(selectionPattern, status, template);
    }

    /** Only the default response. */
    public static IntegrationResponses always(int status, String template) {
        return new IntegrationResponses(List.of(), new Response(null, status, template));
    }

    /** A further pattern, tried after those before it. */
    public IntegrationResponses and(String selectionPattern, int status, String template) {
        List<Response> more = new ArrayList<>(patterns);
        more.add(new Response(Pattern.compile(selectionPattern), status, template));
        return new IntegrationResponses(List.copyOf(more), otherwise);
    }

    /** The default response: the one without a pattern. */
    public IntegrationResponses otherwise(int status, String template) {
        return new IntegrationResponses(patterns, new Response(null, status, template));
    }

    Response select(BackendAnswer answer) {
        return patterns.stream()
                .filter(response ->
                        response.pattern().matcher(answer.selectedBy()).matches())
                .findFirst()
                .orElseGet(this::defaultResponse);
    }

    private Response defaultResponse() {
        if (otherwise == null) {
            throw new IllegalStateException("No pattern of " + patterns + " matches and there is no default response");
        }
        return otherwise;
    }
}
