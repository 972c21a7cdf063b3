package [=package].infrastructure;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A request as it is sent to the work queue: the record of the stream. */
final class StoredMessage {
    private StoredMessage() {}

    /** The arguments of SendMessage. */
    static ObjectNode of(String id, String group, String body) {
        ObjectNode event = new ObjectMapper().createObjectNode();
        ObjectNode image = event.putObject("dynamodb").putObject("NewImage");
        image.putObject("id").put("S", id);
        image.putObject("payload").put("S", body);
        image.putObject("receivedAt").put("N", "1767225600000");
        return new ObjectMapper().createObjectNode().put("MessageBody", event.toString());
    }
}
