package org.serverlesspatterns.it.variants;

import static org.assertj.core.api.Assertions.fail;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.serverlesspatterns.generator.Generator;
import org.serverlesspatterns.it.variants.check.Checks;

/**
 * Variants are compiled, synthesized and checked: those in which every three choices meet; with {@code -Dvariants=all}
 * every valid combination of the structural options, with {@code others} all but those; with {@code pairs}
 * those in which every two meet; {@code -Dwith=downstream=http,healthChecks=both} keeps only those that have these choices.
 * {@code -Dvariants.minutes=20} begins no other after so many minutes, and says how many that leaves out. Or one alone:
 *
 * <pre>mvn -pl it -am test -Dtest=VariantsIT -Dvariant=storageFirst=sqs</pre>
 */
class VariantsIT {

    /** Where surefire and failsafe run the tests of this module. */
    private final VariantsFolder folder = VariantsFolder.here();

    private final Generator generator = Generator.load();

    @Test
    void haveNoFault() {
        var time = Duration.ofMinutes(Long.getLong("variants.minutes", 600));
        var run = new VariantRun(generator, Checks.all(System.out), folder, time, System.out);

        var findings = run.check(variants());

        if (!findings.isEmpty()) {
            fail("%n%n%s", findings);
        }
    }

    private List<Variant> variants() {
        var one = System.getProperty("variant");
        if (one != null) {
            return List.of(Variant.parse(one));
        }
        var all = ValidCombinations.ofStructure(generator.catalogue());
        var sample = CoveringSet.of(3, all);
        var chosen = switch (System.getProperty("variants", "some")) {
            case "all" -> all;
            case "pairs" -> CoveringSet.of(2, all);
            case "others" ->
                all.stream().filter(variant -> !sample.contains(variant)).toList();
            default -> sample;
        };
        chosen = chosen.stream().filter(Variant::isWanted).toList();
        if (Long.getLong("variants.minutes") != null) {
            // So that those that are left out are of every kind, and always the same.
            chosen = new ArrayList<>(chosen);
            Collections.shuffle(chosen, new Random(1));
        }
        System.out.printf("%,d of %,d valid combinations of the structural options%n", chosen.size(), all.size());
        return chosen;
    }
}
