package [=package].infrastructure.asl;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** Goes where the first rule whose Condition is true leads, else to Default. */
final class ChoiceState extends State {
    private final List<Rule> rules;
    private final Leaving otherwise;
    private final String defaultNext;

    private record Rule(Template condition, Leaving leaving, String next) {}

    ChoiceState(Fields fields) {
        super(fields);
        rules = fields.array("Choices").stream().map(ChoiceState::rule).toList();
        otherwise = Leaving.of(fields);
        defaultNext = fields.optionalTarget("Default");
    }

    private static Rule rule(Fields fields) {
        fields.require(fields.has("Condition"), "Condition", "is missing");
        Template condition = fields.optionalTemplate("Condition", Kind.BOOLEAN);
        Rule rule = new Rule(condition, Leaving.of(fields), fields.target("Next"));
        fields.end();
        return rule;
    }

    @Override
    Exit visit(Visit visit) {
        Query query = Query.of(visit);
        for (Rule rule : rules) {
            JsonNode holds = rule.condition().evaluate(query, Kind.BOOLEAN);
            if (holds.asBoolean()) {
                return rule.leaving().exit(query, visit.input(), rule.next());
            }
        }
        if (defaultNext == null) {
            throw new TaskFailure("States.NoChoiceMatched", "No rule of the state '%s' matches".formatted(name()));
        }
        return otherwise.exit(query, visit.input(), defaultNext);
    }
}
