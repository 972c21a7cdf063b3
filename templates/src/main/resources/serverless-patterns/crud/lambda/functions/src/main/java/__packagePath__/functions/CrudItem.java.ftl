package [=package].functions;

import java.util.LinkedHashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * One [=resource].
 *
 * @param version 1 and counted up by each change; the ETag
 * @param createdAt ISO 8601 in UTC, with milliseconds
 * @param updatedAt the same
 */
record CrudItem(String id, String name, int quantity, long version, String createdAt, String updatedAt) {

    static CrudItem of(Map<String, AttributeValue> row) {
        return new CrudItem(
                row.get("id").s(),
                row.get("name").s(),
                Integer.parseInt(row.get("quantity").n()),
                Long.parseLong(row.get("version").n()),
                row.get("createdAt").s(),
                row.get("updatedAt").s());
    }

    /** A row of the table, and of its index by the order of creation. */
    Map<String, AttributeValue> row(String requestId) {
        return Map.of(
                "pk", AttributeValue.fromS("item#" + id),
                "id", AttributeValue.fromS(id),
                "name", AttributeValue.fromS(name),
                "quantity", AttributeValue.fromN(String.valueOf(quantity)),
                "version", AttributeValue.fromN(String.valueOf(version)),
                "createdAt", AttributeValue.fromS(createdAt),
                "updatedAt", AttributeValue.fromS(updatedAt),
                "listName", AttributeValue.fromS("all"),
                "listOrder", AttributeValue.fromS(createdAt + id),
                "requestId", AttributeValue.fromS(requestId));
    }

    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", id);
        json.put("name", name);
        json.put("quantity", quantity);
        json.put("version", version);
        json.put("createdAt", createdAt);
        json.put("updatedAt", updatedAt);
        return json;
    }
}
