package org.serverlesspatterns.it.variants.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.serverlesspatterns.it.kit.BuildUnderTest;
import org.serverlesspatterns.it.variants.Finding;
import org.serverlesspatterns.it.variants.Findings;
import org.serverlesspatterns.it.variants.Subject;

/** Every file in Amazon States Language passes asl-validator, which runs once for all. */
public final class AslValidatorCheck implements Check {

    private static final String VERSION = "4.0.0";
    private static final Path FOLDER = BuildUnderTest.target().resolve("asl-validator");
    private static final Pattern VERDICT =
            Pattern.compile("(?m)^✕ State machine definition \"(.+?)\" is invalid:\\s*((?:(?![✓✕]).*\\R?)*)");

    private final Collected files = new Collected(".asl.json");

    @Override
    public Stream<Finding> findings(Subject subject) {
        AslFiles.in(subject).forEach((path, text) -> files.add(path, text, subject.variant()));
        return Stream.empty();
    }

    @Override
    public void finish(Findings findings) {
        if (files.isEmpty()) {
            return;
        }
        var program = install();
        var texts = files.writeTo(FOLDER.resolve("files"));
        var command = new ArrayList<>(List.of("node", program.toString()));
        texts.keySet().forEach(file -> command.addAll(List.of("--json-path", "files/" + file)));
        var result = Tool.run(FOLDER, command);
        var verdicts = VERDICT.matcher(result.output()).results().toList();
        if (verdicts.isEmpty() != (result.exitCode() == 0)) {
            throw new IllegalStateException("asl-validator says something else than expected:\n" + result.output());
        }
        for (var verdict : verdicts) {
            var text = texts.get(Path.of(verdict.group(1)).getFileName().toString());
            files.add(
                    findings,
                    new Finding("asl-validator", text.place(), verdict.group(2).strip()),
                    text);
        }
    }

    private static Path install() {
        var program = modules().resolve("asl-validator/dist/bin/asl-validator.js");
        if (Files.exists(program)) {
            return program;
        }
        try {
            Files.createDirectories(FOLDER);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var npm = Tool.run(
                FOLDER,
                List.of("npm", "install", "--prefix", ".", "--no-audit", "--no-fund", "asl-validator@" + VERSION));
        if (npm.exitCode() != 0) {
            throw new IllegalStateException("npm cannot install asl-validator:\n" + npm.output());
        }
        return program;
    }

    /** The folder {@code node_modules} that it is in after it has run. */
    public static Path modules() {
        return FOLDER.resolve("node_modules");
    }
}
