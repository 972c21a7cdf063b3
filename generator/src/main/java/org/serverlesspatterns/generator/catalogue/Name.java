package org.serverlesspatterns.generator.catalogue;

import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.SourceVersion;
import org.serverlesspatterns.generator.Answers;

/**
 * A free text that becomes part of names in the project: a Maven coordinate, a package, a noun.
 *
 * @param pattern what the whole value must match
 * @param allowed the pattern in words
 * @param example a legal value, offered where none can be derived from what was typed
 * @param separator stands for illegal characters in the nearest legal value
 * @param maxLength in characters
 * @param lengthBecause where the length limit comes from
 * @param javaName whether the parts between dots become Java identifiers
 * @param fixedDefault the default, or empty
 * @param defaultFrom the property whose value is the default, or empty
 */
public record Name(
        String key,
        String title,
        String question,
        Pattern pattern,
        String allowed,
        String example,
        String separator,
        int maxLength,
        String lengthBecause,
        boolean javaName,
        Optional<String> fixedDefault,
        Optional<String> defaultFrom)
        implements Property {

    /** Files and folders cannot have these names on Windows, whatever the ending. */
    private static final Pattern WINDOWS_DEVICE = Pattern.compile("(?i)con|prn|aux|nul|com[0-9]|lpt[0-9]");

    @Override
    public Condition when() {
        return Condition.ALWAYS;
    }

    @Override
    public Set<String> dependsOn() {
        return defaultFrom.stream().collect(Collectors.toSet());
    }

    @Override
    public Optional<String> defaultValue(Map<String, String> values, Map<String, String> system) {
        return fixedDefault.or(() -> defaultFrom.map(values::get));
    }

    @Override
    public String describeDefault() {
        return fixedDefault.or(() -> defaultFrom.map(from -> "the " + from)).orElse("");
    }

    @Override
    public Optional<String> problem(String value) {
        return flaw(value)
                .map(flaw -> "%s=%s %s. Allowed: %s. Nearest: %s."
                        .formatted(key, Quoted.of(value), flaw, allowed, nearest(value)));
    }

    @Override
    public String regex() {
        return pattern.pattern();
    }

    private Optional<String> flaw(String value) {
        if (value.equals(Answers.ASK)) {
            return Optional.of("stands for an answer that was not given");
        }
        // The length first: a pattern is not let loose on a text of any size.
        if (value.length() > maxLength) {
            return Optional.of(
                    "has %s characters, at most %s fit: %s".formatted(value.length(), maxLength, lengthBecause));
        }
        if (!pattern.matcher(value).matches()) {
            return Optional.of("is not a legal name");
        }
        var parts = List.of(value.split("\\."));
        if (javaName && parts.get(0).equals("java")) {
            return Optional.of("starts with 'java', which the JVM keeps for itself");
        }
        return parts.stream()
                .filter(part -> javaName && SourceVersion.isKeyword(part))
                .findFirst()
                .map("contains the Java keyword '%s'"::formatted)
                .or(() -> parts.stream()
                        .filter(part -> WINDOWS_DEVICE.matcher(part).matches())
                        .findFirst()
                        .map("contains '%s', which Windows keeps for a device"::formatted));
    }

    private String nearest(String value) {
        var cut = value.substring(0, Math.min(value.length(), maxLength));
        var ascii = Normalizer.normalize(cut, Normalizer.Form.NFD).replaceAll("\\p{M}+", "");
        var legal = trimmed(ascii.replaceAll("[^A-Za-z0-9.]+", separator));
        var lettersFirst = trimmed(legal.replaceAll("(^|\\.)[^A-Za-z]+", "$1"));
        return Stream.of(legal, lettersFirst, decapitalized(lettersFirst))
                .filter(candidate -> flaw(candidate).isEmpty())
                .findFirst()
                .orElse(example);
    }

    private static String trimmed(String text) {
        return text.replaceAll("\\.{2,}", ".").replaceAll("^\\W+|\\W+$", "");
    }

    private static String decapitalized(String text) {
        return text.isEmpty() ? text : Character.toLowerCase(text.charAt(0)) + text.substring(1);
    }
}
