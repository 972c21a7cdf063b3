package org.serverlesspatterns.generator.project;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Which template makes which file. Nothing is rendered or written here.
 *
 * <p>A template folder has the layout of the generated project, with {@code __key__} in paths standing for values of the
 * {@link Model}. Its sub-folder {@code slots/} makes no file: it holds the parts that the folder adds to files shared by
 * several patterns, one file per slot.
 *
 * @param files path in the project → template, sorted
 * @param slots name of the slot → templates, in the order of the project's folders
 */
public record ProjectPlan(SortedMap<String, Source> files, Map<String, List<Source>> slots) {

    private static final String RENDERED = ".ftl";
    private static final String SLOTS = "slots/";
    private static final Pattern PATH_TOKEN = Pattern.compile("__([A-Za-z]+)__");

    /**
     * @param template path below the root of the templates
     * @param rendered whether it goes through FreeMarker; otherwise it is copied
     */
    public record Source(String template, boolean rendered) {}

    /** @throws IllegalStateException when two folders make the same file, or a folder is empty: a defect of the catalogue */
    public static ProjectPlan of(Project project, Templates templates, Map<String, Object> model) {
        var files = new TreeMap<String, Source>();
        var slots = new LinkedHashMap<String, List<Source>>();
        for (var folder : project.folders()) {
            var sources = templates.in(folder).keySet();
            if (sources.isEmpty()) {
                throw new IllegalStateException("The template folder " + folder + " is empty");
            }
            for (var template : sources) {
                var rendered = template.endsWith(RENDERED);
                var source = new Source(template, rendered);
                var path =
                        template.substring(folder.length() + 1, template.length() - (rendered ? RENDERED.length() : 0));
                if (path.startsWith(SLOTS)) {
                    slots.computeIfAbsent(path.substring(SLOTS.length()), slot -> new ArrayList<>())
                            .add(source);
                } else {
                    var other = files.put(pathOf(path, model), source);
                    if (other != null) {
                        throw new IllegalStateException(other.template() + " and " + template + " make the same file");
                    }
                }
            }
        }
        return new ProjectPlan(Collections.unmodifiableSortedMap(files), Collections.unmodifiableMap(slots));
    }

    private static String pathOf(String template, Map<String, Object> model) {
        return PATH_TOKEN.matcher(template).replaceAll(token -> value(token, model));
    }

    private static String value(MatchResult token, Map<String, Object> model) {
        if (model.get(token.group(1)) instanceof String value) {
            return value;
        }
        throw new IllegalStateException("Nothing stands for " + token.group());
    }
}
