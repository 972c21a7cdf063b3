package [=package].infrastructure;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A mapping template of API Gateway, composed of files in {@code src/main/resources/request-templates}.
 *
 * <p>The text is one {@code #set} line for each parameter and then the named files, one after the other: what an
 * earlier file sets, a later one reads. The tests run the same text that is deployed.
 *
 * <pre>{@code
 * RequestTemplate.of("idempotency-key", "accepted").text()
 * RequestTemplate.of("accepted").with("id", "request-1").text()
 * }</pre>
 *
 * @see <a href="https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-mapping-template-reference.html">
 *     Variables for data transformations</a>
 */
final class RequestTemplate {
    private static final String FOLDER = "/request-templates/";
    private static final Set<String> GIVEN_BY_API_GATEWAY =
            Set.of("context", "foreach", "input", "stageVariables", "util");
    private static final Pattern COMMENT = Pattern.compile("##.*");
    private static final Pattern REFERENCE = Pattern.compile("\\$!?\\{?([A-Za-z]\\w*)");
    private static final Pattern DEFINITION =
            Pattern.compile("#(?:set|foreach)\\s*\\(\\s*\\$([A-Za-z]\\w*)\\s*(?:=|in\\b)");
    private static final Pattern PARAMETER = Pattern.compile("[A-Za-z]\\w*");
    private static final Pattern CANNOT_BE_QUOTED = Pattern.compile("['\\\\\\r\\n]");

    private final List<String> files;
    private final String body;
    private final Map<String, String> parameters;

    private RequestTemplate(List<String> files, String body, Map<String, String> parameters) {
        this.files = files;
        this.body = body;
        this.parameters = parameters;
    }

    /**
     * The named files in this order, without folder and ending.
     *
     * @throws IllegalArgumentException when there is no such file
     */
    static RequestTemplate of(String... files) {
        List<String> names = List.of(files);
        String body = names.stream().map(RequestTemplate::read).collect(Collectors.joining());
        return new RequestTemplate(names, body, Map.of());
    }

    /**
     * The same template with {@code $name} set to a text, which may be a CDK token.
     *
     * @throws IllegalArgumentException when no file reads {@code $name}, or the value cannot stand between single quotes
     */
    RequestTemplate with(String name, String value) {
        if (!PARAMETER.matcher(name).matches() || !undefined().contains(name)) {
            throw new IllegalArgumentException(
                    "Request template " + files + " has no parameter '" + name + "'; it has " + undefined());
        }
        if (CANNOT_BE_QUOTED.matcher(value).find()) {
            throw new IllegalArgumentException("The value of $" + name + " in request template " + files
                    + " has an apostrophe, a backslash or a line break: " + value);
        }
        Map<String, String> more = new TreeMap<>(parameters);
        more.put(name, value);
        return new RequestTemplate(files, body, more);
    }

    /**
     * The template as it is deployed.
     *
     * @throws IllegalStateException when the files read a variable that nothing sets; API Gateway would print nothing
     *     in its place
     */
    String text() {
        Set<String> missing = undefined();
        missing.removeAll(parameters.keySet());
        if (!missing.isEmpty()) {
            throw new IllegalStateException("Request template " + files + " reads " + missing
                    + ", which nothing sets: give it by with(name, value), or put the file that sets it first");
        }
        StringBuilder text = new StringBuilder();
        parameters.forEach((name, value) -> text.append("#set($%s = '%s')##\n".formatted(name, value)));
        return text.append(body.stripTrailing()).toString();
    }

    private Set<String> undefined() {
        String code = COMMENT.matcher(body).replaceAll("");
        Set<String> names = names(REFERENCE, code);
        names.removeAll(names(DEFINITION, code));
        names.removeAll(GIVEN_BY_API_GATEWAY);
        return names;
    }

    private static Set<String> names(Pattern pattern, String code) {
        return pattern.matcher(code)
                .results()
                .map((MatchResult found) -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String read(String file) {
        String path = FOLDER + file + ".vtl";
        try (InputStream resource = RequestTemplate.class.getResourceAsStream(path)) {
            if (resource == null) {
                throw new IllegalArgumentException(
                        "There is no request template '" + file + "': src/main/resources" + path + " does not exist");
            }
            // A checkout with CRLF must not put carriage returns into the request.
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + path, e);
        }
    }
}
