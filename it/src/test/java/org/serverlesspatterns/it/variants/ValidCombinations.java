package org.serverlesspatterns.it.variants;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.serverlesspatterns.generator.Generator;
import org.serverlesspatterns.generator.catalogue.Catalogue;
import org.serverlesspatterns.generator.catalogue.Option;

/** Every combination of choices that the catalogue allows. */
public final class ValidCombinations {

    /** Who may call, which Java, built where: these change settings of a project, not its architecture. */
    private static final Set<String> SETTINGS = Set.of("apiAuth", "javaVersion", "ci");

    private final Catalogue catalogue;
    private final Predicate<Option> varied;
    private final List<Variant> found = new ArrayList<>();

    private ValidCombinations(Catalogue catalogue, Predicate<Option> varied) {
        this.catalogue = catalogue;
        this.varied = varied;
    }

    /** Of the options that make the architecture; the others have their defaults. */
    public static List<Variant> ofStructure(Catalogue catalogue) {
        return of(catalogue, option -> !SETTINGS.contains(option.key()));
    }

    /** Of every option. */
    public static List<Variant> ofEverything(Catalogue catalogue) {
        return of(catalogue, option -> true);
    }

    private static List<Variant> of(Catalogue catalogue, Predicate<Option> varied) {
        var combinations = new ValidCombinations(catalogue, varied);
        combinations.extend(new LinkedHashMap<>(), 0);
        return List.copyOf(combinations.found);
    }

    /** An option depends on earlier ones only, so that the values so far decide whether it applies. */
    private void extend(Map<String, String> values, int next) {
        if (next == catalogue.options().size()) {
            if (catalogue.conflicts(values).findAny().isEmpty()) {
                found.add(variant(values));
            }
            return;
        }
        var property = catalogue.options().get(next);
        for (var value : values(property instanceof Option option ? option : null, values)) {
            var more = new LinkedHashMap<>(values);
            more.put(property.key(), value);
            extend(more, next + 1);
        }
    }

    private List<String> values(Option option, Map<String, String> values) {
        if (option == null) {
            return List.of("");
        }
        if (!catalogue.applies(option, values)) {
            return List.of(option.otherwise().orElseThrow());
        }
        return varied.test(option)
                ? option.names()
                : option.defaultValue(values, Generator.systemProperties()).stream()
                        .toList();
    }

    private Variant variant(Map<String, String> values) {
        var choices = new LinkedHashMap<>(values);
        choices.keySet()
                .removeIf(key -> catalogue.options().stream()
                        .noneMatch(property -> property.key().equals(key)
                                && property instanceof Option option
                                && varied.test(option)));
        return new Variant(choices);
    }
}
