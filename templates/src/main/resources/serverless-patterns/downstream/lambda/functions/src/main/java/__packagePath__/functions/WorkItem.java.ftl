[#assign encoded = storageFirst == "iot"]
[#assign object = slot("work-item.object")?has_content]
package [=package].functions;

[#if encoded]
import java.util.Base64;
[/#if]
import java.util.Map;
[#if object]
import java.util.function.Supplier;
[/#if]

[#if object]
/**
 * How a request comes from the state machine: {@code id}, {@code receivedAt} and, as a string, {@code body}, or {@code
 * object} with {@code bucket}, {@code key} and {@code versionId} of what holds the body.
 */
[#elseif encoded]
/**
 * How a request comes from the state machine: {@code id}, {@code receivedAt} and, as a string, {@code body}, which is in
 * Base64 if {@code encoding} says so.
 */
[#else]
/** How a request comes from the state machine: {@code id}, {@code receivedAt} and, as a string, {@code body}. */
[/#if]
final class WorkItem {
    private WorkItem() {}

    /**
     * @throws RejectedRequestException for any other input, say of an execution started by hand
     */
    static StoredRequest open(Map<String, Object> input) {
[#if object]
        return open(input, StoredObjects::deployed);
    }

    static StoredRequest open(Map<String, Object> input, Supplier<StoredObjects> objects) {
        if (input.get("object") instanceof Map<?, ?> object
                && input.get("id") instanceof String id
                && input.get("receivedAt") instanceof Number receivedAt
                && object.get("bucket") instanceof String bucket
                && object.get("key") instanceof String key
                && object.get("versionId") instanceof String version) {
            return new StoredRequest(id, objects.get().read(bucket, key, version), receivedAt.longValue());
        }
[/#if]
        if (input.get("id") instanceof String id
                && input.get("receivedAt") instanceof Number receivedAt
                && input.get("body") instanceof String body
                && !id.isBlank()) {
[#if encoded]
            if ("base64".equals(input.get("encoding"))) {
                return new StoredRequest(id, decode(body), receivedAt.longValue());
            }
[/#if]
            return new StoredRequest(id, body, receivedAt.longValue());
        }
        throw new RejectedRequestException("input must be {\"id\": text, \"receivedAt\": number, \"body\": text}");
    }
[#if encoded]

    private static byte[] decode(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException malformed) {
            throw new RejectedRequestException("body is not Base64");
        }
    }
[/#if]
}
