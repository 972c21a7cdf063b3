[#assign flagged = slot("stored-request.flag")?has_content]
package [=package].functions;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A request that is stored.
 *
 * @param id idempotency key: the name that the sender gave the request, else one that it got when it was stored
 * @param content the body byte for byte as it was sent; may hold personal data, so it is never logged
 * @param receivedAt when it was stored, epoch milliseconds
[#if flagged]
 * @param newProcessing whether the flag of this name was on when the state machine asked
[/#if]
 */
record StoredRequest(String id, byte[] content, long receivedAt[#if flagged], boolean newProcessing[/#if]) {
[#if flagged]
    StoredRequest(String id, byte[] content, long receivedAt) {
        this(id, content, receivedAt, false);
    }

[/#if]
    StoredRequest(String id, String body, long receivedAt) {
        this(id, body.getBytes(StandardCharsets.UTF_8), receivedAt);
    }

    /** The body of a request that is text. */
    String body() {
        return new String(content, StandardCharsets.UTF_8);
    }

[#if flagged]
    /** The same request, with the flag as it is. */
    StoredRequest withNewProcessing(boolean on) {
        return new StoredRequest(id, content, receivedAt, on);
    }

[/#if]
    /** SHA-256 of the body, to tell a repeated request from another one under the same id. */
    String bodyHash() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public String toString() {
        return "StoredRequest[id=" + id + ", receivedAt=" + receivedAt + "]";
    }
}
