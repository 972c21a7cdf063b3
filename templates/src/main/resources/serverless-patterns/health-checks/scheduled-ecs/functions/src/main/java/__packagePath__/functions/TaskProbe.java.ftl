package [=package].functions;

import software.amazon.awssdk.services.s3.S3Client;

/**
 * Asks what the tasks depend on: a task itself takes too long to be started every minute. The sample task uses its
 * bucket and nothing else; when yours calls something, ask that here.
 */
record TaskProbe(S3Client s3, String bucket) implements Runnable {
    @Override
    public void run() {
        s3.headBucket(head -> head.bucket(bucket));
    }
}
