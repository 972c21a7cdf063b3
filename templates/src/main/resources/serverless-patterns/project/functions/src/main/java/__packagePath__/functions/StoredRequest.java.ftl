package [=package].functions;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A request that the API has stored and answered with 202.
 *
 * @param id idempotency key: the client's Idempotency-Key header, else the API's request id
 * @param body the body as the client sent it; may hold personal data, so it is never logged
 * @param receivedAt when it was stored, epoch milliseconds
[=slot("stored-request.parameter")] */
record StoredRequest(String id, String body, long receivedAt[=slot("stored-request.component")?trim]) {
    /** SHA-256 of the body, to tell a repeated request from another one under the same id. */
    String bodyHash() {
        try {
            byte[] utf8 = body.getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(utf8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public String toString() {
        return "StoredRequest[id=" + id + ", receivedAt=" + receivedAt + "]";
    }
}
