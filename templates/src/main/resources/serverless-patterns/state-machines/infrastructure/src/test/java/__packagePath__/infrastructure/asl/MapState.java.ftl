package [=package].infrastructure.asl;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Runs its iterations (mode INLINE) one after the other; the first that fails fails the state. */
final class MapState extends WorkState {
    private final Template items;
    private final Template itemSelector;
    private final Template maxConcurrency;
    private final Template toleratedCount;
    private final Template toleratedPercentage;
    private final Flow itemProcessor;

    MapState(Fields fields) {
        super(fields);
        items = fields.optionalTemplate("Items", Kind.ARRAY);
        itemSelector = fields.optionalTemplate("ItemSelector");
        maxConcurrency = fields.optionalTemplate("MaxConcurrency", Kind.WHOLE);
        toleratedCount = fields.optionalTemplate("ToleratedFailureCount", Kind.WHOLE);
        toleratedPercentage = fields.optionalTemplate("ToleratedFailurePercentage", Kind.PERCENTAGE);
        Fields processor = fields.inner("ItemProcessor", fields.value("ItemProcessor"));
        if (processor.has("ProcessorConfig")) {
            Fields config = processor.inner("ProcessorConfig", processor.value("ProcessorConfig"));
            config.require("INLINE".equals(config.optionalText("Mode")), "Mode", "only INLINE is implemented");
            config.end();
        }
        itemProcessor = processor.flow();
        processor.end();
    }

    @Override
    List<Flow> inner() {
        return List.of(itemProcessor);
    }

    @Override
    JsonNode work(Visit visit) {
        Query query = Query.of(visit);
        JsonNode all = items(visit, query);
        evaluate(maxConcurrency, query, Kind.WHOLE);
        evaluate(toleratedCount, query, Kind.WHOLE);
        evaluate(toleratedPercentage, query, Kind.PERCENTAGE);
        visit.execution().event(); // MapStateStarted
        ArrayNode results = Json.object().arrayNode();
        for (int i = 0; i < all.size(); i++) {
            visit.execution().event(); // MapIterationStarted
            results.add(iterate(visit, item(i, all.get(i))));
            visit.execution().event(); // MapIterationSucceeded
        }
        visit.execution().event(); // MapStateSucceeded
        return Json.payload(results, name());
    }

    private JsonNode items(Visit visit, Query query) {
        if (items != null) {
            return items.evaluate(query, Kind.ARRAY);
        } else if (!visit.input().isArray()) {
            throw visit.queryFailure("Map state input must be an array but was: " + Json.text(visit.input()));
        }
        return visit.input();
    }

    private JsonNode iterate(Visit visit, JsonNode item) {
        JsonNode input = item.get("Value");
        if (itemSelector != null) {
            input = Json.payload(itemSelector.evaluate(Query.of(visit.at(item))), name());
        }
        try {
            return itemProcessor.run(visit.execution(), input, visit.innerScope(), item);
        } catch (TaskFailure failure) {
            if (toleratedCount != null || toleratedPercentage != null) {
                throw new UnsupportedFieldException(
                        name(), "ToleratedFailure", "what becomes of an iteration that fails is not implemented");
            }
            throw failure;
        }
    }

    private static ObjectNode item(int index, JsonNode value) {
        ObjectNode item = Json.object();
        item.put("Index", index);
        item.set("Value", value);
        return item;
    }

    /** Iterations run one after the other whatever the field says, but its expression must be right. */
    private static void evaluate(Template template, Query query, Kind kind) {
        if (template != null) {
            template.evaluate(query, kind);
        }
    }
}
