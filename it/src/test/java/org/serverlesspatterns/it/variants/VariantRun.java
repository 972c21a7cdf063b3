package org.serverlesspatterns.it.variants;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.serverlesspatterns.generator.Generator;
import org.serverlesspatterns.generator.output.FileTree;
import org.serverlesspatterns.it.variants.build.Builder;
import org.serverlesspatterns.it.variants.build.ClassPaths;
import org.serverlesspatterns.it.variants.check.Check;

/** Renders, compiles, synthesizes and checks variants in this JVM, on every core one. */
public final class VariantRun {

    /** What breaks many variants is told by a few. */
    private static final int ENOUGH_FAULTY_VARIANTS = 40;

    private final Generator generator;
    private final List<Check> checks;
    private final VariantsFolder folder;
    private final PrintStream out;
    private final Findings findings = new Findings();
    private final Times times = new Times();
    private final Instant deadline;

    public VariantRun(Generator generator, List<Check> checks, VariantsFolder folder, PrintStream out) {
        this(generator, checks, folder, Duration.ofDays(1), out);
    }

    /** @param time after which no other variant is begun; how many that leaves out is printed */
    public VariantRun(Generator generator, List<Check> checks, VariantsFolder folder, Duration time, PrintStream out) {
        this.generator = generator;
        this.checks = checks;
        this.folder = folder;
        this.out = out;
        this.deadline = Instant.now().plus(time);
    }

    public Findings check(Collection<Variant> variants) {
        var clock = new Stopwatch();
        var rendering = new Rendering(generator);
        var projects = rendering.render(variants, findings);
        out.printf("%,d variants, rendered after %s%n", variants.size(), clock);
        var classPaths = new ClassPaths(folder.classPaths());
        classPaths.resolve(projects.values());
        out.printf("class paths known after %s%n", clock);
        var shared = new Builder.Shared();
        var progress = new Progress(projects.size(), findings, out);
        onEveryCore(projects, classPaths, shared, progress);
        for (var check : checks) {
            times.of("end of " + check.getClass().getSimpleName(), () -> {
                check.finish(findings);
                return null;
            });
        }
        out.printf("%s; %,d distinct files; %s%n", progress, rendering.distinctFiles(), shared);
        out.printf("of all threads together: %s%n", times);
        var done = progress.done();
        out.printf("%,d variants in %s, %.0f a minute%n", done, clock, clock.perMinute(done));
        if (done < projects.size()) {
            out.printf("%,d VARIANTS WERE NOT CHECKED, for want of time%n", projects.size() - done);
        }
        return findings;
    }

    private void onEveryCore(
            Map<Variant, FileTree> projects, ClassPaths classPaths, Builder.Shared shared, Progress progress) {
        var queue = new ConcurrentLinkedQueue<>(projects.entrySet());
        var appClassPath = projects.values().stream()
                .flatMap(project -> classPaths.of(project, "infrastructure").ofRuntime().stream())
                .distinct()
                .toList();
        var cores = Math.min(Runtime.getRuntime().availableProcessors(), projects.size());
        var executor = Executors.newFixedThreadPool(Math.max(1, cores));
        var workers = new ArrayList<Future<?>>();
        for (var i = 0; i < cores; i++) {
            var output = folder.cloudAssembly("worker-" + i);
            workers.add(executor.submit(() -> {
                try (var worker = new Worker(classPaths, shared, times, appClassPath, output)) {
                    work(worker, queue, progress);
                }
            }));
        }
        executor.shutdown();
        workers.forEach(VariantRun::join);
    }

    private void work(Worker worker, Queue<Map.Entry<Variant, FileTree>> queue, Progress progress) {
        for (var next = queue.poll(); next != null; next = queue.poll()) {
            worker.check(next.getKey(), next.getValue(), checks, findings);
            progress.oneMore();
            if (findings.faultyVariants() > ENOUGH_FAULTY_VARIANTS
                    || Instant.now().isAfter(deadline)) {
                queue.clear();
            }
        }
    }

    private static void join(Future<?> worker) {
        try {
            worker.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
