package org.serverlesspatterns.it.variants.check;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.serverlesspatterns.generator.output.FileTree;
import org.serverlesspatterns.it.variants.Finding;
import org.serverlesspatterns.it.variants.Subject;
import org.serverlesspatterns.it.variants.build.SourceFile;

/**
 * Every type and every member that a source declares is named somewhere besides its declaration: main code by main code
 * or, for members, by a test; tests by tests.
 */
public final class UnusedCodeCheck implements Check {

    private final Map<String, Declarations> parsed = new ConcurrentHashMap<>();

    @Override
    public Stream<Finding> findings(Subject subject) {
        var modules = subject.built().modules().values();
        var main = modules.stream()
                .flatMap(module -> module.mainSources().stream())
                .map(this::parse)
                .toList();
        var test = modules.stream()
                .flatMap(module -> module.testSources().stream())
                .map(this::parse)
                .toList();
        var named = new HashSet<>(names(main));
        named.addAll(names(test));
        var elsewhere = textsThatNameClasses(subject.files());
        var unused = Stream.of(
                        main.stream().flatMap(source -> unusedTypes(source, main, elsewhere)),
                        test.stream()
                                .filter(source -> !source.isTest())
                                .flatMap(source -> unusedTypes(source, test, elsewhere)),
                        Stream.concat(main.stream(), test.stream()).flatMap(source -> unusedMembers(source, named)))
                .flatMap(declarations -> declarations);
        return unused.map(declaration -> new Finding(
                "unused code",
                declaration.place(),
                declaration.kind() + " " + declaration.name() + " is used nowhere"));
    }

    private Declarations parse(SourceFile source) {
        return parsed.computeIfAbsent(source.hash(), key -> Declarations.of(source));
    }

    private static Set<String> names(Collection<Declarations> sources) {
        var names = new HashSet<String>();
        sources.forEach(source -> {
            names.addAll(source.named());
            // @MethodSource("…")
            names.addAll(source.strings());
        });
        return names;
    }

    /** Handlers are named in strings, the app in a POM. */
    private static List<String> textsThatNameClasses(FileTree files) {
        return files.files().keySet().stream()
                .filter(path -> path.endsWith("pom.xml"))
                .map(files::text)
                .toList();
    }

    private static Stream<Declarations.Declaration> unusedTypes(
            Declarations source, List<Declarations> others, List<String> elsewhere) {
        return source.declared().stream()
                .filter(declaration -> declaration.kind().equals("type"))
                .filter(type -> others.stream()
                        .filter(other -> other != source)
                        .noneMatch(other -> other.named().contains(type.name())))
                .filter(type -> others.stream()
                        .filter(other -> other != source)
                        .noneMatch(other -> other.strings().stream().anyMatch(text -> text.contains(type.name()))))
                .filter(type -> elsewhere.stream().noneMatch(text -> text.contains("." + type.name() + "<")));
    }

    private static Stream<Declarations.Declaration> unusedMembers(Declarations source, Set<String> named) {
        return source.declared().stream()
                .filter(declaration -> !declaration.kind().equals("type"))
                .filter(member -> !named.contains(member.name()));
    }
}
