package org.serverlesspatterns.generator.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogueReaderTest {

    private static final String SOUND = """
            identity:
              - {key: id, title: T, question: Q, pattern: "[a-z]+", allowed: letters, example: a, separator: "", maxLength: 9, lengthBecause: so}
            options:
              - key: one
                title: T
                question: Q
                default: a
                choices:
                  - {name: a, explanation: A, templates: [here, {folder: there, when: {one: [a]}}]}
                  - {name: 2, explanation: B}
              - key: two
                title: T
                question: Q
                default: true
                when: {one: [a]}
                otherwise: false
                because: it is so
                choices:
                  - {name: true, explanation: A}
                  - {name: false, explanation: B}
            excluded:
              - {combination: {one: [2], two: [true]}, because: it is so}
            templates: [all]
            nextSteps: [go]
            """;

    @Test
    void readsInTheOrderOfTheFile() {
        var catalogue = CatalogueReader.read(SOUND);

        assertThat(catalogue.properties()).extracting(Property::key).containsExactly("id", "one", "two");
        assertThat(((Option) catalogue.options().get(0)).names()).containsExactly("a", "2");
        assertThat(catalogue.allFolders()).containsExactly("all", "here", "there");
        assertThat(catalogue.excluded()).extracting(Excluded::because).containsExactly("it is so");
        assertThat(catalogue.nextSteps()).containsExactly("go");
    }

    @Test
    void scalarsOfAnyKindAreText() {
        var two = (Option) CatalogueReader.read(SOUND).options().get(1);

        assertThat(two.names()).containsExactly("true", "false");
        assertThat(two.fixedDefault()).contains("true");
        assertThat(two.otherwise()).contains("false");
    }

    @Test
    void aConditionMayBeAListOfAlternatives() {
        var catalogue = CatalogueReader.read(SOUND.replace("when: {one: [a]}\n", "when: [{one: [a]}, {one: [2]}]\n"));

        assertThat(catalogue.options().get(1).when().alternatives()).hasSize(2);
        assertThat(catalogue.options().get(1).dependsOn()).containsExactly("one");
    }

    /** Each line changes the sound catalogue in one place and says what the reader then complains of. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            nextSteps: [go]       | nextStep: [go]            | catalogue.yml has unknown members [nextStep]
            because: it is so\\n   | becuase: it is so\\n       | options[1] has unknown members [becuase]
            explanation: A, temp  | explain: A, temp          | options[0]/choices[0] lacks 'explanation'
            {name: 2, exp         | {nam: 2, exp              | options[0]/choices[1] lacks 'name'
            name: a, expl         | colour: c, name: a, expl  | options[0]/choices[0] has unknown members [colour]
            folder: there, when   | folder: there, wen        | options[0]/choices[0]/templates[1] has unknown members [wen]
            because: it is so}    | because: so, x: y}        | excluded[0] has unknown members [x]
            because: it is so}    | why: so}                  | excluded[0] lacks 'because'
            pattern:              | regex:                    | identity[0] lacks 'pattern'
            maxLength: 9          | maxLength: nine           | identity[0]/maxLength must be a Integer
            so}\\noptions          | so, defaultFrom: one}\\noptions | id depends on an option that is asked later
            key: one              | key: id                   | There are two options id
            when: {one: [a]}\\n    | when: {three: [a]}\\n      | two depends on an option that is asked later
            when: {one: [a]}\\n    | when: {two: [true]}\\n     | two depends on an option that is asked later
            when: {one: [a]}\\n    | when: {one: [b]}\\n        | The condition one=b names
            when: {one: [a]}}     | when: {none: [a]}}        | The condition none=a names
            {one: [2], two        | {one: [3], two            | The condition one=3 and two=true names
            when: {one: [a]}\\n    | when: {one: a}\\n          | options[1]/when/one must be a List
            when: {one: [a]}\\n    | when: [{one: [b]}]\\n      | The condition one=b names
            when: {one: [a]}\\n    | when: one\\n               | options[1]/when must be a Map
            default: a\\n          | default: b\\n              | options[0]: the default is not a choice
            default: a\\n          | defaultNewestUpTo: x\\n    default: a\\n | needs one of default, defaultNewestUpTo
            templates: [all]      | templates: all            | catalogue.yml/templates must be a List
            templates: [all]      | templates: [[all]]        | catalogue.yml/templates[0] must be a mapping
            """)
    void whatIsWrongIsNamedByItsPlace(String sound, String broken, String complaint) {
        assertThat(SOUND).contains(unescaped(sound));

        assertThatThrownBy(() -> CatalogueReader.read(SOUND.replace(unescaped(sound), unescaped(broken))))
                .hasMessageContaining(complaint);
    }

    @Test
    void anOptionNeedsADefault() {
        assertThatThrownBy(() -> CatalogueReader.read(SOUND.replace("    default: a\n", "")))
                .hasMessage("catalogue.yml/options[0] needs one of default, defaultNewestUpTo");
    }

    @Test
    void aConditionNeedsToSayWhatHoldsElsewhere() {
        assertThatThrownBy(() -> CatalogueReader.read(SOUND.replace("    otherwise: false\n", "")))
                .hasMessage("catalogue.yml/options[1] has 'when' and so needs 'otherwise' and 'because'");
    }

    @Test
    void listsMayBeLeftOutOrEmpty() {
        var catalogue = CatalogueReader.read(
                SOUND.replace("templates: [all]", "templates:").replace("nextSteps: [go]", ""));

        assertThat(catalogue.folders()).isEmpty();
        assertThat(catalogue.nextSteps()).isEmpty();
    }

    private static String unescaped(String text) {
        return text.replace("\\n", "\n");
    }
}
