package org.serverlesspatterns.it.variants.check;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TypeInsnNode;
import org.serverlesspatterns.it.variants.build.ClassFiles;

/**
 * What the code of a Lambda handler can reach: operations of AWS clients, and environment variables.
 *
 * <p>Reached is what a reached method calls or hands on as a method reference. A call of a method by its interface or
 * superclass reaches every method of that signature in classes that are made somewhere on the way; what a class inherits
 * from a library may be called by that library at any time.
 */
public final class HandlerCode {

    private static final Pattern CLIENT =
            Pattern.compile("software/amazon/awssdk/services/(\\w+)/\\w+?(?:Async)?Client");

    /** Methods of a client that call no operation. */
    private static final Set<String> NO_OPERATION =
            Set.of("builder", "create", "close", "serviceName", "serviceClientConfiguration", "utilities", "<clinit>");

    private static final String MODEL = "software/amazon/awssdk/services/";

    /** What is not said by the name of a client's method. */
    private static final Map<String, Call> SIGNS = Map.of(
            // Each part of a transaction is allowed by itself.
            MODEL + "dynamodb/model/TransactWriteItem$Builder.put", new Call("dynamodb", "PutItem"),
            MODEL + "dynamodb/model/TransactWriteItem$Builder.update", new Call("dynamodb", "UpdateItem"),
            MODEL + "dynamodb/model/TransactWriteItem$Builder.delete", new Call("dynamodb", "DeleteItem"),
            MODEL + "dynamodb/model/TransactWriteItem$Builder.conditionCheck",
                    new Call("dynamodb", "ConditionCheckItem"),
            MODEL + "s3/model/GetObjectRequest$Builder.versionId", new Call("s3", "GetObjectVersion"),
            // S3 tells 404 from 403 only to those who may list the bucket.
            MODEL + "s3/model/S3Exception.statusCode", new Call("s3", "ListBucket"));

    private static final String APP_CONFIG_PROVIDER =
            "software/amazon/lambda/powertools/parameters/appconfig/AppConfigProvider";

    /** @param operation in lower or upper camel case */
    public record Call(String service, String operation) {}

    private record Method(String owner, String name, String descriptor) {}

    private final Map<String, ClassNode> classes = new HashMap<>();
    private final Queue<Method> open = new ArrayDeque<>();
    private final Set<Method> reached = new HashSet<>();
    private final Set<Method> called = new HashSet<>();
    private final Set<String> made = new HashSet<>();
    private final Set<Call> calls = new HashSet<>();
    private final Set<String> environment = new TreeSet<>();

    private HandlerCode(ClassFiles functions) {
        functions.byName().values().forEach(content -> {
            var node = new ClassNode();
            new ClassReader(content).accept(node, ClassReader.SKIP_DEBUG);
            classes.put(node.name, node);
        });
    }

    /**
     * @param functions the classes of the module
     * @param handler as the function has it: a class, perhaps with {@code ::} and a method
     */
    public static HandlerCode of(ClassFiles functions, String handler) {
        var code = new HandlerCode(functions);
        var name = handler.replaceFirst("::.*", "").replace('.', '/');
        if (!code.classes.containsKey(name)) {
            throw new IllegalStateException("There is no class for the handler " + handler);
        }
        code.make(name);
        code.reachAll();
        if (code.calls.contains(new Call("s3", "GetObjectVersion"))) {
            // Allowed instead, not as well.
            code.calls.remove(new Call("s3", "getObject"));
        }
        return code;
    }

    public Collection<Call> calls() {
        return calls;
    }

    /** The names of the variables that are read. */
    public Set<String> environment() {
        return environment;
    }

    private void reachAll() {
        while (!open.isEmpty()) {
            var method = open.remove();
            methods(method.owner())
                    .filter(node -> new Method(method.owner(), node.name, node.desc).equals(method))
                    .forEach(node -> node.instructions.forEach(this::follow));
        }
    }

    private void follow(AbstractInsnNode instruction) {
        if (instruction instanceof MethodInsnNode call) {
            readEnvironment(call);
            call(new Method(call.owner, call.name, call.desc));
        } else if (instruction instanceof InvokeDynamicInsnNode dynamic) {
            Stream.of(dynamic.bsmArgs)
                    .filter(Handle.class::isInstance)
                    .map(Handle.class::cast)
                    .forEach(handle -> call(new Method(handle.getOwner(), handle.getName(), handle.getDesc())));
        } else if (instruction instanceof TypeInsnNode type && type.getOpcode() == Opcodes.NEW) {
            make(type.desc);
        } else if (instruction instanceof FieldInsnNode field && field.getOpcode() == Opcodes.GETSTATIC) {
            make(field.owner);
        }
    }

    private void call(Method method) {
        callOfAws(method);
        called.add(method);
        if (method.name().equals("<init>")) {
            make(method.owner());
        }
        for (var owner = method.owner(); classes.containsKey(owner); owner = classes.get(owner).superName) {
            initialize(owner);
            reach(new Method(owner, method.name(), method.descriptor()));
        }
        made.forEach(name -> reach(new Method(name, method.name(), method.descriptor())));
    }

    private void callOfAws(Method method) {
        var client = CLIENT.matcher(method.owner());
        if (client.matches() && !NO_OPERATION.contains(method.name())) {
            calls.add(new Call(client.group(1), method.name().replaceFirst("(Paginator|AsBytes)$", "")));
        } else if (SIGNS.containsKey(method.owner() + "." + method.name())) {
            calls.add(SIGNS.get(method.owner() + "." + method.name()));
        } else if (method.owner().equals(APP_CONFIG_PROVIDER)) {
            calls.addAll(List.of(
                    new Call("appconfig", "StartConfigurationSession"),
                    new Call("appconfig", "GetLatestConfiguration")));
        }
    }

    /** {@code Environment.get("NAME")} and {@code System.getenv("NAME")}. */
    private void readEnvironment(MethodInsnNode call) {
        var reads = call.name.equals("getenv")
                || call.owner.endsWith("/Environment") && call.desc.startsWith("(Ljava/lang/String;");
        if (reads && call.getPrevious() instanceof LdcInsnNode constant && constant.cst instanceof String name) {
            environment.add(name);
        }
    }

    private void make(String name) {
        if (!classes.containsKey(name) || !made.add(name)) {
            return;
        }
        initialize(name);
        List.copyOf(called).forEach(method -> reach(new Method(name, method.name(), method.descriptor())));
        var callable = isCalledByLibraries(name);
        methods(name)
                .filter(node -> node.name.equals("<init>") || callable && (node.access & Opcodes.ACC_PUBLIC) != 0)
                .forEach(node -> reach(new Method(name, node.name, node.desc)));
        make(classes.get(name).superName);
    }

    private boolean isCalledByLibraries(String name) {
        var node = classes.get(name);
        return Stream.concat(Stream.of(node.superName), node.interfaces.stream())
                .anyMatch(type -> classes.containsKey(type)
                        ? isCalledByLibraries(type)
                        : !type.equals("java/lang/Object") && !type.equals("java/lang/Record"));
    }

    private void initialize(String name) {
        reach(new Method(name, "<clinit>", "()V"));
    }

    private void reach(Method method) {
        if (methods(method.owner())
                        .anyMatch(node -> node.name.equals(method.name()) && node.desc.equals(method.descriptor()))
                && reached.add(method)) {
            open.add(method);
        }
    }

    private Stream<MethodNode> methods(String owner) {
        var node = classes.get(owner);
        return node == null ? Stream.empty() : node.methods.stream();
    }
}
