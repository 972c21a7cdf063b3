package [=package].functions;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;

/**
 * A stored request as the pipe brings it into the work queue: as the record of the table's stream.
 *
 * @param receivedAt when it was stored, epoch milliseconds
 * @see <a href="https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-pipes-dynamodb.html">The record</a>
 */
record StreamRecord(String id, String payload, long receivedAt) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What a reader of the record needs of it. */
    SendMessageRequest.Builder message() {
        ObjectNode event = JSON.createObjectNode();
        ObjectNode image = event.putObject("dynamodb").putObject("NewImage");
        image.putObject("id").put("S", id);
        image.putObject("payload").put("S", payload);
        image.putObject("receivedAt").put("N", Long.toString(receivedAt));
        return SendMessageRequest.builder().messageBody(event.toString());
    }

    /** Not the payload, which may hold personal data. */
    @Override
    public String toString() {
        return "StreamRecord[id=" + id + ", receivedAt=" + receivedAt + "]";
    }
}
