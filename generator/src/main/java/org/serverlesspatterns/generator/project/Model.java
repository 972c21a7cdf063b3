package org.serverlesspatterns.generator.project;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.atteo.evo.inflector.English;

/**
 * What templates can say: the answers, the names derived from them, and the versions of libraries.
 *
 * <ul>
 *   <li>every property by its key, e.g. {@code artifactId}, {@code javaVersion}
 *   <li>{@code Name}: the artifactId as a Java class name; {@code stackName}: with hyphens only
 *   <li>{@code packagePath}: the package with slashes
 *   <li>{@code Resource}, {@code resources}, {@code Resources}: the noun as class name and in the plural; {@code
 *       resourcePath}: plural with hyphens, for URLs
 *   <li>{@code versions}: {@code group:artifact} → version
 *   <li>{@code parent}: absent, or {@code groupId}, {@code artifactId}, {@code version} of the Maven parent
 * </ul>
 */
public final class Model {

    private static final Pattern WORD_START = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");

    private Model() {}

    public static Map<String, Object> of(Project project, Map<String, String> versions, String generatorVersion) {
        var model = new TreeMap<String, Object>(project.values());
        var artifactId = project.artifactId();
        var resource = project.values().get("resource");
        model.put("Name", pascalCase(artifactId));
        model.put("stackName", artifactId.replaceAll("[._]", "-"));
        model.put("packagePath", project.values().get("package").replace('.', '/'));
        model.put("Resource", pascalCase(resource));
        model.put("resources", plural(resource));
        model.put("Resources", pascalCase(plural(resource)));
        model.put(
                "resourcePath",
                WORD_START.matcher(plural(resource)).replaceAll("-").toLowerCase(java.util.Locale.ROOT));
        model.put("versions", versions);
        model.put("generatorVersion", generatorVersion);
        project.parent()
                .ifPresent(parent -> model.put(
                        "parent",
                        Map.of(
                                "groupId", parent.groupId(),
                                "artifactId", parent.artifactId(),
                                "version", parent.version())));
        return Collections.unmodifiableMap(model);
    }

    /** The plural of the last word: {@code sensorReading} → {@code sensorReadings}. */
    private static String plural(String noun) {
        var words = WORD_START.split(noun);
        var last = words[words.length - 1];
        return noun.substring(0, noun.length() - last.length()) + English.plural(last);
    }

    private static String pascalCase(String name) {
        var pascal = new StringBuilder();
        for (var part : name.split("[^A-Za-z0-9]+")) {
            pascal.append(Character.toUpperCase(part.charAt(0))).append(part.substring(1));
        }
        return pascal.toString();
    }
}
