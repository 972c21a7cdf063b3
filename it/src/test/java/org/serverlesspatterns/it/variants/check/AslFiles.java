package org.serverlesspatterns.it.variants.check;

import java.util.Map;
import java.util.TreeMap;
import org.serverlesspatterns.it.variants.Subject;

/** The files in Amazon States Language that a project deploys. */
final class AslFiles {

    private AslFiles() {}

    /** Path → text. */
    static Map<String, String> in(Subject subject) {
        var files = new TreeMap<String, String>();
        subject.files().files().keySet().stream()
                .filter(path -> path.endsWith(".asl.json") && path.contains("/src/main/"))
                .forEach(path -> files.put(path, subject.files().text(path)));
        return files;
    }
}
