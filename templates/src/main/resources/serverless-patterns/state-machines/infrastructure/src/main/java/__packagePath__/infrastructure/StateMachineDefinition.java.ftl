package [=package].infrastructure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A state machine in Amazon States Language: a file in {@code src/main/resources/state-machines}. CloudFormation
 * substitutes each name in it that stands in braces after a dollar sign.
 *
 * @param file the name of the file, without folder and ending
 * @param text the definition as it is deployed, before the substitution
 * @param json the same, parsed
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-stepfunctions-statemachine.html">
 *     DefinitionSubstitutions</a>
 */
record StateMachineDefinition(String file, String text, JsonNode json) {
    private static final Pattern SUBSTITUTION = Pattern.compile("\\$\\{(\\w+)}");

    /**
     * @throws IllegalArgumentException when there is no such file, or it is no JSON
     */
    static StateMachineDefinition read(String file) {
        String path = "/state-machines/" + file + ".asl.json";
        try (InputStream resource = StateMachineDefinition.class.getResourceAsStream(path)) {
            if (resource == null) {
                throw new IllegalArgumentException("There is no src/main/resources" + path);
            }
            String text = new String(resource.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
            return new StateMachineDefinition(file, text, new ObjectMapper().readTree(text));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read src/main/resources" + path, e);
        }
    }

    /** The names to substitute. */
    Set<String> substitutions() {
        return SUBSTITUTION
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * The values to substitute, if they are all that it takes and no more.
     *
     * @throws IllegalArgumentException when one is missing, or nothing uses it
     */
    Map<String, String> substitute(Map<String, String> values) {
        if (!substitutions().equals(values.keySet())) {
            throw new IllegalArgumentException("State machine '%s' takes %s and is given %s"
                    .formatted(file, substitutions(), new TreeSet<>(values.keySet())));
        }
        return values;
    }

    /** A number of seconds, found by its JSON pointer. */
    Duration seconds(String pointer) {
        return Duration.ofSeconds(json.requiredAt(pointer).asLong());
    }

    /** How long a retrier of a state waits between its attempts, all in all, without jitter. */
    Duration waits(String state, int retrier) {
        JsonNode retry = json.requiredAt("/States/" + state + "/Retry/" + retrier);
        double max = retry.path("MaxDelaySeconds").asDouble(Double.MAX_VALUE);
        double wait = retry.path("IntervalSeconds").asDouble(1);
        double sum = 0;
        for (int attempt = 0; attempt < attempts(retry); attempt++) {
            sum += Math.min(wait, max);
            wait *= retry.path("BackoffRate").asDouble(2);
        }
        return Duration.ofSeconds((long) sum);
    }

    /** How long a state can last when every attempt of every retrier fails as late as it can. */
    Duration longest(String state) {
        Duration attempt = seconds("/States/" + state + "/TimeoutSeconds");
        Duration sum = attempt;
        JsonNode retriers = json.requiredAt("/States/" + state + "/Retry");
        for (int i = 0; i < retriers.size(); i++) {
            sum = sum.plus(waits(state, i)).plus(attempt.multipliedBy(attempts(retriers.get(i))));
        }
        return sum;
    }

    private static int attempts(JsonNode retry) {
        return retry.path("MaxAttempts").asInt(3);
    }
}
