package [=package].functions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.HeadBucketRequest;
import software.amazon.awssdk.services.s3.model.HeadBucketResponse;

class TaskProbeTest {
    private final LocalS3 s3 = new LocalS3();

    @Test
    void asksForTheBucketOfTheTasks() {
        new TaskProbe(s3, "bucket").run();

        assertThat(s3.asked).isEqualTo("bucket");
    }

    @Test
    void aBucketThatDoesNotAnswerIsNotHealthy() {
        s3.fails = true;

        assertThatExceptionOfType(SdkClientException.class).isThrownBy(() -> new TaskProbe(s3, "bucket").run());
    }

    private static final class LocalS3 implements S3Client {
        private String asked;
        private boolean fails;

        @Override
        public HeadBucketResponse headBucket(HeadBucketRequest request) {
            if (fails) {
                throw SdkClientException.create("S3 does not answer");
            }
            asked = request.bucket();
            return HeadBucketResponse.builder().build();
        }

        @Override
        public String serviceName() {
            return SERVICE_NAME;
        }

        @Override
        public void close() {}
    }
}
