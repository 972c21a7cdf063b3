package [=package].functions;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/**
 * Called by AppConfig before it deploys flags. What it refuses would be read as off, and nobody would know why: flags
 * that the code does not ask for, and multi-variant flags, which only the AppConfig Agent can read.
 *
 * @see <a href="https://docs.aws.amazon.com/appconfig/latest/userguide/appconfig-creating-configuration-and-profile-validators.html">Validators</a>
 */
public final class ValidateFlagsHandler implements RequestHandler<Map<String, String>, Void> {
    /**
     * @param event {@code content}: the document, base64
     * @throws InvalidFlagsException with all that is wrong; AppConfig shows it and deploys nothing
     */
    @Override
    public Void handleRequest(Map<String, String> event, Context context) {
        List<String> problems = new ArrayList<>();
        values(event.get("content")).properties().forEach(flag -> check(flag.getKey(), flag.getValue(), problems));
        if (!problems.isEmpty()) {
            throw new InvalidFlagsException(String.join("; ", problems));
        }
        return null;
    }

    /** What a document says the flags are: under {@code values} as it is stored, else as it is read. */
    private static JsonNode values(String content) {
        try {
            JsonNode document = new JsonMapper().readTree(Base64.getDecoder().decode(content));
            return document.has("values") ? document.get("values") : document;
        } catch (IOException malformed) {
            throw new InvalidFlagsException("The document is not JSON");
        }
    }

    private static void check(String key, JsonNode value, List<String> problems) {
        if (Arrays.stream(Flag.values()).noneMatch(flag -> flag.key().equals(key))) {
            problems.add("The code asks for no flag '" + key + "'");
        } else if (value.has("_variants")) {
            problems.add("'" + key + "' has variants, which the code cannot read");
        } else if (!value.path("enabled").isBoolean()) {
            problems.add("'" + key + "' must have \"enabled\": true or false");
        }
    }
}
