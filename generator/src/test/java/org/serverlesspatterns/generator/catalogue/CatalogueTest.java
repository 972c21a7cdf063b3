package org.serverlesspatterns.generator.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.serverlesspatterns.generator.Bakery.CATALOGUE;
import static org.serverlesspatterns.generator.Bakery.answers;
import static org.serverlesspatterns.generator.Bakery.only;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.serverlesspatterns.generator.Answers;
import org.serverlesspatterns.generator.Refusal;

class CatalogueTest {

    private static final Map<String, String> JDK_21 = Map.of("java.specification.version", "21");
    private static final Pattern NEAREST = Pattern.compile("Nearest: (.*)\\.$");

    @Test
    void completesWithTheDefaultsInTheOrderOfTheCatalogue() {
        assertThat(complete(answers()))
                .containsExactly(
                        Map.entry("groupId", "com.example"),
                        Map.entry("artifactId", "my-bakery"),
                        Map.entry("version", "1.0-SNAPSHOT"),
                        Map.entry("package", "com.example"),
                        Map.entry("store", "shelf"),
                        Map.entry("alarm", "true"),
                        Map.entry("alarmKind", "bell"),
                        Map.entry("javaVersion", "21"),
                        Map.entry("oven", "stone"),
                        Map.entry("resource", "order"));
    }

    @Test
    void takesWhatWasSaid() {
        assertThat(complete(answers("store=cellar", "package=a.b", "javaVersion=17", "resource=roll")))
                .containsEntry("store", "cellar")
                .containsEntry("package", "a.b")
                .containsEntry("javaVersion", "17")
                .containsEntry("resource", "roll");
    }

    @Test
    void anAnswerThatSaysAskCountsAsNotGiven() {
        assertThat(complete(answers("store=" + Answers.ASK))).containsEntry("store", "shelf");
    }

    @ParameterizedTest
    @CsvSource({
        "17, 17",
        "20, 17",
        "21, 21",
        "24, 21",
        "25, 25",
        "99, 25",
        "11, 17",
        "1.8, 17",
        "nonsense, 17",
        "'', 17"
    })
    void theDefaultJavaIsTheNewestThatTheRunningJdkCompiles(String running, String expected) {
        assertThat(CATALOGUE.complete(answers(), Map.of("java.specification.version", running)))
                .containsEntry("javaVersion", expected);
    }

    @Test
    void theDefaultJavaIsTheOldestOnAnUnknownJdk() {
        assertThat(CATALOGUE.complete(answers(), Map.of())).containsEntry("javaVersion", "17");
    }

    @Test
    void anUnknownChoiceIsNamedWithWhatIsAllowedAndTheNearest() {
        assertRefused(answers("store=celar"))
                .hasMessage(
                        "store='celar' is not a choice. Allowed: none, shelf, shelf-cold, cellar. Nearest: cellar.");
    }

    @Test
    void choicesAreTakenToTheLetter() {
        assertRefused(answers("store=SHELF")).hasMessageEndingWith("Nearest: shelf.");
        assertRefused(answers("store= shelf")).hasMessageEndingWith("Nearest: shelf.");
        assertRefused(answers("store=")).hasMessageContaining("store='' is not a choice");
    }

    @Test
    void anUnknownOptionIsNamedWithTheNearest() {
        assertRefused(answers("stroe=shelf"))
                .hasMessage("There is no option 'stroe'. Options: groupId, artifactId, version, package, store, alarm,"
                        + " alarmKind, javaVersion, oven, resource. Nearest: store.");
    }

    @Test
    void anOptionThatWasMisspeltIsRefusedAmongForeignProperties() {
        assertThatThrownBy(() -> CATALOGUE.refuseMisspelt(List.of("maven.home", "alarmkind", "user.dir")))
                .isInstanceOf(Refusal.class)
                .hasMessage("There is no option 'alarmkind'. Did you mean alarmKind?");
        assertThatCode(() -> CATALOGUE.refuseMisspelt(List.of("maven.home", "alarmKind", "archetypeVersion", "st")))
                .doesNotThrowAnyException();
    }

    @Test
    void anExcludedCombinationSaysWhichTwoAndWhy() {
        assertRefused(answers("store=none", "alarm=false"))
                .hasMessage("store=none and alarm=false exclude each other:"
                        + " nothing would be left to make, so choose a store or the alarm.");
    }

    @Test
    void defaultsThatMakeAnExcludedCombinationAreRefusedToo() {
        var combination = new Condition(Map.of("alarm", List.of("true"), "javaVersion", List.of("21")));
        var excluded = List.of(new Excluded(combination, "it is so"));
        var catalogue = new Catalogue(
                CATALOGUE.identity(), CATALOGUE.options(), excluded, CATALOGUE.folders(), CATALOGUE.nextSteps());

        assertThatThrownBy(() -> catalogue.complete(answers(), JDK_21))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("alarm=true")
                .hasMessageContaining("javaVersion=21")
                .hasMessageEndingWith("exclude each other: it is so.");
        assertThat(catalogue.complete(answers("alarm=false"), JDK_21)).containsEntry("alarm", "false");
    }

    @Test
    void aConditionDoesNotHoldForAnOptionWithoutAValue() {
        var condition = new Condition(Map.of("alarm", List.of("true")));

        assertThat(condition.holds(Map.of())).isFalse();
        assertThat(condition.holds(Map.of("alarm", "true"))).isTrue();
    }

    @Test
    void aConditionHoldsWhereOneOfItsAlternativesDoes() {
        var condition = new Condition(List.of(
                Map.of("alarm", List.of("true"), "store", List.of("shelf")), Map.of("javaVersion", List.of("21"))));

        assertThat(condition.holds(Map.of("alarm", "true", "store", "shelf"))).isTrue();
        assertThat(condition.holds(Map.of("alarm", "true", "javaVersion", "21")))
                .isTrue();
        assertThat(condition.holds(Map.of("alarm", "true", "javaVersion", "17")))
                .isFalse();
        assertThat(condition.toString()).contains("alarm=true", "store=shelf", ", or javaVersion=21");
    }

    @Test
    void eitherHalfOfAnExcludedCombinationIsFine() {
        assertThat(complete(answers("store=none"))).containsEntry("alarm", "true");
        assertThat(complete(answers("alarm=false"))).containsEntry("store", "shelf");
    }

    @Test
    void whereAnOptionDoesNotApplyItHasItsOtherValue() {
        assertThat(complete(answers("alarm=false"))).containsEntry("alarmKind", "none");
        assertThat(complete(answers("alarm=false", "alarmKind=none"))).containsEntry("alarmKind", "none");
    }

    @Test
    void anAnswerToAnOptionThatDoesNotApplySaysWhichTwoAndWhy() {
        assertRefused(answers("alarm=false", "alarmKind=siren"))
                .hasMessage("alarmKind='siren' and alarm=false exclude each other: without an alarm nothing sounds."
                        + " Leave alarmKind out, or choose alarm=true.");
    }

    @Test
    void nothingIsConcludedFromAnAnswerThatCannotBeUsed() {
        assertRefused(answers("alarm=\u001b[2Jperhaps", "alarmKind=siren"))
                .hasMessage("alarm='?[2Jperhaps' is not a choice. Allowed: true, false. Nearest: true.");
        assertRefused(answers("groupId=no good"))
                .hasMessageStartingWith("groupId='no good' is not a legal name")
                .hasMessageNotContaining("package=");
    }

    @Test
    void whatIsMissingIsNamedOnce() {
        assertRefused(only("artifactId=a"))
                .hasMessage("groupId is missing: The Maven groupId of the project. Give it with -DgroupId=….");
    }

    @Test
    void severalProblemsAreToldAtOnce() {
        assertRefused(answers("store=celar", "javaVersion=18", "ressource=x", "package=java.bread"))
                .hasMessageStartingWith("4 answers cannot be used:\n  - There is no option 'ressource'")
                .hasMessageContaining("\n  - store='celar' is not a choice")
                .hasMessageContaining("\n  - javaVersion='18' is not a choice")
                .hasMessageContaining("\n  - package='java.bread' starts with 'java'");
    }

    @Test
    void aPackageThatDoesNotFollowFromTheGroupIsAskedFor() {
        assertRefused(answers("groupId=com.my-company"))
                .hasMessageStartingWith("package='com.my-company' is not a legal name")
                .hasMessageEndingWith("Nearest: com.mycompany.");
        assertThat(complete(answers("groupId=com.my-company", "package=com.mine")))
                .containsEntry("package", "com.mine");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "my-bakery", "my.bakery_2", "Bakery", "x2y", "console", "auxiliary"})
    void legalArtifactIds(String artifactId) {
        assertThat(complete(answers("artifactId=" + artifactId))).containsEntry("artifactId", artifactId);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                ".",
                "..",
                "../up",
                "..\\up",
                "a/b",
                "a\\b",
                "/etc",
                "C:\\x",
                "~",
                "a..b",
                "-a",
                "a-",
                ".a",
                "a.",
                "_a",
                "1st",
                "a b",
                "a\tb",
                "a\nb",
                "a\u0000b",
                "a\u202eb",
                "caf\u00e9",
                "\u0430bc",
                "\uff41bc",
                "$HOME",
                "${x}",
                "a;b",
                "a'b",
                "a\"b",
                "a%b",
                "a*b",
                "a--b",
                "con",
                "NUL",
                "com1.x",
                "x.Lpt9",
                "Aux",
                "prn"
            })
    void illegalArtifactIdsAreRefusedWithALegalOne(String artifactId) {
        assertRefusedWithLegalNeighbour("artifactId", artifactId);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "java",
                "java.bread",
                "class",
                "com.class",
                "com.new.bread",
                "com.int",
                "com.true",
                "com.null",
                "com._",
                "com._x",
                "com.1st",
                "com..bread",
                ".com",
                "com.",
                "com/bread",
                "com.my-bread",
                "com.br\u00f6tchen",
                "com bread",
                "com.nul",
                "../com",
                "com.bread\n"
            })
    void illegalPackagesAreRefusedWithALegalOne(String name) {
        assertRefusedWithLegalNeighbour("package", name);
    }

    @Test
    void aPackageMayHaveJavaInTheMiddle() {
        assertThat(complete(answers("package=com.java.javax"))).containsEntry("package", "com.java.javax");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Order",
                "1order",
                "class",
                "int",
                "or der",
                "sales-order",
                "ord\u00e9r",
                "a/b",
                "..",
                "con",
                "a.b"
            })
    void illegalResourcesAreRefusedWithALegalOne(String resource) {
        assertRefusedWithLegalNeighbour("resource", resource);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "com.", "1com", "com..x", "com x", "com/x", "../x", "c\u00f6m", "nul.x"})
    void illegalGroupsAreRefusedWithALegalOne(String groupId) {
        assertRefusedWithLegalNeighbour("groupId", groupId);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1..0", "-1", "1/0", "1.0 beta", "${revision}", "[1,2)", "aux"})
    void illegalVersionsAreRefusedWithALegalOne(String version) {
        assertRefusedWithLegalNeighbour("version", version);
    }

    @ParameterizedTest
    @CsvSource({
        "artifactId, My Bakery!, My-Bakery",
        "artifactId, caf\u00e9 cr\u00e8me, cafe-creme",
        "artifactId, ../../etc/passwd, etc-passwd",
        "artifactId, 1st-bakery, st-bakery",
        "artifactId, '', my-bakery",
        "artifactId, \u9eba\u5305, my-bakery",
        "version, 1.0 beta, 1.0-beta",
        "package, com.my-company, com.mycompany",
        "resource, Sales Order, salesOrder",
        "resource, Order, order",
    })
    void theNearestNameKeepsWhatItCan(String key, String typed, String nearest) {
        assertRefused(answers(key + "=" + typed)).hasMessageEndingWith("Nearest: " + nearest + ".");
    }

    @Test
    void namesThatAreTooLongSayWhyAndAreCutToFit() {
        var fits = "a".repeat(40);
        assertThat(complete(answers("artifactId=" + fits))).containsEntry("artifactId", fits);
        assertRefused(answers("artifactId=" + fits + "b"))
                .hasMessage("artifactId='" + fits + "b' has 41 characters, at most 40 fit: the sign over the door ends"
                        + " there. Allowed: ASCII letters and digits with single - . or _ between them. Nearest: "
                        + fits
                        + ".");
        assertRefusedWithLegalNeighbour("artifactId", "a-".repeat(500_000));
        assertRefusedWithLegalNeighbour("package", "a.".repeat(500_000) + "b");
    }

    @Test
    void messagesCutAndCleanWhatWasTyped() {
        assertRefused(answers("store=" + "x".repeat(1_000)))
                .hasMessageContaining("store='" + "x".repeat(60) + "…' is not a choice");
        assertRefused(answers("store=a\r\n\u001b\u0007\u202e\u200b\u2028\ud800b"))
                .hasMessageContaining("store='a????????b' is not a choice");
    }

    @Test
    void foldersFollowTheChoicesInTheOrderOfTheCatalogue() {
        assertThat(CATALOGUE.foldersOf(complete(answers()))).containsExactly("project", "shelf", "alarm");
        assertThat(CATALOGUE.foldersOf(complete(answers("store=none")))).containsExactly("project", "alarm");
        assertThat(CATALOGUE.foldersOf(complete(answers("alarm=false")))).containsExactly("project", "shelf");
    }

    @Test
    void aFolderUnderAConditionComesWhereItHolds() {
        assertThat(CATALOGUE.foldersOf(complete(answers("store=cellar"))))
                .containsExactly("project", "cellar", "alarm", "alarm-in-cellar");
        assertThat(CATALOGUE.foldersOf(complete(answers("store=cellar", "alarm=false"))))
                .containsExactly("project", "cellar");
    }

    @Test
    void knowsEveryFolder() {
        assertThat(CATALOGUE.allFolders()).containsExactly("project", "shelf", "cellar", "alarm", "alarm-in-cellar");
    }

    private static Map<String, String> complete(Answers answers) {
        return CATALOGUE.complete(answers, JDK_21);
    }

    private static AbstractThrowableAssert<?, ?> assertRefused(Answers answers) {
        return assertThatThrownBy(() -> complete(answers)).isInstanceOf(Refusal.class);
    }

    /** The refusal names the option, and what it suggests is taken. */
    private static void assertRefusedWithLegalNeighbour(String key, String value) {
        assertRefused(answers(key + "=" + value, key.equals("package") ? "version=1" : "package=p"))
                .hasMessageStartingWith(key + "='")
                .satisfies(refusal -> {
                    var nearest = NEAREST.matcher(refusal.getMessage());
                    assertThat(nearest.find()).isTrue();
                    assertThat(complete(answers("package=p", key + "=" + nearest.group(1))))
                            .containsEntry(key, nearest.group(1));
                });
    }
}
