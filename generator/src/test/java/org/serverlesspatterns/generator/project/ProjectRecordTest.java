package org.serverlesspatterns.generator.project;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.serverlesspatterns.generator.Bakery.GENERATOR;
import static org.serverlesspatterns.generator.Bakery.answers;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.serverlesspatterns.generator.Generator;
import org.serverlesspatterns.generator.output.FileTree;

class ProjectRecordTest {

    @Test
    void holdsTheVersionTheAnswersInTheirOrderAndAHashOfEachFile() {
        var values = new LinkedHashMap<String, String>();
        values.put("store", "shelf");
        values.put("alarm", "true");
        values.put("javaVersion", "17");
        values.put("version", "1.0");
        var tree = FileTree.of(Map.of("b", "abc".getBytes(UTF_8), "a/x", new byte[0]));

        assertThat(ProjectRecord.of(new Project(values, List.of(), Optional.empty()), tree, "0.1.0-SNAPSHOT"))
                .isEqualTo("""
                        # What this project was generated from. Read by the goals of serverless-patterns alone; not to be edited.
                        generatorVersion: 0.1.0-SNAPSHOT
                        answers:
                          store: shelf
                          alarm: 'true'
                          javaVersion: '17'
                          version: '1.0'
                        sha256:
                          a/x: e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855
                          b: ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad
                        """);
    }

    @Test
    void everyGeneratedFileIsInItButItself() {
        var tree = GENERATOR.render(GENERATOR.project(answers()));

        assertThat(tree.files()).containsKey(ProjectRecord.PATH);
        var record = tree.text(ProjectRecord.PATH);
        assertThat(record).contains("generatorVersion: " + Generator.version() + "\n");
        assertThat(tree.files().keySet())
                .filteredOn(path -> !path.equals(ProjectRecord.PATH))
                .isNotEmpty()
                .allSatisfy(
                        path -> assertThat(record).containsPattern("\n  " + Pattern.quote(path) + ": [0-9a-f]{64}\n"));
        assertThat(record).doesNotContain(ProjectRecord.PATH + ":");
    }

    @Test
    void hasNoTimeInIt() throws InterruptedException {
        var first = GENERATOR.render(GENERATOR.project(answers())).text(ProjectRecord.PATH);
        Thread.sleep(5);

        assertThat(GENERATOR.render(GENERATOR.project(answers())).text(ProjectRecord.PATH))
                .isEqualTo(first);
        assertThat(first).doesNotContainPattern("\\d{4}-\\d\\d-\\d\\d|\\d\\d:\\d\\d");
    }
}
