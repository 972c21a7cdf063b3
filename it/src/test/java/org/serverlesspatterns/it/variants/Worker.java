package org.serverlesspatterns.it.variants;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.serverlesspatterns.generator.output.FileTree;
import org.serverlesspatterns.it.variants.build.Builder;
import org.serverlesspatterns.it.variants.build.BuiltProject;
import org.serverlesspatterns.it.variants.build.ClassPaths;
import org.serverlesspatterns.it.variants.check.CfnTemplate;
import org.serverlesspatterns.it.variants.check.Check;
import org.serverlesspatterns.it.variants.synth.Assembly;
import org.serverlesspatterns.it.variants.synth.Synthesizer;

/** A compiler and a CDK kernel, both warm, that one thread takes variants through. */
final class Worker implements AutoCloseable {

    private final Times times;
    private final Builder builder;
    private final Synthesizer synthesizer;

    /**
     * @param classPath of generated CDK apps
     * @param output for cloud assemblies, of this worker alone
     */
    Worker(ClassPaths classPaths, Builder.Shared shared, Times times, List<Path> classPath, Path output) {
        this.times = times;
        this.builder = new Builder(classPaths, shared);
        this.synthesizer = new Synthesizer(classPath, output);
    }

    /** As far as it goes: what does not compile is not synthesized, and what is not synthesized is not checked. */
    void check(Variant variant, FileTree files, List<Check> checks, Findings findings) {
        build(variant, files, findings).ifPresent(subject -> look(subject, checks, findings, times));
    }

    /** Empty if it does not compile or cannot be synthesized, which the findings then say. */
    Optional<Subject> build(Variant variant, FileTree files, Findings findings) {
        var built = times.of("compile", () -> builder.build(files));
        for (var complaint : built.complaints()) {
            var place = complaint.replaceFirst("(?s): .*", "");
            findings.add(new Finding("compiler", place, complaint.substring(place.length() + 2)), variant);
        }
        if (!built.complaints().isEmpty()) {
            return Optional.empty();
        }
        return times.of("synthesize", () -> synthesize(variant, files, built, findings))
                .map(assembly -> new Subject(variant, files, built, assembly, new CfnTemplate(assembly.template())));
    }

    private Optional<Assembly> synthesize(Variant variant, FileTree files, BuiltProject built, Findings findings) {
        try {
            return Optional.of(synthesizer.synthesize(files, built.module("infrastructure")));
        } catch (RuntimeException e) {
            findings.add(new Finding("synthesis", "stack", String.valueOf(e.getMessage())), variant);
            return Optional.empty();
        }
    }

    static void look(Subject subject, List<Check> checks, Findings findings, Times times) {
        for (var check : checks) {
            try {
                times.of(
                                check.getClass().getSimpleName(),
                                () -> check.findings(subject).toList())
                        .forEach(finding -> findings.add(finding, subject.variant()));
            } catch (RuntimeException e) {
                findings.add(
                        new Finding(
                                check.getClass().getSimpleName(),
                                "ended with",
                                e + " " + List.of(e.getStackTrace()).subList(0, Math.min(3, e.getStackTrace().length))),
                        subject.variant());
            }
        }
    }

    @Override
    public void close() {
        builder.close();
        synthesizer.close();
    }
}
