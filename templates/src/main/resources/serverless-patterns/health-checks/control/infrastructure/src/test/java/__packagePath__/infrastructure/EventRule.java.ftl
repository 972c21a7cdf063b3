package [=package].infrastructure;

import com.fasterxml.jackson.databind.JsonNode;
import software.amazon.event.ruler.Ruler;

/** A rule of the stack, with the matcher that EventBridge itself uses. */
record EventRule(JsonNode properties) {
    /** The only rule of a stack whose events have this detail type. */
    static EventRule of(SynthesizedStack stack, String detailType) {
        return stack.propertiesOf("AWS::Events::Rule").stream()
                .filter(rule -> rule.at("/EventPattern/detail-type/0").asText().equals(detailType))
                .map(EventRule::new)
                .reduce((one, other) -> {
                    throw new AssertionError("More than one rule for " + detailType);
                })
                .orElseThrow();
    }

    /** @param arn stands for what the pattern refers to in the stack */
    boolean matches(String event, String arn) {
        String pattern = properties.path("EventPattern").toString();
        String deployed = pattern.replaceAll("\\{\"Fn::GetAtt\":\\[[^]]*]}", "\"" + arn + "\"");
        try {
            return Ruler.matchesRule(event, deployed);
        } catch (Exception e) {
            throw new AssertionError("No pattern: " + deployed, e);
        }
    }
}
