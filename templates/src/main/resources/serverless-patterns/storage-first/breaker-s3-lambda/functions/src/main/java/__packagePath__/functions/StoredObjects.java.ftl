package [=package].functions;

import java.time.Duration;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** The objects that hold the bodies of requests. */
record StoredObjects(S3Client s3) {
    private static final Duration ATTEMPT_TIMEOUT = Duration.ofSeconds(8);
    private static final Duration CALL_TIMEOUT = Duration.ofSeconds(20);

    /** Those of the function, with a client that is made when the first of them is read. */
    static StoredObjects deployed() {
        return Deployed.OBJECTS;
    }

    /**
     * Reads exactly this version, whatever was written or deleted since.
     *
     * @throws RejectedRequestException if the version was deleted
     * @throws S3Exception if S3 does not answer or does not let us read
     */
    byte[] read(String bucket, String key, String version) {
        GetObjectRequest get = GetObjectRequest.builder()
                .bucket(bucket)
                .key(key)
                .versionId(version)
                .overrideConfiguration(
                        config -> config.apiCallAttemptTimeout(ATTEMPT_TIMEOUT).apiCallTimeout(CALL_TIMEOUT))
                .build();
        try {
            return s3.getObjectAsBytes(get).asByteArrayUnsafe();
        } catch (S3Exception failure) {
            if (failure.statusCode() == 404) {
                throw new RejectedRequestException("object was deleted");
            }
            throw failure;
        }
    }

    private static final class Deployed {
        private static final StoredObjects OBJECTS = new StoredObjects(AwsClients.build(S3Client.builder()));
    }
}
