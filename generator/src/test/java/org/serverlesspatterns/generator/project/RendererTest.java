package org.serverlesspatterns.generator.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.serverlesspatterns.generator.Bakery.templates;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.serverlesspatterns.generator.output.FileTree;

class RendererTest {

    private static final Map<String, Object> MODEL = Map.of("name", "caf\u00e9", "yes", "true", "number", 1234567);

    @Test
    void saysValues() {
        assertThat(rendered("[=name] ${name} $name <#if> #{name} [name] {{name}} [=number]"))
                .isEqualTo("caf\u00e9 ${name} $name <#if> #{name} [name] {{name}} 1234567");
    }

    @Test
    void linesOfDirectivesLeaveNothing() {
        assertThat(rendered("a\n[#if yes == \"true\"]\nb\n[/#if]\n    [#if yes == \"no\"]\nc\n    [/#if]\nd\n"))
                .isEqualTo("a\nb\nd\n");
    }

    @Test
    void nothingIsEscaped() {
        assertThat(text(templates("a/x.xml.ftl", "[=\"<&>\"]", "a/y.html.ftl", ""), "x.xml", "a"))
                .isEqualTo("<&>");
    }

    @Test
    void aSlotIsWhatTheFoldersHaveOneAfterTheOther() {
        var templates = templates(
                "main/x.ftl", "begin\n[=slot(\"s\")]end\n",
                "b/slots/s.ftl", "b says [=name]\n",
                "a/slots/s", "a says [=name]\n",
                "c/slots/other", "never\n");

        assertThat(text(templates, "x", "main", "b", "a", "c"))
                .isEqualTo("begin\nb says caf\u00e9\na says [=name]\nend\n");
    }

    @Test
    void aSlotThatNobodyFillsIsEmpty() {
        assertThat(rendered("([=slot(\"nobody\")])[#list lines(\"nobody\") as line]x[/#list]"))
                .isEqualTo("()");
    }

    @Test
    void aSlotMayHaveSlots() {
        var templates = templates(
                "main/x.ftl", "[=slot(\"outer\")]", "a/slots/outer.ftl", "<[=slot(\"inner\")]>", "b/slots/inner", "in");

        assertThat(text(templates, "x", "main", "a", "b")).isEqualTo("<in>");
    }

    @Test
    void linesAreSortedAndEachOnce() {
        var templates = templates(
                "main/x.ftl", "[#list lines(\"imports\") as line]\n[=line];\n[/#list]\n",
                "b/slots/imports", "import b.B\n\n  \nimport a.A\n",
                "a/slots/imports.ftl", "import a.A\nimport [=name].C");

        assertThat(text(templates, "x", "main", "b", "a")).isEqualTo("import a.A;\nimport b.B;\nimport caf\u00e9.C;\n");
    }

    @Test
    void importsAreSortedByTheirNamesWhateverThePackage() {
        assertThat(
                        rendered(
                                "[@imports]\nimport b.B;\nimport a.bc.D;\n\nimport a.b.C;\nimport b.B;\nimport a.b.C.D;\n[/@imports]\n"))
                .isEqualTo("import a.b.C;\nimport a.b.C.D;\nimport a.bc.D;\nimport b.B;\n");
    }

    @Test
    void otherFilesAreCopiedByteForByte() {
        var bytes = new byte[] {0, (byte) 0xff, '\r', '\n', (byte) 0xc3, '[', '=', 'x', ']', '[', '#', 'i', 'f'};
        var templates = new Templates(Collections.unmodifiableSortedMap(new TreeMap<>(Map.of("a/x", bytes))));

        assertThat(render(templates, "a").files().get("x")).isEqualTo(bytes);
    }

    @Test
    void anUndefinedVariableIsADefectThatNamesTemplateAndLine() {
        assertThatThrownBy(() -> rendered("one\ntwo [=nmae]\n"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("Template a/x.ftl: ")
                .hasMessageContaining("nmae")
                .hasMessageContaining("in template \"a/x.ftl\" at line 2");
    }

    @Test
    void anUndefinedVariableInASlotNamesTheSlot() {
        var templates = templates("main/x.ftl", "[=slot(\"s\")]", "a/slots/s.ftl", "\n\n[=nmae]");

        assertThatThrownBy(() -> render(templates, "main", "a"))
                .hasMessageContaining("nmae")
                .hasMessageContaining("in template \"a/slots/s.ftl\" at line 3");
    }

    @Test
    void aSyntaxErrorNamesTemplateAndLine() {
        assertThatThrownBy(() -> rendered("one\n[#if yes]\n"))
                .hasMessageContaining("Template a/x.ftl: ")
                .hasMessageContaining("line 2");
    }

    @Test
    void aSlotHasAName() {
        assertThatThrownBy(() -> rendered("[=slot()]")).hasMessageContaining("take one argument");
    }

    @Test
    void templatesReachNoJavaClass() {
        assertThatThrownBy(() -> rendered("[=\"freemarker.template.utility.Execute\"?new()(\"id\")]"))
                .hasMessageContaining("not allowed");
    }

    private static String rendered(String template) {
        return text(templates("a/x.ftl", template), "x", "a");
    }

    private static String text(Templates templates, String path, String... folders) {
        return render(templates, folders).text(path);
    }

    private static FileTree render(Templates templates, String... folders) {
        var project = new Project(Map.of(), List.of(folders), Optional.empty());
        return new Renderer(templates).render(ProjectPlan.of(project, templates, MODEL), MODEL);
    }
}
