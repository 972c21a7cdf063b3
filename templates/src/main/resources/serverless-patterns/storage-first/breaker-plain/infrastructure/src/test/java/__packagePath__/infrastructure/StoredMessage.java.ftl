package [=package].infrastructure;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A request as it is sent to the work queue. */
final class StoredMessage {
    private StoredMessage() {}

    /** The arguments of SendMessage. */
    static ObjectNode of(String id, String group, String body) {
        ObjectNode message = new ObjectMapper().createObjectNode().put("MessageBody", body);
[#if slot("work-queue.fifo")?has_content]
        message.put("MessageGroupId", group);
[/#if]
        message.putObject("MessageAttributes")
                .putObject("id")
                .put("DataType", "String")
                .put("StringValue", id);
        return message;
    }
}
