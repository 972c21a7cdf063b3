package org.serverlesspatterns.it.variants.synth;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.serverlesspatterns.generator.output.FileTree;
import org.serverlesspatterns.it.variants.build.BuiltModule;
import org.serverlesspatterns.it.variants.build.ClassFiles;

/** Synthesizes one generated app after the other in a warm CDK kernel. For one thread. */
public final class Synthesizer implements AutoCloseable {

    /** A kernel keeps every construct it has made; by then it has some hundred megabytes of them. */
    private static final int APPS_PER_KERNEL = 150;

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern MAIN_CLASS = Pattern.compile("<exec\\.mainClass>(.+?)</exec\\.mainClass>");
    private static final String RESOURCES = "infrastructure/src/main/resources/";

    private final List<Path> classPath;
    private final Path output;
    private URLClassLoader loader;
    private BiConsumer<Class<?>, Map<String, Object>> kernel;
    private int apps;

    /**
     * @param classPath has aws-cdk-lib, and whatever else a generated app runs with
     * @param output for cloud assemblies
     */
    public Synthesizer(List<Path> classPath, Path output) {
        this.classPath = classPath;
        this.output = output;
    }

    /** As {@code npx cdk synth} does: for the stage dev. */
    public Assembly synthesize(FileTree project, BuiltModule infrastructure) {
        if (apps++ % APPS_PER_KERNEL == 0) {
            restart();
        }
        var context = contextOf(project);
        // Otherwise an error of cdk-nag throws, and the others are not seen.
        context.put("@aws-cdk/core:annotationsInValidationReport", false);
        delete(output);
        var thread = Thread.currentThread();
        var loaderBefore = thread.getContextClassLoader();
        // Where Jackson in aws-cdk-lib looks for its modules.
        thread.setContextClassLoader(loader);
        try {
            kernel.accept(
                    appClass(project, infrastructure.main()),
                    Map.of(Kernel.CONTEXT, context, Kernel.OUTPUT, output.toString()));
        } catch (RuntimeException e) {
            throw new IllegalStateException(e.getMessage() + validationReport(), e);
        } finally {
            thread.setContextClassLoader(loaderBefore);
        }
        return read();
    }

    /** What CDK itself found in the template, which its exception does not say. */
    private String validationReport() {
        try {
            var report = output.resolve("validation-report.json");
            return Files.exists(report) ? "\n" + Files.readString(report) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void restart() {
        close();
        try {
            var urls = new ArrayList<URL>();
            // The class Kernel.
            urls.add(Kernel.class.getProtectionDomain().getCodeSource().getLocation());
            for (var file : classPath) {
                urls.add(file.toUri().toURL());
            }
            loader = new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
            @SuppressWarnings("unchecked")
            var instance = (BiConsumer<Class<?>, Map<String, Object>>)
                    loader.loadClass(Kernel.class.getName()).getConstructor().newInstance();
            kernel = instance;
        } catch (MalformedURLException | ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private Class<?> appClass(FileTree project, ClassFiles classes) {
        var name = MAIN_CLASS.matcher(project.text("pom.xml"));
        if (!name.find()) {
            throw new IllegalStateException("pom.xml does not say what exec:java runs: no " + MAIN_CLASS);
        }
        var resources = new TreeMap<String, byte[]>();
        project.files()
                .subMap(RESOURCES, RESOURCES + Character.MAX_VALUE)
                .forEach((path, content) -> resources.put(path.substring(RESOURCES.length()), content));
        try {
            return new GeneratedClasses(classes, resources, loader).loadClass(name.group(1));
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(
                    "pom.xml says that exec:java runs a class that is not there: " + e.getMessage(), e);
        }
    }

    private static Map<String, Object> contextOf(FileTree project) {
        return JSON.convertValue(
                json(project.files().get("cdk.json")).path("context"), new TypeReference<HashMap<String, Object>>() {});
    }

    private Assembly read() {
        try (var files = Files.list(output)) {
            var templates = files.filter(file -> file.toString().endsWith(".template.json"))
                    .toList();
            if (templates.size() != 1) {
                throw new IllegalStateException("Not one stack but " + templates);
            }
            return new Assembly(json(Files.readAllBytes(templates.get(0))), messages());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Assembly.Message> messages() throws IOException {
        var messages = new ArrayList<Assembly.Message>();
        for (var artifact :
                json(Files.readAllBytes(output.resolve("manifest.json"))).path("artifacts")) {
            var metadata = artifact.has("additionalMetadataFile")
                    ? json(Files.readAllBytes(output.resolve(
                            artifact.path("additionalMetadataFile").asText())))
                    : artifact.path("metadata");
            metadata.properties()
                    .forEach(construct -> construct.getValue().forEach(entry -> {
                        var type = entry.path("type").asText();
                        if (type.equals("aws:cdk:error") || type.equals("aws:cdk:warning")) {
                            messages.add(new Assembly.Message(
                                    type.substring("aws:cdk:".length()),
                                    construct.getKey(),
                                    entry.path("data").asText()));
                        }
                    }));
        }
        return messages;
    }

    private static JsonNode json(byte[] content) {
        try {
            return JSON.readTree(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (var paths = Files.walk(folder)) {
            for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        if (kernel == null) {
            return;
        }
        try {
            ((AutoCloseable) kernel).close();
            loader.close();
        } catch (Exception e) {
            throw new IllegalStateException("The CDK kernel does not end", e);
        }
    }
}
