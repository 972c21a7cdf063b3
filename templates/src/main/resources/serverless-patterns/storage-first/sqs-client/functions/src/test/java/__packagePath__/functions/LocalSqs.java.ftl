package [=package].functions;

import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageResponse;

/** Keeps what is sent. */
final class LocalSqs implements SqsClient {
    final List<SendMessageRequest> sent = new ArrayList<>();
    boolean sendsFail;

    @Override
    public SendMessageResponse sendMessage(SendMessageRequest request) {
        if (sendsFail) {
            throw SdkClientException.create("SQS does not answer");
        }
        sent.add(request);
        return SendMessageResponse.builder().build();
    }

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public void close() {}
}
