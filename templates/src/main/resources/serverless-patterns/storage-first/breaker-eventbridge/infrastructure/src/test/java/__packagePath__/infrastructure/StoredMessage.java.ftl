package [=package].infrastructure;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A request as it is sent to the work queue: the event of the bus. */
final class StoredMessage {
    static final String BODY = "{\"name\":\"it's\",\"quantity\":3}";

    private StoredMessage() {}

    /** The arguments of SendMessage. */
    static ObjectNode of(String id, String group) {
        ObjectNode event = new ObjectMapper().createObjectNode();
        event.putObject("detail").put("id", id).put("receivedAt", 1767225600000L).put("body", BODY);
        return new ObjectMapper().createObjectNode().put("MessageBody", event.toString());
    }
}
