package [=package].infrastructure.asl;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.core.util.SdkAutoConstructList;
import software.amazon.awssdk.core.util.SdkAutoConstructMap;
import software.amazon.awssdk.utils.builder.Buildable;

/** Requests and answers of the SDK as the JSON that states give and get: members by their names in the API. */
final class SdkJson {
    private SdkJson() {}

    /**
     * @param builder of the object to make
     * @throws TaskFailure {@code States.Runtime} when there is no such member, or it is of another type
     */
    static Object build(JsonNode json, SdkPojo builder) {
        check(json.isObject(), "The arguments must be an object, not " + json);
        json.properties().forEach(member -> {
            SdkField<?> field = field(builder, member.getKey());
            field.set(builder, value(member.getKey(), member.getValue(), field));
        });
        return ((Buildable) builder).build();
    }

    private static SdkField<?> field(SdkPojo builder, String name) {
        return builder.sdkFields().stream()
                .filter(field -> field.locationName().equals(name))
                .findFirst()
                .orElseThrow(() -> runtime("The field \"" + name + "\" is not supported by Step Functions"));
    }

    private static Object value(String name, JsonNode json, SdkField<?> field) {
        String wrong = "The value for the field '" + name + "' must be a ";
        switch (field.marshallingType().getKnownType()) {
            case STRING:
                check(json.isTextual(), wrong + "STRING");
                return json.asText();
            case INTEGER:
                check(json.isInt(), wrong + "INTEGER");
                return json.asInt();
            case BOOLEAN:
                check(json.isBoolean(), wrong + "BOOLEAN");
                return json.asBoolean();
            case SDK_BYTES:
                check(json.isTextual(), wrong + "STRING");
                return SdkBytes.fromUtf8String(json.asText());
            case SDK_POJO:
                return build(json, field.constructor().get());
            case LIST:
                check(json.isArray(), wrong + "LIST");
                SdkField<?> element = field.getTrait(ListTrait.class).memberFieldInfo();
                List<Object> list = new ArrayList<>();
                json.forEach(each -> list.add(value(name, each, element)));
                return list;
            case MAP:
                check(json.isObject(), wrong + "MAP");
                SdkField<?> value = field.getTrait(MapTrait.class).valueFieldInfo();
                Map<String, Object> map = new LinkedHashMap<>();
                json.properties().forEach(each -> map.put(each.getKey(), value(each.getKey(), each.getValue(), value)));
                return map;
            default:
                throw new AssertionError("Not implemented: " + field.marshallingType() + " of " + name);
        }
    }

    static ObjectNode json(SdkPojo pojo) {
        ObjectNode json = Json.object();
        for (SdkField<?> field : pojo.sdkFields()) {
            Object value = field.getValueOrDefault(pojo);
            if (value != null && !(value instanceof SdkAutoConstructList) && !(value instanceof SdkAutoConstructMap)) {
                json.set(field.locationName(), json(value));
            }
        }
        return json;
    }

    private static JsonNode json(Object value) {
        if (value == null) {
            return NullNode.getInstance();
        } else if (value instanceof SdkPojo pojo) {
            return json(pojo);
        } else if (value instanceof Map<?, ?> map) {
            ObjectNode object = Json.object();
            map.forEach((name, member) -> object.set((String) name, json(member)));
            return object;
        } else if (value instanceof List<?> list) {
            return Json.object()
                    .arrayNode()
                    .addAll(list.stream().map(SdkJson::json).toList());
        } else if (value instanceof SdkBytes bytes) {
            return Json.of(bytes.asUtf8String());
        } else if (value instanceof Instant instant) {
            return Json.of(RunningExecution.timestamp(instant));
        }
        return Json.of(value);
    }

    private static void check(boolean condition, String message) {
        if (!condition) {
            throw runtime(message);
        }
    }

    /** Such a task fails before it starts, and nothing catches that. */
    private static TaskFailure runtime(String message) {
        return new TaskFailure(
                "States.Runtime", "The Arguments could not be used to start the Task: [" + message + "]");
    }
}
