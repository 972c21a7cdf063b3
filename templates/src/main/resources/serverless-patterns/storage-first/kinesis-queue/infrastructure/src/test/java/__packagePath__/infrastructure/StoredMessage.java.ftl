package [=package].infrastructure;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** A request as it is sent to the work queue: the record of the stream. */
final class StoredMessage {
    private static final ObjectMapper JSON = new ObjectMapper();

    private StoredMessage() {}

    /** The arguments of SendMessage. */
    static ObjectNode of(String id, String group, String body) {
        ObjectNode envelope = JSON.createObjectNode();
        envelope.put("id", id).put("receivedAt", 1_767_225_600_000L).put("body", body);
        return record(group, envelope.toString());
    }

    /** With any data. */
    static ObjectNode record(String partitionKey, String data) {
        ObjectNode record = JSON.createObjectNode();
        record.put("partitionKey", partitionKey)
                .put("sequenceNumber", "4959")
                .put("data", Base64.getEncoder().encodeToString(data.getBytes(StandardCharsets.UTF_8)))
                .put("approximateArrivalTimestamp", 1767225600.987)
                .put("eventSource", "aws:kinesis");
        return JSON.createObjectNode().put("MessageBody", record.toString());
    }
}
