package org.serverlesspatterns.generator.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.serverlesspatterns.generator.Bakery.templates;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.serverlesspatterns.generator.project.ProjectPlan.Source;

class ProjectPlanTest {

    private static final Map<String, Object> MODEL =
            Map.of("Name", "Bakery", "packagePath", "com/example", "number", 1);

    @Test
    void aFolderHasTheLayoutOfTheProject() {
        var plan = plan(templates("a/x/y.txt", "", "a/z.txt.ftl", "", "b/w.ftl.txt", ""), "a", "b");

        assertThat(plan.files())
                .containsExactly(
                        Map.entry("w.ftl.txt", new Source("b/w.ftl.txt", false)),
                        Map.entry("x/y.txt", new Source("a/x/y.txt", false)),
                        Map.entry("z.txt", new Source("a/z.txt.ftl", true)));
    }

    @Test
    void onlyTheChosenFoldersCount() {
        assertThat(plan(templates("a/x", "", "ab/y", "", "a-b/z", "", "x", ""), "a")
                        .files())
                .containsOnlyKeys("x");
        assertThat(plan(templates("a/b/x", "", "a/c/y", ""), "a/b").files()).containsOnlyKeys("x");
    }

    @Test
    void wordsBetweenUnderscoresStandForValues() {
        assertThat(plan(templates("a/__packagePath__/__Name__App.java.ftl", "", "a/__x/_Name_", ""), "a")
                        .files())
                .containsOnlyKeys("com/example/BakeryApp.java", "__x/_Name_");
    }

    @Test
    void aWordThatStandsForNothingIsADefect() {
        assertThatThrownBy(() -> plan(templates("a/__nmae__", ""), "a")).hasMessage("Nothing stands for __nmae__");
        assertThatThrownBy(() -> plan(templates("a/__number__", ""), "a")).hasMessage("Nothing stands for __number__");
    }

    @Test
    void slotsMakeNoFileAndKeepTheOrderOfTheFolders() {
        var plan = plan(templates("b/slots/s.ftl", "", "a/slots/s", "", "a/slots/t/u", "", "a/f", ""), "b", "a");

        assertThat(plan.files()).containsOnlyKeys("f");
        assertThat(plan.slots())
                .isEqualTo(Map.of(
                        "s", List.of(new Source("b/slots/s.ftl", true), new Source("a/slots/s", false)),
                        "t/u", List.of(new Source("a/slots/t/u", false))));
    }

    @Test
    void twoTemplatesForOneFileAreADefect() {
        assertThatThrownBy(() -> plan(templates("a/x", "", "b/x.ftl", ""), "a", "b"))
                .hasMessage("a/x and b/x.ftl make the same file");
    }

    @Test
    void anEmptyFolderIsADefect() {
        assertThatThrownBy(() -> plan(templates("a/x", ""), "a", "b")).hasMessage("The template folder b is empty");
    }

    private static ProjectPlan plan(Templates templates, String... folders) {
        return ProjectPlan.of(new Project(Map.of(), List.of(folders), Optional.empty()), templates, MODEL);
    }
}
