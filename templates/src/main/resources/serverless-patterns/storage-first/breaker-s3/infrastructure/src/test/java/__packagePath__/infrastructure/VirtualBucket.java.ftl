[#assign text = slot("breaker.takes-text")?has_content]
package [=package].infrastructure;

[@imports]
import [=package].infrastructure.asl.LocalAws;
import [=package].infrastructure.asl.TaskFailure;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.HashMap;
import java.util.Map;
[/@imports]

/** The bucket of the stored requests, as state machines see it. */
final class VirtualBucket {
    /** The error of every call from now on; none if empty. */
    String failsWith = "";
    /** The Idempotency-Key of each object, by its key. */
    final Map<String, String> idempotencyKeys = new HashMap<>();

    private final Map<String, String> objects = new HashMap<>();

    void bind(LocalAws aws) {
        aws.task("arn:aws:states:::aws-sdk:s3:[=text?then("getObject", "headObject")]", this::read);
    }

    void put(String key, String body) {
        objects.put(key, body);
    }

[#if slot("storage.test-bucket")?has_content]
    String body(String key) {
        return objects.get(key);
    }

[/#if]
    private JsonNode read(JsonNode arguments) {
        if (!failsWith.isEmpty()) {
            throw new TaskFailure(failsWith, "S3 says no");
        }
        String key = arguments.path("Key").asText();
        if (!objects.containsKey(key)) {
            throw new TaskFailure("S3.NoSuchKeyException", "null (Service: S3, Status Code: 404)");
        }
        var answer = JsonNodeFactory.instance.objectNode();
        answer.putObject("Metadata");
        if (idempotencyKeys.containsKey(key)) {
            answer.withObject("/Metadata").put("idempotency-key", idempotencyKeys.get(key));
        }
        return answer[#if text].put("Body", objects.get(key))[/#if];
    }
}
