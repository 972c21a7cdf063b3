package [=package].infrastructure.apigateway;

import java.util.Map;

/** {@code $input}: the body, and the parameters of the client's request. Public because Velocity calls it. */
public final class Input {
    private final String body;
    private final Map<String, Map<String, String>> parameters;

    Input(String body, Map<String, Map<String, String>> parameters) {
        this.body = body.isEmpty() ? "{}" : body;
        this.parameters = parameters;
    }

    /** {@code $input.body}: the raw text. */
    public String getBody() {
        return body;
    }

    /** {@code $input.path(x)}: the value at a JSONPath. */
    public Object path(String path) {
        return JsonText.parse(body).read(path);
    }

    /** {@code $input.json(x)}: the value at a JSONPath, as JSON. */
    public String json(String path) {
        return JsonText.print(JsonText.parse(body).read(path));
    }

    /** {@code $input.params()}: the maps {@code path}, {@code querystring} and {@code header}. */
    public Map<String, Map<String, String>> params() {
        return parameters;
    }

    /** {@code $input.params(x)}: a parameter of the path, else of the query string, else a header. */
    public String params(String name) {
        return parameters.values().stream()
                .filter(kind -> kind.containsKey(name))
                .map(kind -> kind.get(name))
                .findFirst()
                .orElse("");
    }
}
