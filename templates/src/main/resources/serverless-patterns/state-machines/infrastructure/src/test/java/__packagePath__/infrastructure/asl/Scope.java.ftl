package [=package].infrastructure.asl;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The variables of a state machine, of a branch or of an iteration: an inner scope reads the outer ones and vanishes with
 * its own.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/workflow-variables.html">Workflow variables</a>
 */
final class Scope {
    private final Scope outer;
    private final Map<String, JsonNode> own = new LinkedHashMap<>();

    Scope(Scope outer) {
        this.outer = outer;
    }

    void assign(Map<String, JsonNode> values) {
        own.putAll(values);
    }

    /** Every variable that can be read here. */
    Map<String, JsonNode> visible() {
        Map<String, JsonNode> all = outer == null ? new LinkedHashMap<>() : outer.visible();
        all.putAll(own);
        return all;
    }
}
