package [=package].infrastructure.asl;

import com.dashjoin.jsonata.JException;
import com.dashjoin.jsonata.Jsonata;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A JSONata expression, parsed. */
final class Expression {
    private final String field;
    private final String source;
    private final Jsonata code;

    /**
     * @throws IllegalArgumentException when it is no JSONata; the message has state, field and expression
     */
    Expression(String state, String field, String source) {
        this.field = field;
        this.source = source;
        require(state, "$states.errorOutput", "Catch/[0-9]+/(Output|Assign).*");
        require(state, "$states.result", "(Output|Assign).*");
        try {
            code = Jsonata.jsonata(source);
        } catch (JException e) {
            throw new IllegalArgumentException(
                    "State '%s', field '%s': %s: %s".formatted(state, field, e.getDetailedErrorMessage(), source), e);
        }
        code.setOutputConvertNulls(false);
        code.setValidateInput(false);
    }

    /** AWS refuses a definition in which a member of {@code $states} stands in a field that cannot read it. */
    private void require(String state, String member, String fields) {
        if (source.contains(member) && !field.matches(fields)) {
            throw new UnsupportedFieldException(state, field, "cannot read " + member);
        }
    }

    /**
     * @throws TaskFailure {@code States.QueryEvaluationError} when it throws, or its result is no JSON
     */
    JsonNode evaluate(Query query) {
        Object result;
        try {
            result = code.evaluate(null, query.frame(code));
        } catch (JException e) {
            throw failure(query, "threw an error during evaluation. " + e.getError() + ": " + e.getMessage());
        }
        if (result == null) {
            throw failure(query, "returned nothing (undefined).");
        }
        return Json.of(json(query, result));
    }

    TaskFailure wrongType(Query query, String expected, JsonNode value) {
        return failure(
                query,
                "returned an unexpected result type. Expected '%s', but was '%s' for value: %s"
                        .formatted(expected, Json.type(value), Json.text(value)));
    }

    private TaskFailure failure(Query query, String what) {
        return query.failure(
                "The JSONata expression '%s' specified for the field '%s' %s".formatted(source, field, what));
    }

    /** The library has an object of its own for null; its null is JSONata's undefined. */
    private Object json(Query query, Object value) {
        if (value == Jsonata.NULL_VALUE || value == null) {
            return null;
        } else if (value instanceof Map<?, ?> map) {
            Map<String, Object> members = new LinkedHashMap<>();
            map.forEach((name, member) -> members.put(String.valueOf(name), json(query, member)));
            return members;
        } else if (value instanceof List<?> list) {
            List<Object> elements = new ArrayList<>();
            list.forEach(element -> elements.add(json(query, element)));
            return elements;
        } else if (value instanceof Number || value instanceof String || value instanceof Boolean) {
            return value;
        }
        throw failure(query, "returned an unsupported result type.");
    }
}
