package [=package].functions;

import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Keeps versions of objects in memory. */
final class LocalS3 implements S3Client {
    /** What S3 answers to every request from now on; 0 stands for the object. */
    int failsWith;

    private final Map<String, ResponseBytes<GetObjectResponse>> versions = new HashMap<>();

    void put(String bucket, String key, String version, byte[] content, Map<String, String> metadata) {
        GetObjectResponse response = GetObjectResponse.builder()
                .metadata(metadata)
                .versionId(version)
                .build();
        versions.put(bucket + "/" + key + "@" + version, ResponseBytes.fromByteArray(response, content));
    }

    void delete(String bucket, String key, String version) {
        versions.remove(bucket + "/" + key + "@" + version);
    }

    @Override
    public ResponseBytes<GetObjectResponse> getObjectAsBytes(GetObjectRequest request) {
        var found = versions.get(request.bucket() + "/" + request.key() + "@" + request.versionId());
        int status = failsWith == 0 && found == null ? 404 : failsWith;
        if (status != 0) {
            throw S3Exception.builder().statusCode(status).message("S3 says no").build();
        }
        return found;
    }

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public void close() {}
}
