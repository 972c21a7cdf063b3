package org.serverlesspatterns.it.variants.synth;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.util.Map;
import org.serverlesspatterns.it.variants.build.ClassFiles;

/** Loads the classes and resources of a generated module from memory. */
final class GeneratedClasses extends ClassLoader {

    private final ClassFiles classes;
    private final Map<String, byte[]> resources;

    /** @param resources path on the class path → content */
    GeneratedClasses(ClassFiles classes, Map<String, byte[]> resources, ClassLoader parent) {
        super(parent);
        this.classes = classes;
        this.resources = resources;
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        var content = classes.byName().get(name);
        if (content == null) {
            throw new ClassNotFoundException(name);
        }
        return defineClass(name, content, 0, content.length);
    }

    @Override
    protected URL findResource(String name) {
        var content = resources.get(name);
        try {
            return content == null ? null : new URL(null, "memory:/" + name, new Memory(content));
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static final class Memory extends URLStreamHandler {

        private final byte[] content;

        Memory(byte[] content) {
            this.content = content;
        }

        @Override
        protected URLConnection openConnection(URL url) {
            return new URLConnection(url) {
                @Override
                public void connect() throws IOException {
                    // It is all there.
                }

                @Override
                public InputStream getInputStream() {
                    return new ByteArrayInputStream(content);
                }
            };
        }
    }
}
