package [=package].functions;

import com.amazonaws.services.lambda.runtime.events.KinesisEvent.Record;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Base64;
import java.util.Map;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;

/**
 * Where rejected requests wait for a person, with the message attributes {@code id} and {@code reason}. The message is
 * the record as the input of Kinesis' PutRecord, without the stream: data in Base64, so that SQS takes it whatever it is.
 */
record DeadLetterQueue(SqsClient sqs, String url) {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    /** Sends at least once: after a crash before the batch is done, the record comes and is sent again. */
    void send(Record record, String id, String reason) {
        String message = putRecord(record);
        Map<String, MessageAttributeValue> attributes = Map.of("id", text(id), "reason", text(reason));
        sqs.sendMessage(send -> send.queueUrl(url).messageBody(message).messageAttributes(attributes));
    }

    private static String putRecord(Record record) {
        byte[] data = new byte[record.getData().remaining()];
        record.getData().duplicate().get(data);
        try {
            return JSON.writeValueAsString(JSON.createObjectNode()
                    .put("PartitionKey", record.getPartitionKey())
                    .put("Data", Base64.getEncoder().encodeToString(data)));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static MessageAttributeValue text(String value) {
        return MessageAttributeValue.builder()
                .dataType("String")
                .stringValue(value)
                .build();
    }
}
