package org.serverlesspatterns.generator.project;

import freemarker.cache.TemplateLoader;
import freemarker.core.Environment;
import freemarker.core.TemplateClassResolver;
import freemarker.template.Configuration;
import freemarker.template.TemplateDirectiveBody;
import freemarker.template.TemplateDirectiveModel;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import freemarker.template.TemplateMethodModelEx;
import freemarker.template.TemplateModelException;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.serverlesspatterns.generator.output.FileTree;

/**
 * Renders a plan with FreeMarker in square-bracket syntax: {@code [#if]}, {@code [=name]}. Besides the {@link Model}, a
 * template can say
 *
 * <ul>
 *   <li>{@code slot("name")}: what the chosen folders have in {@code slots/name}, rendered, one after the other
 *   <li>{@code lines("name")}: the same as a list of lines, sorted, each once
 *   <li>{@code [@imports]…[/@imports]}: lines of Java imports, in the order of their names whatever the package is called
 * </ul>
 *
 * Safe for use by several threads.
 */
public final class Renderer {

    private final Templates templates;
    private final Configuration freemarker;

    public Renderer(Templates templates) {
        this.templates = templates;
        this.freemarker = configuration(templates);
    }

    private static Configuration configuration(Templates templates) {
        var configuration = new Configuration(Configuration.VERSION_2_3_34);
        configuration.setTemplateLoader(new Loader(templates));
        configuration.setTagSyntax(Configuration.SQUARE_BRACKET_TAG_SYNTAX);
        configuration.setInterpolationSyntax(Configuration.SQUARE_BRACKET_INTERPOLATION_SYNTAX);
        configuration.setDefaultEncoding(StandardCharsets.UTF_8.name());
        configuration.setLocale(Locale.ROOT);
        configuration.setNumberFormat("computer");
        configuration.setLocalizedLookup(false);
        configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        configuration.setLogTemplateExceptions(false);
        configuration.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
        return configuration;
    }

    public FileTree render(ProjectPlan plan, Map<String, Object> model) {
        var slots = new Slots(plan, model);
        var files = new TreeMap<String, byte[]>();
        plan.files().forEach((path, source) -> files.put(path, content(source, slots.model)));
        return FileTree.of(files);
    }

    private byte[] content(ProjectPlan.Source source, Map<String, Object> model) {
        return source.rendered()
                ? text(source, model).getBytes(StandardCharsets.UTF_8)
                : templates.files().get(source.template());
    }

    private String text(ProjectPlan.Source source, Map<String, Object> model) {
        if (!source.rendered()) {
            return templates.text(source.template());
        }
        try {
            var text = new StringWriter();
            freemarker.getTemplate(source.template()).process(model, text);
            return text.toString();
        } catch (TemplateException e) {
            throw new IllegalStateException("Template " + source.template() + ": " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException("Template " + source.template() + ": " + e.getMessage(), e);
        }
    }

    /** The functions {@code slot} and {@code lines} over one plan. */
    private final class Slots {

        private final ProjectPlan plan;
        private final Map<String, Object> model;

        Slots(ProjectPlan plan, Map<String, Object> values) {
            this.plan = plan;
            this.model = new HashMap<>(values);
            model.put("slot", (TemplateMethodModelEx) arguments -> String.join("", parts(arguments)));
            model.put("lines", (TemplateMethodModelEx) arguments -> parts(arguments).stream()
                    .flatMap(String::lines)
                    .filter(line -> !line.isBlank())
                    .sorted()
                    .distinct()
                    .toList());
            model.put("imports", (TemplateDirectiveModel)
                    (environment, parameters, loopVariables, body) -> imports(environment, body));
        }

        /** The order of Java formatters: by the name, without the semicolon. */
        private void imports(Environment environment, TemplateDirectiveBody body)
                throws TemplateException, IOException {
            var lines = new StringWriter();
            body.render(lines);
            var names = lines.toString()
                    .lines()
                    .filter(line -> !line.isBlank())
                    .map(line -> line.substring(0, line.indexOf(';')))
                    .sorted()
                    .distinct()
                    .toList();
            for (var name : names) {
                environment.getOut().write(name + ";\n");
            }
        }

        private List<String> parts(List<?> arguments) throws TemplateModelException {
            if (arguments.size() != 1) {
                throw new TemplateModelException("slot and lines take one argument: the name of the slot");
            }
            return plan.slots().getOrDefault(arguments.get(0).toString(), List.of()).stream()
                    .map(source -> text(source, model))
                    .collect(Collectors.toList());
        }
    }

    private record Loader(Templates templates) implements TemplateLoader {

        @Override
        public Object findTemplateSource(String name) {
            return templates.files().containsKey(name) ? name : null;
        }

        @Override
        public long getLastModified(Object source) {
            return 0;
        }

        @Override
        public Reader getReader(Object source, String encoding) {
            return new StringReader(templates.text((String) source));
        }

        @Override
        public void closeTemplateSource(Object source) {}
    }
}
