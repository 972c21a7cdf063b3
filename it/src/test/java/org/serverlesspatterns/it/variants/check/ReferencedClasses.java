package org.serverlesspatterns.it.variants.check;

import java.util.HashSet;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.commons.ClassRemapper;
import org.objectweb.asm.commons.Remapper;

/** The classes that a class file names. */
final class ReferencedClasses {

    private ReferencedClasses() {}

    /** Internal names, with slashes. */
    static Set<String> of(byte[] classFile) {
        var names = new HashSet<String>();
        var remapper = new Remapper(Opcodes.ASM9) {
            @Override
            public String map(String internalName) {
                names.add(internalName);
                return internalName;
            }
        };
        new ClassReader(classFile).accept(new ClassRemapper(new ClassWriter(0), remapper), 0);
        return names;
    }
}
