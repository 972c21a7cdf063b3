package org.serverlesspatterns.it.variants.synth;

import io.github.cdklabs.cdknag.AwsSolutionsChecks;
import io.github.cdklabs.cdknag.NagPackProps;
import java.lang.reflect.InvocationTargetException;
import java.util.Map;
import java.util.function.BiConsumer;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Aspects;
import software.amazon.awscdk.Stack;
import software.amazon.jsii.JsiiEngine;

/**
 * Synthesizes generated apps. Loaded by a class loader of its own together with aws-cdk-lib, so that each instance has
 * a CDK kernel, a Node process, to itself; so nobody sees of it more than the interfaces of the JDK.
 */
public final class Kernel implements BiConsumer<Class<?>, Map<String, Object>>, AutoCloseable {

    static final String CONTEXT = "context";
    static final String OUTPUT = "output";

    /** @param settings {@value #CONTEXT}: the context, a map; {@value #OUTPUT}: the folder of the cloud assembly */
    @Override
    public void accept(Class<?> appClass, Map<String, Object> settings) {
        @SuppressWarnings("unchecked")
        var context = (Map<String, Object>) settings.get(CONTEXT);
        var app = App.Builder.create()
                .context(context)
                .outdir(settings.get(OUTPUT).toString())
                .analyticsReporting(false)
                .treeMetadata(false)
                .build();
        Aspects.of(stack(appClass, app))
                .add(new AwsSolutionsChecks(
                        NagPackProps.builder().reports(false).build()));
        app.synth();
    }

    /** By the method that the tests of a generated project use as well. */
    private static Stack stack(Class<?> appClass, App app) {
        try {
            var addStack = appClass.getDeclaredMethod("addStack", App.class);
            addStack.setAccessible(true);
            return (Stack) addStack.invoke(null, app);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(e.getCause().getMessage(), e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Ends the Node process, which keeps every construct that it has ever made. */
    @Override
    public void close() throws ReflectiveOperationException {
        var reset = JsiiEngine.class.getDeclaredMethod("reset");
        reset.setAccessible(true);
        reset.invoke(null);
    }
}
