package [=package].functions;

import software.amazon.awssdk.services.sqs.SqsClient;

/** Where rejected requests wait for a person, with the message attributes {@code id} and {@code reason}. */
record DeadLetterQueue(SqsClient sqs, String url) {
    /** Sends at least once: after a crash before the message is deleted, the request comes and is sent again. */
    void send(StoredRequest request, String reason) {
        sqs.sendMessage(Envelope.seal(request, reason).queueUrl(url).build());
    }
}
