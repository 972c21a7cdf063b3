package org.serverlesspatterns.it.variants.build;

import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.commons.ClassRemapper;
import org.objectweb.asm.commons.Remapper;

/** Class files without what no other source can see: private members and the code of methods. */
final class Face {

    private static final int UNSEEN = Opcodes.ACC_PRIVATE | Opcodes.ACC_SYNTHETIC;

    private Face() {}

    /** @param classes those of the source */
    static Visible of(SourceFile source, ClassFiles classes) {
        var hashes = new TreeSet<String>();
        var names = new HashSet<String>();
        for (var classFile : classes.byName().values()) {
            hashes.add(Hash.of(stripped(classFile, names)));
        }
        return new Visible(source, Hash.of(hashes), names);
    }

    /** @param names gets the simple name of each top-level type in it */
    private static byte[] stripped(byte[] classFile, Set<String> names) {
        var writer = new ClassWriter(0);
        var named = new ClassRemapper(writer, new Remapper(Opcodes.ASM9) {
            @Override
            public String map(String internalName) {
                names.add(internalName.replaceFirst(".*/", "").replaceFirst("\\$.*", ""));
                return internalName;
            }
        });
        new ClassReader(classFile)
                .accept(new WithoutPrivateMembers(named), ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG);
        return writer.toByteArray();
    }

    private static final class WithoutPrivateMembers extends ClassVisitor {

        private String outer;

        WithoutPrivateMembers(ClassVisitor next) {
            super(Opcodes.ASM9, next);
        }

        @Override
        public void visit(
                int version, int access, String name, String signature, String superName, String[] interfaces) {
            outer = name;
            super.visit(version, access, name, signature, superName, interfaces);
        }

        /** Those of others stand there for the code's sake. */
        @Override
        public void visitInnerClass(String name, String outerName, String innerName, int access) {
            if (name.equals(outer) || outer.equals(outerName)) {
                super.visitInnerClass(name, outerName, innerName, access);
            }
        }

        @Override
        public FieldVisitor visitField(int access, String name, String descriptor, String signature, Object value) {
            return (access & UNSEEN) == 0 ? super.visitField(access, name, descriptor, signature, value) : null;
        }

        @Override
        public MethodVisitor visitMethod(
                int access, String name, String descriptor, String signature, String[] exceptions) {
            return (access & UNSEEN) == 0 ? super.visitMethod(access, name, descriptor, signature, exceptions) : null;
        }
    }
}
