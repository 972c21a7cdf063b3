package [=package].functions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** How the body of a request comes from the bucket. */
class StoredObjectsTest {
    private static final byte[] CONTENT = {0, (byte) 0xff, 10};

    private final LocalS3 s3 = new LocalS3();
    private final StoredObjects objects = new StoredObjects(s3);

    @Test
    void readsTheVersionByteForByte() {
        s3.versions.put("inbox-bucket/inbox/id-1@version-1", CONTENT);

        StoredRequest request = WorkItem.open(input("inbox/id-1", "version-1"), () -> objects);

        assertThat(request.id()).isEqualTo("id-1");
        assertThat(request.content()).isEqualTo(CONTENT);
        assertThat(request.receivedAt()).isEqualTo(1_767_225_600_000L);
    }

    @Test
    void rejectsAVersionThatIsGone() {
        s3.versions.put("inbox-bucket/inbox/id-1@version-2", CONTENT);

        assertThatExceptionOfType(RejectedRequestException.class)
                .isThrownBy(() -> WorkItem.open(input("inbox/id-1", "version-1"), () -> objects))
                .withMessage("object was deleted");
    }

    @ParameterizedTest
    @ValueSource(ints = {403, 500, 503})
    void failsWhenTheBucketDoesNotAnswer(int status) {
        s3.failsWith = status;

        assertThatExceptionOfType(S3Exception.class)
                .isThrownBy(() -> WorkItem.open(input("inbox/id-1", "version-1"), () -> objects));
    }

    private static Map<String, Object> input(String key, String version) {
        return Map.of(
                "id",
                "id-1",
                "receivedAt",
                1_767_225_600_000L,
                "object",
                Map.of("bucket", "inbox-bucket", "key", key, "versionId", version));
    }

    /** Keeps versions of objects in memory. */
    private static final class LocalS3 implements S3Client {
        private final Map<String, byte[]> versions = new HashMap<>();
        /** What S3 answers to every request from now on; 0 stands for the object. */
        private int failsWith;

        @Override
        public ResponseBytes<GetObjectResponse> getObjectAsBytes(GetObjectRequest request) {
            byte[] found = versions.get(request.bucket() + "/" + request.key() + "@" + request.versionId());
            int status = failsWith == 0 && found == null ? 404 : failsWith;
            if (status != 0) {
                throw S3Exception.builder()
                        .statusCode(status)
                        .message("S3 says no")
                        .build();
            }
            return ResponseBytes.fromByteArray(GetObjectResponse.builder().build(), found);
        }

        @Override
        public String serviceName() {
            return SERVICE_NAME;
        }

        @Override
        public void close() {}
    }
}
