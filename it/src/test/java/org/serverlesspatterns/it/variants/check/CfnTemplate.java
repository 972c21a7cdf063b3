package org.serverlesspatterns.it.variants.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A CloudFormation template. Values are compared as texts in which a reference to a resource is {@code ${Id.Attribute}}. */
public final class CfnTemplate {

    private static final Pattern REFERENCE = Pattern.compile("\\$\\{(\\w+)(?:\\.([\\w.]+))?}");

    private static final Map<String, String> PSEUDO_PARAMETERS =
            Map.of("AWS::Partition", "aws", "AWS::Region", "REGION", "AWS::AccountId", "ACCOUNT");

    /** Properties that name a resource, so that others can mean it without a reference. */
    private static final List<String> NAMES =
            List.of("Name", "StateMachineName", "FunctionName", "QueueName", "TopicName", "Family");

    private final JsonNode json;
    private final List<Resource> resources;

    public CfnTemplate(JsonNode json) {
        this.json = json;
        this.resources = json.path("Resources").properties().stream()
                .map(entry -> new Resource(
                        entry.getKey(),
                        entry.getValue().path("Type").asText(),
                        entry.getValue().path("Properties")))
                .toList();
    }

    /** @param id the logical id */
    public record Resource(String id, String type, JsonNode properties) {

        /** @param pointer to a property, {@code /Target/RoleArn} */
        public JsonNode at(String pointer) {
            return properties.at(pointer);
        }

        @Override
        public String toString() {
            return type + " " + id;
        }
    }

    public JsonNode json() {
        return json;
    }

    public Stream<Resource> resources() {
        return resources.stream();
    }

    public Stream<Resource> ofType(String type) {
        return resources.stream().filter(resource -> resource.type().equals(type));
    }

    public Optional<Resource> resource(String id) {
        return resources.stream().filter(resource -> resource.id().equals(id)).findFirst();
    }

    /** The first resource that a value refers to, or that it names. */
    public Optional<Resource> referredBy(JsonNode value) {
        return references(text(value)).findFirst();
    }

    /** The resources that a text refers to, or the one that it names. */
    public Stream<Resource> references(String text) {
        var references = REFERENCE
                .matcher(text)
                .results()
                .flatMap(found -> resource(found.group(1)).stream())
                .toList();
        return references.isEmpty() ? named(text) : references.stream();
    }

    private Stream<Resource> named(String text) {
        var name = text.replaceFirst(".*[:/]", "");
        return name.isEmpty()
                ? Stream.empty()
                : resources.stream()
                        .filter(resource -> NAMES.stream()
                                .anyMatch(property -> resource.properties().has(property)
                                        && text(resource.properties().path(property))
                                                .equals(name)));
    }

    /**
     * What a policy or an integration means: the id of a resource, {@code Id#Attribute} for an attribute other than its
     * ARN, with what follows, such as {@code Id/*}; otherwise the text.
     */
    public String target(String text) {
        var reference = REFERENCE.matcher(text);
        if (reference.lookingAt() && resource(reference.group(1)).isPresent()) {
            var attribute = reference.group(2);
            var id = attribute == null || attribute.equals("Arn")
                    ? reference.group(1)
                    : reference.group(1) + "#" + attribute;
            return id + text.substring(reference.end());
        }
        return REFERENCE
                        .matcher(text)
                        .results()
                        .anyMatch(found -> resource(found.group(1)).isPresent())
                ? text
                : named(text).map(Resource::id).findFirst().orElse(text);
    }

    /** The value with its intrinsic functions written out. */
    public String text(JsonNode value) {
        if (value.isValueNode()) {
            return value.asText();
        }
        if (value.has("Ref")) {
            var name = value.path("Ref").asText();
            return PSEUDO_PARAMETERS.getOrDefault(name, "${" + name + "}");
        }
        if (value.has("Fn::GetAtt")) {
            var parts = value.path("Fn::GetAtt");
            return "${" + stream(parts).map(JsonNode::asText).collect(Collectors.joining(".")) + "}";
        }
        if (value.has("Fn::Join")) {
            var join = value.path("Fn::Join");
            return stream(join.path(1))
                    .map(this::text)
                    .collect(Collectors.joining(join.path(0).asText()));
        }
        if (value.has("Fn::Sub")) {
            return sub(value.path("Fn::Sub"));
        }
        if (value.has("Fn::Select")) {
            // Of a split text: what it is a part of says what it refers to.
            return text(value.path("Fn::Select").path(1));
        }
        if (value.has("Fn::Split")) {
            return text(value.path("Fn::Split").path(1));
        }
        return value.isMissingNode() ? "" : value.toString();
    }

    private String sub(JsonNode sub) {
        var format = sub.isTextual() ? sub.asText() : sub.path(0).asText();
        return Pattern.compile("\\$\\{([\\w:]+)}").matcher(format).replaceAll((MatchResult name) -> {
            var value = sub.path(1).path(name.group(1));
            return Matcher.quoteReplacement(
                    value.isMissingNode() ? PSEUDO_PARAMETERS.getOrDefault(name.group(1), name.group()) : text(value));
        });
    }

    /** Every text in a value, at any depth. */
    public Stream<String> texts(JsonNode value) {
        return value.isContainerNode() && !isFunction(value)
                ? stream(value).flatMap(this::texts)
                : Stream.of(text(value));
    }

    private static boolean isFunction(JsonNode value) {
        return value.isObject()
                && value.size() == 1
                && Set.of("Ref", "Fn::GetAtt", "Fn::Join", "Fn::Sub", "Fn::Select", "Fn::Split")
                        .contains(value.fieldNames().next());
    }

    /** The elements of an array, or the values of an object, or the value itself where one is meant. */
    public static Stream<JsonNode> stream(JsonNode node) {
        return node.isContainerNode()
                ? StreamSupport.stream(node.spliterator(), false)
                : node.isMissingNode() ? Stream.empty() : Stream.of(node);
    }
}
