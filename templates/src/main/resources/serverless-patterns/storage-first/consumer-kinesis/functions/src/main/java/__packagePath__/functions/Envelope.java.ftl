package [=package].functions;

import com.amazonaws.services.lambda.runtime.events.KinesisEvent.KinesisEventRecord;
import com.amazonaws.services.lambda.runtime.events.KinesisEvent.Record;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;

/** How a request travels in a record: as JSON with {@code id}, {@code receivedAt} and, as a string, {@code body}. */
final class Envelope {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Envelope() {}

    /** A record without envelope, say one put by another program, is a request whose body is the whole data. */
    static StoredRequest open(KinesisEventRecord record) {
        Record stored = record.getKinesis();
        String data =
                StandardCharsets.UTF_8.decode(stored.getData().duplicate()).toString();
        JsonNode envelope = parse(data);
        JsonNode id = envelope.path("id");
        JsonNode receivedAt = envelope.path("receivedAt");
        JsonNode body = envelope.path("body");
        if (id.asText().matches("[A-Za-z0-9_-]{1,80}") && receivedAt.isIntegralNumber() && body.isTextual()) {
            return new StoredRequest(id.asText(), body.asText(), receivedAt.asLong());
        }
        long arrivedAt = stored.getApproximateArrivalTimestamp().getTime();
        return new StoredRequest(stored.getSequenceNumber(), data, arrivedAt);
    }

    private static JsonNode parse(String data) {
        try {
            return JSON.readTree(data);
        } catch (JsonProcessingException noEnvelope) {
            return JSON.missingNode();
        }
    }
}
