package org.serverlesspatterns.generator.output;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileTreeTest {

    @Test
    void isSorted() {
        var tree = FileTree.of(Map.of("b", new byte[0], "a/z", new byte[0], ".mvn/x", new byte[0], "B", new byte[0]));

        assertThat(tree.files().keySet()).containsExactly(".mvn/x", "B", "a/z", "b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "/", "/a", "a/", "a//b", "..", "../a", "a/..", "a/../b", ".", "./a", "a/./b", "a\\b", "..\\a",
                "C:a", "a b", "a\nb", "a\u0000", "\u00e4", "~", "a:b", "*"
            })
    void aPathThatIsNotInsideTheProjectIsRefused(String path) {
        assertThatThrownBy(() -> FileTree.of(Map.of(path, new byte[0])))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(path);
        assertThatThrownBy(() -> FileTree.of(Map.of()).with(path, "")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aPathOfAnyLengthIsJudged() {
        assertThatThrownBy(() -> FileTree.of(Map.of("../".repeat(100_000), new byte[0])))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(FileTree.of(Map.of("a/".repeat(100_000) + "b", new byte[0])).files())
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", ".a", "...", "..a", "a..b/c", ".github/workflows/x.yml", "a-b/c_d.e"})
    void otherPathsAreFine(String path) {
        assertThat(FileTree.of(Map.of(path, new byte[0])).files()).containsOnlyKeys(path);
    }

    @Test
    void oneMoreFileLeavesTheTreeAsItIs() {
        var tree = FileTree.of(Map.of("a", "1".getBytes(UTF_8)));

        assertThat(tree.with("b", "\u00e4").text("b")).isEqualTo("\u00e4");
        assertThat(tree.files()).containsOnlyKeys("a");
        assertThatThrownBy(() -> tree.files().put("c", new byte[0])).isInstanceOf(UnsupportedOperationException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "'#!/bin/sh', true",
        "'#!', true",
        "'#', false",
        "'', false",
        "'# !', false",
        "' #!', false",
        "@REM, false"
    })
    void scriptsAreExecutable(String content, boolean executable) {
        assertThat(FileTree.of(Map.of()).with("a", content).isExecutable("a")).isEqualTo(executable);
    }
}
