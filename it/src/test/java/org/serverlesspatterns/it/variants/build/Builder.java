package org.serverlesspatterns.it.variants.build;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.serverlesspatterns.generator.output.FileTree;

/** Compiles the modules of generated projects, main and test sources, as their POMs say. For one thread. */
public final class Builder implements AutoCloseable {

    private static final Pattern TEST_COMPILATION =
            Pattern.compile("<id>default-testCompile</id>(.*?)</execution>", Pattern.DOTALL);
    private static final Pattern ARGUMENT = Pattern.compile("<arg>(.*?)</arg>");
    private static final Pattern RELEASE = Pattern.compile("<maven\\.compiler\\.release>(\\d+)</");

    /** What threads share: sources read, classes compiled. */
    public static final class Shared {
        private final ProjectSources sources = new ProjectSources();
        private final IncrementalCompiler.Cache cache = new IncrementalCompiler.Cache();

        @Override
        public String toString() {
            return cache.toString();
        }
    }

    private final ClassPaths classPaths;
    private final ProjectSources sources;
    private final IncrementalCompiler compiler;

    public Builder(ClassPaths classPaths, Shared shared) {
        this.classPaths = classPaths;
        this.sources = shared.sources;
        this.compiler = new IncrementalCompiler(shared.cache);
    }

    /** Compiles as far as it goes. */
    public BuiltProject build(FileTree project) {
        var built = new TreeMap<String, BuiltModule>();
        var before = Compiled.NOTHING;
        for (var module : ClassPaths.modules(project)) {
            var classPath = classPaths.of(project, module);
            var mainSources = sources.in(project, module + "/src/main/java/");
            var main = compiler.compile(mainSources, Compiled.NOTHING, classPath.ofMain(), options(project, ""));
            var testSources = main.complaints().isEmpty()
                    ? sources.in(project, module + "/src/test/java/")
                    : List.<SourceFile>of();
            var test = compiler.compile(
                    testSources,
                    main.and(before),
                    classPath.ofTests(),
                    options(project, project.text(module + "/pom.xml")));
            var complaints = main.and(test).complaints();
            built.put(
                    module,
                    new BuiltModule(classPath, mainSources, testSources, main.classes(), test.classes(), complaints));
            if (!complaints.isEmpty()) {
                break;
            }
            before = main;
        }
        return new BuiltProject(built);
    }

    /** @param pom of the module, which may set other arguments for the compilation of tests */
    private static List<String> options(FileTree project, String pom) {
        var rootPom = project.text("pom.xml");
        var options = new ArrayList<>(List.of("-proc:none", "--release", first(RELEASE, rootPom)));
        var own = TEST_COMPILATION.matcher(pom);
        options.addAll(arguments(own.find() ? own.group(1) : rootPom));
        return options;
    }

    private static List<String> arguments(String xml) {
        return ARGUMENT.matcher(xml)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }

    private static String first(Pattern pattern, String text) {
        var found = pattern.matcher(text);
        if (!found.find()) {
            throw new IllegalStateException("pom.xml has no " + pattern);
        }
        return found.group(1);
    }

    @Override
    public void close() {
        compiler.close();
    }
}
