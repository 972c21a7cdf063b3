package org.serverlesspatterns.generator.catalogue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A question with a list of choices.
 *
 * @param choices in the order in which they are shown
 * @param fixedDefault the default where it does not depend on the running JVM
 * @param newestUpTo the system property whose number the default follows: the last choice not above it
 * @param noteAbove what a user must know who chooses a number above that of this JVM
 * @param otherwise the value where the option does not apply; a choice, or one that cannot be chosen elsewhere
 * @param because why it does not apply there
 */
public record Option(
        String key,
        String title,
        String question,
        List<Choice> choices,
        Optional<String> fixedDefault,
        Optional<String> newestUpTo,
        Optional<String> noteAbove,
        Condition when,
        Optional<String> otherwise,
        Optional<String> because)
        implements Property {

    @Override
    public Optional<String> defaultValue(Map<String, String> values, Map<String, String> system) {
        return fixedDefault.or(() -> Optional.of(newest(system.getOrDefault(newestUpTo.orElseThrow(), ""))));
    }

    @Override
    public String describeDefault() {
        return fixedDefault.orElse("the newest that the running JDK compiles");
    }

    private String newest(String limit) {
        var names = names();
        return names.stream()
                .filter(name -> !isAbove(name, limit))
                .reduce((older, newer) -> newer)
                .orElse(names.get(0));
    }

    /** What the user must know about this value on this JVM, or empty. */
    public Optional<String> note(String value, Map<String, String> system) {
        return noteAbove.filter(note -> isAbove(value, system.getOrDefault(newestUpTo.orElseThrow(), "")));
    }

    private static boolean isAbove(String number, String limit) {
        return !limit.matches("[0-9]{1,4}") || Integer.parseInt(number) > Integer.parseInt(limit);
    }

    public List<String> names() {
        return choices.stream().map(Choice::name).toList();
    }

    /** Every value that the option can have: the choices and {@code otherwise}. */
    List<String> values() {
        return Stream.concat(names().stream(), otherwise.stream()).distinct().toList();
    }

    public Optional<Choice> choice(String name) {
        return choices.stream().filter(choice -> choice.name().equals(name)).findFirst();
    }

    /** What is wrong with a value whatever the other answers are. */
    @Override
    public Optional<String> problem(String value) {
        return values().contains(value) ? Optional.empty() : problemWhereAsked(value);
    }

    @Override
    public Optional<String> problemWhereAsked(String value) {
        return choice(value).isPresent()
                ? Optional.empty()
                : Optional.of("%s=%s is not a choice. Allowed: %s. Nearest: %s."
                        .formatted(key, Quoted.of(value), String.join(", ", names()), Nearest.to(value, names())));
    }

    /**
     * Why a value given for an option that does not apply cannot be taken, or empty.
     *
     * @param values the completed properties, among them those that make this option pointless
     */
    Optional<String> problemWhereNotAsked(String value, Map<String, String> values) {
        if (otherwise.filter(value::equals).isPresent()) {
            return Optional.empty();
        }
        var others = when.options().stream()
                .map(other -> other + "=" + values.get(other))
                .collect(Collectors.joining(", "));
        return Optional.of("%s=%s and %s exclude each other: %s. Leave %s out, or choose %s."
                .formatted(key, Quoted.of(value), others, because.orElseThrow(), key, when));
    }

    @Override
    public String regex() {
        return String.join("|", values());
    }
}
