package org.serverlesspatterns.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.serverlesspatterns.generator.Bakery.GENERATOR;
import static org.serverlesspatterns.generator.Bakery.answers;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.serverlesspatterns.generator.output.FileTree;
import org.serverlesspatterns.generator.project.Templates;

/** The straight line from answers to files. */
class GeneratorTest {

    @TempDir
    Path sandbox;

    @Test
    void aProjectHoldsWhatWasChosen() {
        var tree = project("store=cellar", "package=com.example.shop", "artifactId=good-bread", "javaVersion=17");

        assertThat(tree.files().keySet())
                .containsExactly(
                        ".serverless-patterns.yml",
                        "README.md",
                        "bake",
                        "bells/good-bread.txt",
                        "echo.txt",
                        "pom.xml",
                        "src/main/java/com/example/shop/GoodBreadApp.java");
        assertThat(tree.text("README.md")).isEqualTo("""
                        # GoodBread

                        Bakes orders with Java 17. ${left.alone} $alone <#if alone>

                        Mind the bell.
                        Kept below.
                        """);
        assertThat(tree.text("pom.xml")).isEqualTo("""
                        <project>
                            <groupId>com.example</groupId>
                            <artifactId>good-bread</artifactId>
                            <version>1.0-SNAPSHOT</version>
                            <dependency>brass:bell</dependency>
                            <dependency>org.example:yeast:1</dependency>
                            <dependency>stone:wall</dependency>
                        </project>
                        """);
        assertThat(tree.text("src/main/java/com/example/shop/GoodBreadApp.java"))
                .isEqualTo("""
                        package com.example.shop;

                        /** Sells Orders under /orders. */
                        class GoodBreadApp {}
                        """);
        assertThat(tree.text("bake")).isEqualTo("#!/bin/sh\necho \"${1} [=copied]\"\n");
        assertThat(tree.isExecutable("bake")).isTrue();
    }

    @Test
    void aProjectHoldsNothingElse() {
        var tree = project("store=shelf", "alarm=false");

        assertThat(tree.files().keySet()).doesNotContain("echo.txt", "bells/my-bakery.txt");
        assertThat(tree.text("README.md")).doesNotContain("Mind").endsWith("<#if alone>\nKept on a shelf.\n");
        assertThat(tree.text("pom.xml")).contains("wood:board").doesNotContain("brass", "stone");
    }

    @Test
    void theTemplatesAreTheSameInAJar() throws Exception {
        var file = sandbox.resolve("templates in a jar.jar");
        var folder = Templates.from(getClass().getClassLoader(), "test-templates");
        try (var jar = new JarOutputStream(Files.newOutputStream(file))) {
            jar.putNextEntry(new ZipEntry("test-templates-of-others/catalogue.yml"));
            for (var entry : folder.files().entrySet()) {
                jar.putNextEntry(new ZipEntry("test-templates/" + entry.getKey()));
                jar.write(entry.getValue());
            }
        }
        try (var loader = new URLClassLoader(new URL[] {file.toUri().toURL()}, null)) {
            var templates = Templates.from(loader, "test-templates");

            assertThat(templates.files().keySet()).isEqualTo(folder.files().keySet());
            assertThat(templates.files())
                    .allSatisfy((path, content) ->
                            assertThat(content).isEqualTo(folder.files().get(path)));
        }
    }

    @Test
    void theVersionIsThatOfTheBuild() {
        assertThat(Generator.version()).matches("\\d+\\.\\d+\\.\\d+.*");
    }

    @Test
    void answersAreNotChangedByOneMore() {
        var answers = answers();

        assertThat(answers.with("store", "cellar").get("store")).contains("cellar");
        assertThat(answers.get("store")).isEmpty();
    }

    private static FileTree project(String... said) {
        return GENERATOR.render(GENERATOR.project(answers(said)));
    }
}
