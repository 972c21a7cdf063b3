package [=package].functions;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** What a client says of [#if "aeiou"?contains(resource[0])]an[#else]a[/#if] [=resource]. The rules that a JSON Schema cannot express belong here. */
record CrudContent(String name, int quantity) {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /**
     * @param body JSON that API Gateway has found to be of the model
     * @throws UnprocessableException when it cannot be
     */
    static CrudContent parse(String body) {
        try {
            JsonNode json = JSON.readTree(body);
            return new CrudContent(
                    json.path("name").asText(), json.path("quantity").asInt());
        } catch (JsonProcessingException malformed) {
            // Not as the cause: its message may quote the body.
            throw new UnprocessableException("The body is not JSON");
        }
    }

    CrudContent {
        if (name.isBlank()) {
            throw new UnprocessableException("name must not be blank");
        }
    }
}
