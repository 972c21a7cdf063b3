package [=package].infrastructure;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A request as it is sent to the work queue: the event of the bus. */
final class StoredMessage {
    private StoredMessage() {}

    /** The arguments of SendMessage. */
    static ObjectNode of(String id, String group, String body) {
        ObjectNode event = new ObjectMapper().createObjectNode();
        event.putObject("detail")
                .put("id", id)
                .put("receivedAt", 1767225600000L)
                .put("body", body);
        return new ObjectMapper().createObjectNode().put("MessageBody", event.toString());
    }
}
