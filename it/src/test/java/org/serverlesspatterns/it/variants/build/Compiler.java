package org.serverlesspatterns.it.variants.build;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/** The compiler of this JDK, from memory to memory. Keeps the jars of its class path open; for one thread. */
final class Compiler implements AutoCloseable {

    private final JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    private final StandardJavaFileManager jars =
            javac.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8);

    Compiler(List<Path> classPath) {
        try {
            jars.setLocationFromPaths(StandardLocation.CLASS_PATH, classPath);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * What became of sources that were compiled together.
     *
     * @param classes of each source
     * @param complaints errors and warnings, each with path and line
     */
    record Result(Map<SourceFile, ClassFiles> classes, List<String> complaints) {}

    /** @param known classes that the sources may use besides the class path */
    Result compile(List<SourceFile> sources, ClassFiles known, List<String> options) {
        var diagnostics = new DiagnosticCollector<JavaFileObject>();
        var units = sources.stream().map(Unit::new).toList();
        var memory = new Memory(jars, known);
        javac.getTask(null, memory, diagnostics, options, null, units).call();
        var complaints = diagnostics.getDiagnostics().stream()
                .filter(diagnostic -> diagnostic.getKind() != Diagnostic.Kind.NOTE)
                .map(Compiler::complaint)
                .toList();
        return new Result(memory.classesBySource(sources), complaints);
    }

    private static String complaint(Diagnostic<? extends JavaFileObject> diagnostic) {
        var at = diagnostic.getSource() instanceof Unit unit
                ? unit.source.path() + ":" + diagnostic.getLineNumber() + ": "
                : "";
        return at + diagnostic.getMessage(Locale.ROOT);
    }

    @Override
    public void close() throws IOException {
        jars.close();
    }

    private static final class Unit extends SimpleJavaFileObject {

        private final SourceFile source;

        Unit(SourceFile source) {
            super(URI.create("memory:///" + source.path()), Kind.SOURCE);
            this.source = source;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return source.text();
        }
    }

    private static final class ClassFile extends SimpleJavaFileObject {

        private final String name;
        private byte[] content;

        ClassFile(String name, byte[] content) {
            super(URI.create("memory:///" + name.replace('.', '/') + Kind.CLASS.extension), Kind.CLASS);
            this.name = name;
            this.content = content;
        }

        @Override
        public InputStream openInputStream() {
            return new ByteArrayInputStream(content);
        }

        @Override
        public OutputStream openOutputStream() {
            return new ByteArrayOutputStream() {
                @Override
                public void close() {
                    content = toByteArray();
                }
            };
        }
    }

    /** Class files in memory, before those of the jars. */
    private static final class Memory extends ForwardingJavaFileManager<JavaFileManager> {

        private final Map<String, List<JavaFileObject>> knownByPackage = new HashMap<>();
        private final Map<SourceFile, List<ClassFile>> made = new HashMap<>();

        Memory(JavaFileManager jars, ClassFiles known) {
            super(jars);
            known.byName()
                    .forEach((name, content) -> knownByPackage
                            .computeIfAbsent(packageOf(name), key -> new ArrayList<>())
                            .add(new ClassFile(name, content)));
        }

        private static String packageOf(String name) {
            return name.substring(0, Math.max(0, name.lastIndexOf('.')));
        }

        @Override
        public Iterable<JavaFileObject> list(
                Location location, String packageName, Set<JavaFileObject.Kind> kinds, boolean recurse)
                throws IOException {
            var found = super.list(location, packageName, kinds, recurse);
            var known = knownByPackage.get(packageName);
            if (location != StandardLocation.CLASS_PATH
                    || known == null
                    || !kinds.contains(JavaFileObject.Kind.CLASS)) {
                return found;
            }
            var both = new ArrayList<>(known);
            found.forEach(both::add);
            return both;
        }

        @Override
        public String inferBinaryName(Location location, JavaFileObject file) {
            return file instanceof ClassFile inMemory ? inMemory.name : super.inferBinaryName(location, file);
        }

        @Override
        public boolean isSameFile(FileObject one, FileObject other) {
            return one instanceof SimpleJavaFileObject || other instanceof SimpleJavaFileObject
                    ? one == other
                    : super.isSameFile(one, other);
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
            var file = new ClassFile(className, new byte[0]);
            made.computeIfAbsent(((Unit) sibling).source, source -> new ArrayList<>())
                    .add(file);
            return file;
        }

        Map<SourceFile, ClassFiles> classesBySource(List<SourceFile> sources) {
            var classes = new HashMap<SourceFile, ClassFiles>();
            for (var source : sources) {
                var byName = new HashMap<String, byte[]>();
                made.getOrDefault(source, List.of()).forEach(file -> byName.put(file.name, file.content));
                classes.put(source, new ClassFiles(byName));
            }
            return classes;
        }
    }
}
