package [=package].functions;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.text.Normalizer;
import java.util.function.Function;

/**
 * The new processing behind the flag: names that look the same become the same, in Unicode's form NFC and with single
 * blanks, before the work goes on as it did. A name of blanks alone is none and is rejected.
 *
 * @see <a href="https://www.unicode.org/reports/tr15/">Unicode normalization forms</a>
 */
final class Normalized[=Resource]Work implements Function<StoredRequest, String> {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final Function<StoredRequest, String> work;

    Normalized[=Resource]Work(Function<StoredRequest, String> work) {
        this.work = work;
    }

    @Override
    public String apply(StoredRequest request) {
        return work.apply(normalized(request));
    }

    private static StoredRequest normalized(StoredRequest request) {
        try {
            if (JSON.readTree(request.body()) instanceof ObjectNode body
                    && body.path("name").isTextual()) {
                body.put("name", normalized(body.path("name").textValue()));
                return new StoredRequest(request.id(), body.toString(), request.receivedAt());
            }
        } catch (JsonProcessingException malformed) {
            // The work rejects it, as it does whatever else is wrong.
        }
        return request;
    }

    private static String normalized(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC).strip().replaceAll("\\s+", " ");
    }
}
