package [=package].infrastructure.apigateway;

import java.util.Map;
import java.util.Optional;

/** What the client gets: status, the headers that templates have set, and the body. */
public record ClientResponse(int status, Map<String, String> headers, String body) {

    /** The value of a header, its name in any case. */
    public Optional<String> header(String name) {
        return headers.entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase(name))
                .map(Map.Entry::getValue)
                .findFirst();
    }
}
