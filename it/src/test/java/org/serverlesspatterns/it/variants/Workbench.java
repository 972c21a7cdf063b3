package org.serverlesspatterns.it.variants;

import java.util.List;
import java.util.Optional;
import org.serverlesspatterns.generator.Generator;
import org.serverlesspatterns.generator.output.FileTree;
import org.serverlesspatterns.it.variants.build.Builder;
import org.serverlesspatterns.it.variants.build.ClassPaths;
import org.serverlesspatterns.it.variants.check.Check;

/** One warm worker for one variant after the other, also of templates that differ. */
public final class Workbench implements AutoCloseable {

    private final VariantsFolder folder;
    private final ClassPaths classPaths;
    private Worker worker;

    public Workbench(VariantsFolder folder) {
        this.folder = folder;
        this.classPaths = new ClassPaths(folder.classPaths());
    }

    /** As far as it goes. */
    public Findings check(Generator generator, Variant variant, List<Check> checks) {
        var findings = new Findings();
        render(generator, variant, findings)
                .flatMap(files -> worker(files).build(variant, files, findings))
                .ifPresent(subject -> check(subject, checks, findings));
        return findings;
    }

    public void check(Subject subject, List<Check> checks, Findings findings) {
        Worker.look(subject, checks, findings, new Times());
        checks.forEach(check -> check.finish(findings));
    }

    /** @throws IllegalStateException if it does not compile or cannot be synthesized */
    public Subject build(Generator generator, Variant variant) {
        var findings = new Findings();
        return render(generator, variant, findings)
                .flatMap(files -> worker(files).build(variant, files, findings))
                .orElseThrow(() -> new IllegalStateException("\n" + findings));
    }

    private Optional<FileTree> render(Generator generator, Variant variant, Findings findings) {
        var projects = new Rendering(generator).render(List.of(variant), findings);
        classPaths.resolve(projects.values());
        return Optional.ofNullable(projects.get(variant));
    }

    private Worker worker(FileTree files) {
        if (worker == null) {
            var classPath = classPaths.of(files, "infrastructure").ofRuntime();
            worker = new Worker(
                    classPaths, new Builder.Shared(), new Times(), classPath, folder.cloudAssembly("workbench"));
        }
        return worker;
    }

    @Override
    public void close() {
        if (worker != null) {
            worker.close();
        }
    }
}
