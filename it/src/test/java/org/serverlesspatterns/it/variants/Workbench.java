package org.serverlesspatterns.it.variants;

import java.util.List;
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

    public Findings check(Generator generator, Variant variant, List<Check> checks) {
        var findings = new Findings();
        var projects = new Rendering(generator).render(List.of(variant), findings);
        classPaths.resolve(projects.values());
        projects.forEach((one, files) -> worker(files).check(one, files, checks, findings));
        checks.forEach(check -> check.finish(findings));
        return findings;
    }

    private Worker worker(FileTree files) {
        if (worker == null) {
            var classPath = classPaths.of(files, "infrastructure").ofRuntime();
            worker = new Worker(classPaths, new Builder.Shared(), classPath, folder.cloudAssembly("workbench"));
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
