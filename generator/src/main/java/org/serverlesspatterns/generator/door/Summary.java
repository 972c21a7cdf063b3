package org.serverlesspatterns.generator.door;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.serverlesspatterns.generator.Generator;
import org.serverlesspatterns.generator.catalogue.Catalogue;
import org.serverlesspatterns.generator.catalogue.Option;
import org.serverlesspatterns.generator.output.FileTree;
import org.serverlesspatterns.generator.project.Project;

/** What was made, what to do next, and how to make it again. */
record Summary(Catalogue catalogue, String batchCommand) {

    List<String> lines(Project project, FileTree tree, Path target) {
        var lines = new ArrayList<String>();
        lines.add("");
        lines.add("Made " + project.artifactId() + ": " + tree.files().size() + " files in " + target);
        catalogue
                .options()
                .forEach(option -> lines.add(
                        "    %-16s %s".formatted(option.key(), project.values().get(option.key()))));
        notes(project).forEach(note -> lines.add("    Note: " + note));
        lines.add("");
        lines.add("Next:");
        lines.add("    cd " + project.artifactId());
        catalogue.nextSteps().forEach(step -> lines.add("    " + step));
        lines.add("");
        lines.add("The same project again, without questions:");
        lines.add("    " + batchCommand + " " + properties(project));
        return lines;
    }

    private Stream<String> notes(Project project) {
        return catalogue.options().stream()
                .flatMap(property -> property instanceof Option option
                        ? option.note(project.values().get(option.key()), Generator.systemProperties()).stream()
                        : Stream.empty());
    }

    /** Every value is a legal name or a choice, so none needs quotes in a shell. */
    private static String properties(Project project) {
        return project.values().entrySet().stream()
                .map(entry -> "-D" + entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining(" "));
    }
}
