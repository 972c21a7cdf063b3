package org.serverlesspatterns.generator.catalogue;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Something that the user can say: a property of the archetype, a question on a terminal, a row of the option table. */
public sealed interface Property permits Name, Option {

    /** The property name, lowerCamel. */
    String key();

    /** Two or three words for tables. */
    String title();

    /** As asked on a terminal. */
    String question();

    /** Where the property applies; elsewhere it is not asked. */
    Condition when();

    /** The properties that decide whether this one applies, or what its default is. */
    default Set<String> dependsOn() {
        return when().options();
    }

    /**
     * The value where the user says nothing.
     *
     * @param values the properties before this one, completed
     * @param system the system properties of this JVM
     * @return empty where the user has to say something
     */
    Optional<String> defaultValue(Map<String, String> values, Map<String, String> system);

    /** The default as tables and the archetype's wizard show it. */
    String describeDefault();

    /** Why this value cannot be taken: what is wrong, what is allowed, the nearest that is; or empty. */
    Optional<String> problem(String value);

    /** The same, for a value of a property that applies. */
    default Optional<String> problemWhereAsked(String value) {
        return problem(value);
    }

    /** A regular expression that the allowed values match, for the archetype's metadata. */
    String regex();
}
