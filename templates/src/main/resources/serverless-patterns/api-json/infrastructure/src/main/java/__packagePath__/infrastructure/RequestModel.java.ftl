package [=package].infrastructure;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.services.apigateway.JsonSchema;
import software.amazon.awscdk.services.apigateway.JsonSchemaType;
import software.amazon.awscdk.services.apigateway.JsonSchemaVersion;

/** What a request body looks like. API Gateway answers 400 to any other, before anything is stored. */
final class RequestModel {
    private RequestModel() {}

    static JsonSchema schema() {
        return JsonSchema.builder()
                .schema(JsonSchemaVersion.DRAFT4)
                .type(JsonSchemaType.OBJECT)
                // In order: each deployment of the API is named by what is in it.
                .properties(new TreeMap<>(Map.of("name", text(1, 200), "quantity", integer(1, 1000))))
                .required(List.of("name", "quantity"))
                .additionalProperties(false)
                .build();
    }

    private static JsonSchema text(int minLength, int maxLength) {
        return JsonSchema.builder()
                .type(JsonSchemaType.STRING)
                .minLength(minLength)
                .maxLength(maxLength)
                .build();
    }

    private static JsonSchema integer(int minimum, int maximum) {
        return JsonSchema.builder()
                .type(JsonSchemaType.INTEGER)
                .minimum(minimum)
                .maximum(maximum)
                .build();
    }
}
