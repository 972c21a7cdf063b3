package [=package].functions;

import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import java.util.Map;
[=slot("dead-letter-queue.imports")]import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;

/** Where rejected requests wait for a person, with the message attributes {@code id} and {@code reason}. */
record DeadLetterQueue(SqsClient sqs, String url) {
    /**
     * Sends the message as it came, so that it can be sent back. At least once: after a crash before the message is
     * deleted, the request comes and is sent again.
     */
    void send(SQSMessage message, String id, String reason) {
        sqs.sendMessage(send -> send.queueUrl(url)
[=slot("dead-letter-queue.send")]                .messageBody(message.getBody())
                .messageAttributes(Map.of("id", text(id), "reason", text(reason))));
    }

    private static MessageAttributeValue text(String value) {
        return MessageAttributeValue.builder()
                .dataType("String")
                .stringValue(value)
                .build();
    }
}
