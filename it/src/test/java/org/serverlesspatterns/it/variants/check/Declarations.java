package org.serverlesspatterns.it.variants.check;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Modifier;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.serverlesspatterns.it.variants.build.SourceFile;

/**
 * What a source declares and what it names.
 *
 * @param declared types, and those members that nothing outside the project can call
 * @param named by the code, without imports and comments
 * @param strings literals
 * @param isTest whether JUnit finds it
 */
record Declarations(List<Declaration> declared, Set<String> named, Set<String> strings, boolean isTest) {

    /** @param kind {@code type}, {@code method}, {@code field} */
    record Declaration(String kind, String name, String place) {}

    static Declarations of(SourceFile source) {
        var file = new SimpleJavaFileObject(URI.create("memory:///" + source.path()), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return source.text();
            }
        };
        var task = (JavacTask) ToolProvider.getSystemJavaCompiler()
                .getTask(null, null, diagnostic -> {}, List.of("-proc:none"), null, List.of(file));
        try {
            var scanner = new Scanner(source.path(), Trees.instance(task));
            task.parse().forEach(unit -> scanner.scan(unit, null));
            return new Declarations(
                    scanner.declared,
                    scanner.named,
                    scanner.strings,
                    source.path().matches(".*(Test|IT)\\.java"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Scanner extends TreePathScanner<Void, Void> {

        private final String path;
        private final boolean isTestSupport;
        private final Trees trees;
        private final List<Declaration> declared = new ArrayList<>();
        private final Set<String> named = new HashSet<>();
        private final Set<String> strings = new HashSet<>();

        Scanner(String path, Trees trees) {
            this.path = path;
            this.isTestSupport = path.contains("/src/test/");
            this.trees = trees;
        }

        @Override
        public Void visitImport(ImportTree node, Void nothing) {
            if (node.isStatic()) {
                named.add(((MemberSelectTree) node.getQualifiedIdentifier())
                        .getIdentifier()
                        .toString());
            }
            return null;
        }

        @Override
        public Void visitClass(ClassTree node, Void nothing) {
            if (isTopLevel()) {
                declare("type", node.getSimpleName().toString(), node);
            }
            return super.visitClass(node, nothing);
        }

        @Override
        public Void visitMethod(MethodTree node, Void nothing) {
            var name = node.getName().toString();
            if (!name.equals("<init>") && !isCalledFromOutside(node.getModifiers()) && !isMain(node)) {
                declare("method", name, node);
            }
            return super.visitMethod(node, nothing);
        }

        @Override
        public Void visitVariable(VariableTree node, Void nothing) {
            var parent = getCurrentPath().getParentPath().getLeaf();
            // Of a record they are components, which have a meaning even when nothing reads them.
            if (parent.getKind() == Tree.Kind.CLASS
                    && !node.getName().contentEquals("serialVersionUID")
                    && !isCalledFromOutside(node.getModifiers())) {
                declare("field", node.getName().toString(), node);
            }
            return super.visitVariable(node, nothing);
        }

        /** By an interface, by JUnit; what test support offers may be used by the next test only. */
        private boolean isCalledFromOutside(ModifiersTree modifiers) {
            return !modifiers.getAnnotations().isEmpty()
                    || isTestSupport && !modifiers.getFlags().contains(Modifier.PRIVATE);
        }

        private static boolean isMain(MethodTree node) {
            return node.getName().contentEquals("main")
                    && node.getModifiers().getFlags().contains(Modifier.STATIC);
        }

        @Override
        public Void visitIdentifier(IdentifierTree node, Void nothing) {
            named.add(node.getName().toString());
            return null;
        }

        @Override
        public Void visitMemberSelect(MemberSelectTree node, Void nothing) {
            named.add(node.getIdentifier().toString());
            return super.visitMemberSelect(node, nothing);
        }

        @Override
        public Void visitMemberReference(MemberReferenceTree node, Void nothing) {
            named.add(node.getName().toString());
            return super.visitMemberReference(node, nothing);
        }

        @Override
        public Void visitLiteral(LiteralTree node, Void nothing) {
            if (node.getValue() instanceof String text) {
                strings.add(text);
            }
            return null;
        }

        private boolean isTopLevel() {
            return getCurrentPath().getParentPath().getLeaf() instanceof CompilationUnitTree;
        }

        private void declare(String kind, String name, Tree node) {
            var unit = getCurrentPath().getCompilationUnit();
            var line =
                    unit.getLineMap().getLineNumber(trees.getSourcePositions().getStartPosition(unit, node));
            declared.add(new Declaration(kind, name, path + ":" + line));
        }
    }
}
