package [=package].infrastructure;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A request as it is sent to the work queue: the event that S3 sends for its object. */
final class StoredMessage {
    private StoredMessage() {}

    /** The arguments of SendMessage. The object is named by the id. */
    static ObjectNode of(String id, String group, String body) {
        return pointer("inbox/" + id, body.length());
    }

    static ObjectNode pointer(String key, long size) {
        ObjectNode event = new ObjectMapper().createObjectNode().put("time", "2026-01-01T00:00:00Z");
        ObjectNode detail = event.putObject("detail");
        detail.putObject("bucket").put("name", "inbox-bucket");
        detail.putObject("object").put("key", key).put("size", size).put("version-id", "version-1");
        return new ObjectMapper().createObjectNode().put("MessageBody", event.toString());
    }
}
