package [=package].infrastructure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import software.amazon.awscdk.assertions.Template;

/** The template of a stage, read as JSON. Synthesized once for all tests. */
record SynthesizedStack(Template template, JsonNode resources) {
    private static final Map<String, SynthesizedStack> STAGES = new ConcurrentHashMap<>();

    static SynthesizedStack of(String stage) {
        return STAGES.computeIfAbsent(stage, name -> of(Map.of("stage", name)));
    }

    /** @param commandLine what {@code -c key=value} says */
    static SynthesizedStack of(Map<String, String> commandLine) {
        var template = Template.fromStack(Synthesis.stack(commandLine));
        JsonNode json = new ObjectMapper().valueToTree(template.toJSON());
        return new SynthesizedStack(template, json.path("Resources"));
    }

    /** The resources of a type. */
    List<JsonNode> resources(String type) {
        return stream(resources)
                .filter(resource -> type.equals(resource.path("Type").asText()))
                .toList();
    }

    /** The properties of each resource of a type. */
    List<JsonNode> propertiesOf(String type) {
        return resources(type).stream()
                .map(resource -> resource.path("Properties"))
                .toList();
    }

    /** The properties of the one resource of a type. */
    JsonNode onlyOne(String type) {
        return only(propertiesOf(type), type);
    }

    /** The properties of the resource with a logical id. */
    JsonNode properties(String logicalId) {
        return resources.path(logicalId).path("Properties");
    }

    /** Every statement that the policies of a role allow, inline or attached. */
    List<JsonNode> statementsOf(String rolePrefix) {
        Stream<JsonNode> inline = fields(rolePrefix)
                .flatMap(role -> stream(role.at("/Properties/Policies")))
                .map(policy -> policy.path("PolicyDocument"));
        Stream<JsonNode> attached = propertiesOf("AWS::IAM::Policy").stream()
                .filter(policy -> policy.at("/Roles/0/Ref").asText().startsWith(rolePrefix))
                .map(policy -> policy.path("PolicyDocument"));
        return Stream.concat(inline, attached)
                .flatMap(document -> stream(document.path("Statement")))
                .toList();
    }

    /** The one statement of a role that has no managed policy. */
    JsonNode onlyStatementOf(String rolePrefix) {
        if (fields(rolePrefix).anyMatch(role -> role.at("/Properties").has("ManagedPolicyArns"))) {
            throw new AssertionError(rolePrefix + " has managed policies");
        }
        return only(statementsOf(rolePrefix), "statement of " + rolePrefix);
    }

    static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private Stream<JsonNode> fields(String prefix) {
        return resources.properties().stream()
                .filter(resource -> resource.getKey().startsWith(prefix))
                .map(Map.Entry::getValue)
                .filter(resource -> resource.path("Type").asText().equals("AWS::IAM::Role"));
    }

    private static JsonNode only(List<JsonNode> found, String what) {
        if (found.size() != 1) {
            throw new AssertionError("There are " + found.size() + " instead of one: " + what);
        }
        return found.get(0);
    }
}
