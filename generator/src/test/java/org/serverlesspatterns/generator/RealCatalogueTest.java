package org.serverlesspatterns.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.serverlesspatterns.generator.catalogue.Catalogue;
import org.serverlesspatterns.generator.catalogue.Name;
import org.serverlesspatterns.generator.catalogue.Option;
import org.serverlesspatterns.generator.catalogue.Property;
import org.serverlesspatterns.generator.project.Templates;

/** The invariants of the real catalogue and templates, over every option there is. */
class RealCatalogueTest {

    private static final Templates TEMPLATES = Templates.from(Generator.class.getClassLoader(), Generator.TEMPLATES);
    private static final Generator GENERATOR = new Generator(TEMPLATES);
    private static final Catalogue CATALOGUE = GENERATOR.catalogue();
    private static final Answers COORDINATES = Answers.of(Map.of("groupId", "com.example", "artifactId", "my-service"));

    @Test
    void theCoordinatesOfMavenComeFirst() {
        assertThat(CATALOGUE.identity())
                .extracting(Name::key)
                .containsExactly("groupId", "artifactId", "version", "package");
    }

    @ParameterizedTest
    @MethodSource("properties")
    void everyPropertyIsAskedInOneLine(Property property) {
        assertThat(property.key()).matches("[a-z][a-zA-Z0-9]*");
        assertThat(property.title()).matches("[A-Z].{1,30}");
        assertThat(property.question()).matches("[A-Z].{1,120}[.?]");
    }

    @ParameterizedTest
    @MethodSource("options")
    void everyChoiceHasANameOfItsOwnAndAnExplanationOfOneLine(Option option) {
        assertThat(option.choices()).isNotEmpty().allSatisfy(choice -> {
            assertThat(choice.name()).matches("[a-z0-9]+(-[a-z0-9]+)*").isNotEqualTo(Answers.ASK);
            assertThat(choice.explanation()).isNotBlank().hasLineCount(1).hasSizeLessThan(120);
        });
        assertThat(option.names()).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("properties")
    void everyDefaultIsAllowed(Property property) {
        var system = Map.of("java.specification.version", "17");
        var earlier = Map.of("groupId", "com.example");

        assertThat(property.defaultValue(earlier, system).flatMap(property::problem))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyExampleIsAllowed(Name name) {
        assertThat(name.problem(name.example())).isEmpty();
    }

    @Test
    void theDefaultsMakeAProject() {
        assertThatCode(() -> GENERATOR.project(COORDINATES)).doesNotThrowAnyException();
    }

    @Test
    void everyFolderThatIsNamedExists() {
        assertThat(CATALOGUE.allFolders())
                .allSatisfy(
                        folder -> assertThat(TEMPLATES.in(folder)).as(folder).isNotEmpty());
    }

    @Test
    void everyTemplateIsInAFolderThatIsNamed() {
        assertThat(TEMPLATES.files().keySet())
                .filteredOn(path -> path.contains("/"))
                .allSatisfy(path ->
                        assertThat(CATALOGUE.allFolders()).as(path).anyMatch(folder -> path.startsWith(folder + "/")));
    }

    @Test
    void noFolderIsInsideAnother() {
        assertThat(CATALOGUE.allFolders())
                .allSatisfy(folder ->
                        assertThat(CATALOGUE.allFolders()).noneMatch(other -> folder.startsWith(other + "/")));
    }

    @Test
    void everySlotThatIsFilledIsAskedFor() {
        var rendered = TEMPLATES.files().keySet().stream()
                .filter(path -> path.endsWith(".ftl"))
                .map(TEMPLATES::text)
                .collect(Collectors.joining("\n"));

        assertThat(CATALOGUE.allFolders()).allSatisfy(folder -> {
            var slots = folder + "/slots/";
            assertThat(TEMPLATES.in(folder).keySet())
                    .filteredOn(path -> path.startsWith(slots))
                    .extracting(path -> path.substring(slots.length()).replaceAll("\\.ftl$", ""))
                    .allSatisfy(slot -> assertThat(rendered.contains('"' + slot + '"'))
                            .as("somebody asks for \"%s\"", slot)
                            .isTrue());
        });
    }

    @ParameterizedTest
    @MethodSource("choices")
    void everyChoiceMakesAProject(String key, String choice) {
        var tree = GENERATOR.render(GENERATOR.project(answers(key, choice)));

        assertThat(tree.files().keySet()).contains("README.md", "pom.xml");
        assertThat(tree.files().keySet())
                .allSatisfy(path -> assertThat(tree.text(path))
                        .as(path)
                        .doesNotContain("[=")
                        .doesNotContain("[#if"));
        assertThat(tree.files().keySet())
                .filteredOn(path -> !path.endsWith(".cmd"))
                .allSatisfy(path ->
                        assertThat(tree.text(path).contains("\r")).as(path).isFalse());
    }

    /** The choice with what its option needs to be asked at all and, where that is no project, one more choice. */
    private static Answers answers(String key, String choice) {
        var option =
                options().filter(other -> other.key().equals(key)).findFirst().orElseThrow();
        var chosen = COORDINATES.with(key, choice);
        for (var need : option.when().alternatives().get(0).entrySet()) {
            chosen = chosen.with(need.getKey(), need.getValue().get(0));
        }
        var asked = chosen;
        var others = options()
                .filter(other -> !asked.values().containsKey(other.key()))
                .flatMap(other -> other.names().stream().map(name -> asked.with(other.key(), name)));
        return Stream.concat(Stream.of(asked), others)
                .filter(RealCatalogueTest::isProject)
                .findFirst()
                .orElseThrow();
    }

    private static boolean isProject(Answers answers) {
        try {
            GENERATOR.project(answers);
            return true;
        } catch (Refusal refusal) {
            return false;
        }
    }

    @Test
    void versionsAreFilledIn() {
        assertThat(TEMPLATES.text("versions.yml"))
                .contains(":")
                .doesNotContainPattern("@[^@\\s]*@")
                .doesNotContain("${");
    }

    static Stream<Property> properties() {
        return CATALOGUE.properties().stream();
    }

    static Stream<Option> options() {
        return properties().filter(Option.class::isInstance).map(Option.class::cast);
    }

    static Stream<Name> names() {
        return properties().filter(Name.class::isInstance).map(Name.class::cast);
    }

    static Stream<Arguments> choices() {
        return options().flatMap(option -> option.names().stream().map(name -> Arguments.of(option.key(), name)));
    }
}
