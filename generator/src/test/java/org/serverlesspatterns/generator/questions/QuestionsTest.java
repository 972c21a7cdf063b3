package org.serverlesspatterns.generator.questions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.serverlesspatterns.generator.Bakery.CATALOGUE;
import static org.serverlesspatterns.generator.Bakery.answers;
import static org.serverlesspatterns.generator.Bakery.only;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.serverlesspatterns.generator.Answers;
import org.serverlesspatterns.generator.Refusal;
import org.serverlesspatterns.generator.catalogue.CatalogueReader;

class QuestionsTest {

    private static final String ENTER = "";

    /** All but the question for the store. */
    private static final Answers ALL_BUT_STORE =
            answers("version=1", "package=p", "alarm=true", "alarmKind=bell", "javaVersion=17", "resource=roll");

    private ScriptedTerminal terminal;

    @Test
    void anOptionIsShownAsANumberedListWithTheDefaultMarked() {
        ask(ALL_BUT_STORE, ENTER);

        assertThat(terminal.screen()).isEqualTo("""

                        Store (store): Where is the bread kept?
                             1  none        it is eaten at once
                          *  2  shelf       a shelf at room temperature
                             3  shelf-cold  a shelf in the cold
                             4  cellar      the cellar below
                        Number or name [shelf]:\s
                        """);
    }

    @ParameterizedTest
    @CsvSource({
        "1, none",
        "4, cellar",
        "cellar, cellar",
        "shelf-cold, shelf-cold",
        "' 3 ', shelf-cold",
        "'', shelf",
        "' ', shelf"
    })
    void aChoiceIsMadeByItsNumberItsNameOrEnter(String typed, String chosen) {
        assertThat(ask(ALL_BUT_STORE, typed).get("store")).contains(chosen);
    }

    @ParameterizedTest
    @CsvSource({"17, 17", "21, 21", "25, 25", "1, 17", "2, 21", "3, 25"})
    void aNameOfDigitsIsNotTakenForANumber(String typed, String chosen) {
        var given = answers("version=1", "package=p", "store=shelf", "alarm=false", "resource=roll");

        assertThat(ask(given, typed).get("javaVersion")).contains(chosen);
    }

    @ParameterizedTest
    @CsvSource({"3, 3", "1, 1", "2, 2", "4, 1"})
    void aNameWinsOverTheNumberOfAnotherChoice(String typed, String chosen) {
        var catalogue = CatalogueReader.read("""
                options:
                  - key: loaves
                    title: Loaves
                    question: How many?
                    default: 2
                    choices:
                      - {name: 3, explanation: three}
                      - {name: 2, explanation: two}
                      - {name: 9, explanation: nine}
                      - {name: 1, explanation: one}
                """);

        var answers = new Questions(catalogue, new ScriptedTerminal(List.of(typed)), Map.of()).ask(only());

        assertThat(answers.get("loaves")).contains(chosen);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "5",
                "-1",
                "1.",
                "999",
                "99999999999999999999",
                "celar",
                "Cellar",
                "\u0664",
                "\u0000",
                "shelf cellar"
            })
    void aWrongAnswerIsExplainedAndAskedAgain(String wrong) {
        assertThat(ask(ALL_BUT_STORE, wrong, wrong, "4").get("store")).contains("cellar");
        assertThat(terminal.screen().lines().filter(line -> line.startsWith("Number or name")))
                .hasSize(3);
        assertThat(terminal.screen())
                .contains("is not a choice. Allowed: none, shelf, shelf-cold, cellar. Nearest: ")
                .doesNotContain("\u0000");
    }

    @Test
    void aWrongNameIsExplainedAndAskedAgain() {
        var given = answers("version=1", "package=p", "store=shelf", "alarm=false", "javaVersion=17");

        assertThat(ask(given, "Sales Order", "class", Answers.ASK, "roll").get("resource"))
                .contains("roll");
        assertThat(terminal.screen())
                .contains("Resource (resource): What is baked?\n    a singular noun in lowerCamel\nValue [order]: ")
                .contains("resource='Sales Order' is not a legal name")
                .contains("Nearest: salesOrder.")
                .contains("contains the Java keyword 'class'")
                .contains("resource='ask' stands for an answer that was not given");
    }

    @Test
    void aNameWithoutADefaultHasToBeGiven() {
        var given = only(
                "groupId=com.example",
                "version=1",
                "package=p",
                "store=shelf",
                "alarm=false",
                "javaVersion=17",
                "resource=roll");

        assertThat(ask(given, ENTER, "bakery").get("artifactId")).contains("bakery");
        assertThat(terminal.screen()).contains("Value: \n    artifactId='' is not a legal name");
    }

    @Test
    void aChoiceThatTheOthersExcludeIsExplainedAndAskedAgain() {
        var given = answers("version=1", "package=p", "javaVersion=17", "resource=roll");

        var answered = ask(given, "none", "false", "true", ENTER);

        assertThat(answered.values()).containsEntry("store", "none").containsEntry("alarm", "true");
        assertThat(terminal.screen()).contains("store=none and alarm=false exclude each other: nothing would be left");
    }

    @Test
    void aChoiceThatALaterGivenOneExcludesIsExplainedAndAskedAgain() {
        var given = answers("version=1", "package=p", "alarm=false", "javaVersion=17", "resource=roll");

        assertThat(ask(given, "none", "cellar").get("store")).contains("cellar");
        assertThat(terminal.screen()).contains("store=none and alarm=false exclude each other");
    }

    @Test
    void everyOpenQuestionIsAskedOnceInOrderAndEnterTakesEveryDefault() {
        var answered = ask(only(), "com.example", "bakery", ENTER, ENTER, ENTER, ENTER, ENTER, ENTER, ENTER);

        assertThat(answered.values())
                .isEqualTo(Map.of(
                        "groupId", "com.example",
                        "artifactId", "bakery",
                        "version", "1.0-SNAPSHOT",
                        "package", "com.example",
                        "store", "shelf",
                        "alarm", "true",
                        "alarmKind", "bell",
                        "javaVersion", "21",
                        "resource", "order"));
        assertThat(asked())
                .containsExactly(
                        "groupId",
                        "artifactId",
                        "version",
                        "package",
                        "store",
                        "alarm",
                        "alarmKind",
                        "javaVersion",
                        "resource");
    }

    @Test
    void whatWasGivenIsNotAsked() {
        ask(answers("version=1", "package=p", "store=cellar"), ENTER, ENTER, ENTER, ENTER);

        assertThat(asked()).containsExactly("alarm", "alarmKind", "javaVersion", "resource");
    }

    @Test
    void whatEarlierAnswersMakePointlessIsNotAsked() {
        var answered = ask(answers("version=1", "package=p"), "shelf", "false", ENTER, ENTER);

        assertThat(asked()).doesNotContain("alarmKind").contains("javaVersion");
        assertThat(CATALOGUE.complete(answered, Map.of())).containsEntry("alarmKind", "none");
    }

    @Test
    void whatAGivenAnswerMakesPointlessIsNotAsked() {
        ask(answers("version=1", "package=p", "alarm=false"), ENTER, ENTER, ENTER);

        assertThat(asked()).containsExactly("store", "javaVersion", "resource");
    }

    @Test
    void anOptionWithOneChoiceIsNotAsked() {
        ask(ALL_BUT_STORE, ENTER);

        assertThat(asked()).doesNotContain("oven");
    }

    @Test
    void theEndOfTheInputIsARefusal() {
        assertThatThrownBy(() -> ask(answers("version=1", "package=p"), "shelf"))
                .isInstanceOf(Refusal.class)
                .hasMessage("The input ended before alarm was answered. Nothing was written.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"store=celar", "resource=Class", "artifactId=..", "stroe=shelf"})
    void aBadGivenAnswerIsRefusedBeforeAnythingIsAsked(String bad) {
        assertThatThrownBy(() -> ask(answers(bad), "never typed"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining(bad.split("=")[0]);
        assertThat(terminal.screen()).isEmpty();
    }

    @Test
    void givenAnswersThatExcludeEachOtherAreRefusedBeforeAnythingIsAsked() {
        assertThatThrownBy(() -> ask(answers("store=none", "alarm=false"), "never typed"))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith("store=none and alarm=false exclude each other");
        assertThat(terminal.screen()).isEmpty();
    }

    @Test
    void theNumbersCanBeTypedWhateverTheLocale() {
        var locale = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            ask(ALL_BUT_STORE, ENTER);
        } finally {
            Locale.setDefault(locale);
        }
        assertThat(terminal.screen()).contains("*  2  shelf");
    }

    private Answers ask(Answers given, String... typed) {
        terminal = new ScriptedTerminal(List.of(typed));
        var answers = new Questions(CATALOGUE, terminal, Map.of("java.specification.version", "21")).ask(given);
        assertThat(terminal.typedAll()).as("every line was asked for").isTrue();
        return answers;
    }

    /** The keys of the questions on the screen. */
    private List<String> asked() {
        return terminal.screen()
                .lines()
                .filter(line -> line.matches("[A-Z].* \\([A-Za-z]+\\): .*"))
                .map(line -> line.replaceAll(".*\\(([A-Za-z]+)\\): .*", "$1"))
                .toList();
    }
}
