package org.serverlesspatterns.it.variants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.serverlesspatterns.generator.Answers;
import org.serverlesspatterns.generator.Generator;
import org.serverlesspatterns.generator.catalogue.CatalogueReader;

class ValidCombinationsTest {

    private static final String CATALOGUE = """
            identity: []
            options:
              - {key: store, title: s, question: s, default: a, choices: [
                  {name: none, explanation: x}, {name: a, explanation: x}, {name: b, explanation: x}]}
              - {key: circuit, title: c, question: c, default: "true", choices: [
                  {name: "true", explanation: x}, {name: "false", explanation: x}]}
              - {key: probes, title: p, question: p, default: "on", when: {circuit: ["true"]}, otherwise: "off", because: x, choices: [
                  {name: "on", explanation: x}, {name: "off", explanation: x}]}
              - {key: ci, title: i, question: i, default: github, choices: [
                  {name: github, explanation: x}, {name: gitlab, explanation: x}]}
            excluded:
              - {combination: {store: [none], circuit: ["false"]}, because: x}
            templates: [project]
            nextSteps: []
            """;

    @Test
    void areThoseThatTheCatalogueAllows() {
        var names = ValidCombinations.ofStructure(CatalogueReader.read(CATALOGUE)).stream()
                .map(Variant::name)
                .toList();

        assertThat(names)
                .containsExactly(
                        "store=none,circuit=true,probes=on",
                        "store=none,circuit=true,probes=off",
                        "store=a,circuit=true,probes=on",
                        "store=a,circuit=true,probes=off",
                        "store=a,circuit=false,probes=off",
                        "store=b,circuit=true,probes=on",
                        "store=b,circuit=true,probes=off",
                        "store=b,circuit=false,probes=off");
        assertThat(ValidCombinations.ofEverything(CatalogueReader.read(CATALOGUE)))
                .hasSize(2 * names.size())
                .allSatisfy(variant -> assertThat(variant.choices()).containsKey("ci"));
    }

    @Test
    void theGeneratorTakesEveryOne() {
        var generator = Generator.load();

        assertThat(ValidCombinations.ofEverything(generator.catalogue()))
                .isNotEmpty()
                .allSatisfy(variant -> assertThatCode(() -> generator.project(variant.answers()))
                        .doesNotThrowAnyException());
    }

    @Test
    void aVariantIsReadAsItIsWritten() {
        var variant = new Variant(Map.of("storageFirst", "s3"));

        assertThat(Variant.parse(variant.name())).isEqualTo(variant);
        assertThat(variant.command()).contains("archetype", " -DstorageFirst=s3", " -DartifactId=acme-shop");
        assertThat(variant.answers()).isInstanceOf(Answers.class).isNotEqualTo(Answers.of(Map.of()));
    }

    @Test
    void aCoveringSetHasEveryTupleAndIsSmall() {
        var all = ValidCombinations.ofEverything(Generator.load().catalogue());

        var pairs = CoveringSet.of(2, all);

        assertThat(tuples(pairs)).isEqualTo(tuples(all));
        assertThat(pairs).hasSizeLessThan(Math.min(all.size(), 120)).doesNotHaveDuplicates();
    }

    private static Set<Set<String>> tuples(List<Variant> variants) {
        return variants.stream()
                .flatMap(variant -> CoveringSet.tuples(2, variant).stream())
                .collect(Collectors.toSet());
    }
}
