package [=package].functions;

import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * How a request travels in a message: as a pointer to the version of the object that holds it. The message is the event
 * "Object Created" that S3 sends to EventBridge.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/ev-events.html">Event message structure</a>
 */
final class Envelope {
    /** API Gateway stores no larger ones. */
    private static final long MAX_BYTES = 10 * 1024 * 1024;

    private static final String PREFIX = "inbox/";
    private static final String IDEMPOTENCY_KEY = "idempotency-key";
    private static final Duration ATTEMPT_TIMEOUT = Duration.ofSeconds(8);
    private static final Duration CALL_TIMEOUT = Duration.ofSeconds(20);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final S3Client s3;

    Envelope(S3Client s3) {
        this.s3 = s3;
    }

    static Envelope create() {
        return new Envelope(AwsClients.build(S3Client.builder()));
    }

    /**
     * Reads exactly the version that the message names, whatever was written or deleted since. The id is the client's
     * Idempotency-Key, which API Gateway has put into the object's metadata, else the object's name, which is the id of
     * the HTTP request.
     *
     * @throws RejectedRequestException if the message points to no request, or that version is deleted or too large
     * @throws S3Exception if S3 does not answer or does not let us read
     */
    StoredRequest open(SQSMessage message) {
        JsonNode event = parse(message.getBody());
        JsonNode object = event.at("/detail/object");
        String bucket = event.at("/detail/bucket/name").asText();
        String key = object.path("key").asText();
        String version = object.path("version-id").asText();
        if (bucket.isEmpty() || !key.startsWith(PREFIX) || version.isEmpty()) {
            throw new RejectedRequestException("message points to no stored request");
        }
        if (object.path("size").asLong(Long.MAX_VALUE) > MAX_BYTES) {
            throw new RejectedRequestException("object is larger than " + MAX_BYTES + " bytes");
        }
        ResponseBytes<GetObjectResponse> stored = read(bucket, key, version);
        String idOfClient = stored.response().metadata().getOrDefault(IDEMPOTENCY_KEY, "");
        boolean isUsable = idOfClient.matches("[A-Za-z0-9_-]{1,80}");
        String id = isUsable ? idOfClient : key.substring(PREFIX.length());
        return new StoredRequest(id, stored.asByteArrayUnsafe(), receivedAt(event));
    }

    private ResponseBytes<GetObjectResponse> read(String bucket, String key, String version) {
        GetObjectRequest get = GetObjectRequest.builder()
                .bucket(bucket)
                .key(key)
                .versionId(version)
                .overrideConfiguration(
                        config -> config.apiCallAttemptTimeout(ATTEMPT_TIMEOUT).apiCallTimeout(CALL_TIMEOUT))
                .build();
        try {
            return s3.getObjectAsBytes(get);
        } catch (S3Exception failure) {
            if (failure.statusCode() == 404) {
                throw new RejectedRequestException("object was deleted");
            }
            throw failure;
        }
    }

    private static JsonNode parse(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException malformed) {
            throw new RejectedRequestException("message is not JSON");
        }
    }

    private static long receivedAt(JsonNode event) {
        try {
            return Instant.parse(event.path("time").asText()).toEpochMilli();
        } catch (DateTimeParseException malformed) {
            throw new RejectedRequestException("message has no time");
        }
    }
}
